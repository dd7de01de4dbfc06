import EventLoops
import Protobuf

/// Hears of every call and connection, for metrics and logs; cheaper and more exact than an interceptor.
public protocol ServerObserver: Sendable {
  /// A connection is usable; called on its loop.
  ///
  /// - Returns: what hears of the connection; the same object may hear of all connections of a loop, and should not of
  ///   those of several, lest the loops contend for its reference count.
  func open(_ connection: ConnectionSummary) -> any ConnectionObserver

  /// A connection ended before it was usable; called on its loop.
  ///
  /// - Parameter reason: what went wrong, with TLS or before.
  func connectionFailed(on loop: EventLoop, peer: String, reason: String?)

  /// A peer speaks another protocol than HTTP/2, most often because one of the two sides is set up wrongly; called on the
  /// connection's loop, before its end is told.
  ///
  /// - Parameter reason: what was expected and what was found.
  func metOtherProtocol(peer: String, reason: String)

  /// A peer was disconnected: it broke the rules of HTTP/2 or TLS, made more work than it may, or was too slow at it; called on
  /// the connection's loop, before its end is told.
  ///
  /// - Parameter reason: what it did.
  func metOffender(peer: String, reason: String)
}

extension ServerObserver {
  /// Does nothing.
  public func metOtherProtocol(peer: String, reason: String) {}

  /// Does nothing.
  public func metOffender(peer: String, reason: String) {}

  /// Does nothing.
  public func connectionFailed(on loop: EventLoop, peer: String, reason: String?) {}
}

/// Hears of one connection's calls and of its end, on its loop, within the event: it must return at once.
public protocol ConnectionObserver: AnyObject {
  /// A call has begun: its headers have come.
  ///
  /// - Parameter methodIndex: the position of the method in `Server.methods(of:)`.
  func callStarted(methodIndex: Int)

  /// A call is over.
  func callEnded(_ call: ServerCallSummary)

  /// A call was answered before it came to a method: the server has none of its name, or its headers are too large.
  func callRefused(_ code: StatusCode)

  /// The connection is over.
  ///
  /// - Parameter reason: what went wrong; nil when it ended in good order.
  func connectionClosed(peer: String, reason: String?)
}

extension ConnectionObserver {
  /// Does nothing.
  public func callStarted(methodIndex: Int) {}

  /// Does nothing.
  public func callRefused(_ code: StatusCode) {}

  /// Does nothing.
  public func connectionClosed(peer: String, reason: String?) {}
}

/// What an observer learns about a call that is over; a view, valid until `callEnded` returns.
public struct ServerCallSummary {
  // SAFETY: valid as long as this view; not counted, for that would cost more than what is asked for.
  private let call: Unmanaged<ServerCall>
  /// The status that the client was sent, or would have been sent had it not gone.
  public let code: StatusCode

  init(_ call: ServerCall, _ code: StatusCode) {
    self.call = .passUnretained(call)
    self.code = code
  }

  /// The method that was called.
  public var method: AnyMethodDescriptor { call.read { $0.route.method } }
  /// The position of the method in `Server.methods(of:)`.
  public var methodIndex: Int { call.read { $0.methodIndex } }
  /// The position of the call's loop in its group.
  public var loopIndex: Int { call.read { $0.connection.loop.index } }
  /// When the request's headers came.
  public var startedAt: MonotonicInstant { call.read { $0.startedAt } }
  /// When the handler could have run: the headers had come, or the end of the only request.
  public var readyAt: MonotonicInstant { call.read { $0.readyAt } }
  /// When it was over, as the loop's clock saw it.
  public var endedAt: MonotonicInstant { call.read { $0.connection.loop.now } }
  /// From the request's headers to the status, as the loop's clock saw it.
  public var duration: Duration { call.read { $0.startedAt.duration(to: $0.connection.loop.now) } }
  /// The address of the client.
  public var peer: String { call.read { $0.connection.peer } }
  /// Bytes of request messages, as received and without their prefixes.
  public var requestBytes: Int { call.read { $0.requestBytes } }
  /// Bytes of response messages, as sent and without their prefixes.
  public var responseBytes: Int { call.read { $0.responseBytes } }
  /// What the server's gate gave the call.
  public var permit: (any CallPermit)? { call.read { $0.permit } }
  /// What follows the call when it is traced.
  public var span: (any CallSpan)? { call.read { $0.span } }
  /// What the handler left for whoever writes about the call.
  public var note: (any Sendable)? { call.read { $0.note } }
  /// The error message; empty for a success.
  public var message: String { call.read { $0.statusMessage } }

  /// The bytes of the first metadata field of a name, which has to be in lower case.
  ///
  /// - Complexity: O(fields).
  public func withMetadata<Result>(_ name: StaticString, _ body: (UnsafeRawBufferPointer?) -> Result)
    -> Result
  {
    guard let head = call.read({ $0.head }) else { return body(nil) }
    return head.metadata.withFirst(name, body)
  }
}
