import EventLoops
import HTTP2
import Protobuf
import Transport

/// Decides which calls a server takes: who may call what, how often, and when it is too much.
///
/// Asked when the headers of a call have come, before its messages: what is refused costs next to nothing.
public protocol ServerGate: Sendable {
  /// A connection is usable; called on its loop.
  ///
  /// - Returns: what decides on its calls; used on that loop only.
  func open(_ connection: ConnectionSummary) -> any ConnectionGate
}

/// Decides on the calls of one connection, on its loop; must return at once.
public protocol ConnectionGate: AnyObject {
  /// A call has begun.
  ///
  /// - Returns: what stays with the call until it is over; nil for nothing.
  /// - Throws: the status that the call is refused with.
  func admit(_ call: ArrivingCall) throws(RPCError) -> (any CallPermit)?
}

/// Goes with an admitted call; `ServerContext.permit` shows it to handlers.
public protocol CallPermit: AnyObject, Sendable {
  /// The handler is about to run; called on the loop.
  ///
  /// - Parameter readyAt: when the headers of the call, or the end of its only request, came.
  /// - Throws: the status that the call is refused with after all.
  func begin(_ call: ArrivingCall, readyAt: MonotonicInstant) throws(RPCError)

  /// The call is over; called on the loop, once.
  func end(_ call: ServerCallSummary)
}

/// A connection, as gates and observers see it.
public struct ConnectionSummary: Sendable {
  /// The address of the client, with its port.
  public let peer: String
  /// The address as such; nil when there is none.
  public let address: SocketAddress?
  /// What was agreed on about security; nil for plaintext.
  public let security: SecurityInfo?
  /// The loop it lives on.
  public let loop: EventLoop
}

/// A call on its way in; a view that is valid during the call it is passed to only.
public struct ArrivingCall {
  // SAFETY: valid as long as this view; not counted, for that would cost more than what is asked for.
  private let call: Unmanaged<ServerCall>

  init(_ call: ServerCall) { self.call = .passUnretained(call) }

  /// The position of the method in `Server.methods(of:)`.
  public var methodIndex: Int { call.read { $0.methodIndex } }

  /// The same for calls of one connection that came with the same headers, word for word.
  public var headersSerial: UInt64 { call.read { $0.head?.serial ?? 0 } }

  /// The moment at which the loop's turn began.
  public var now: MonotonicInstant { call.read { $0.connection.loop.now } }

  /// How long the call may still take; nil without a deadline.
  public var timeRemaining: Duration? {
    call.read { call in call.deadline.map { call.connection.loop.now.duration(to: $0) } }
  }

  /// The bytes of the first metadata field of a name, which has to be in lower case.
  ///
  /// - Complexity: O(fields).
  public func withMetadata<Result, Failure: Error>(
    _ name: StaticString, _ body: (UnsafeRawBufferPointer?) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    guard let head = call.read({ $0.head }) else { return try body(nil) }
    return try head.metadata.withFirst(name, body)
  }

  /// The text of all metadata fields of a name, joined by commas as lists are (RFC 9110 §5.3); empty where there is none.
  ///
  /// - Complexity: O(bytes of all fields): they are decoded.
  public func metadataList(_ name: String) -> String {
    let metadata = try? call.read { $0.head }?.metadata.decoded()
    return (metadata?.values(of: name) ?? []).joined(separator: ",")
  }
}
