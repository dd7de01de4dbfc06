import EventLoops
import HTTP2
import Transport

/// The client's side of one connection, from the attempt to make it to its end.
///
/// States: connecting → ready (the peer's SETTINGS are there) → draining (no new calls) → closed; any of
/// them may go to closed at once. Belongs to the channel's event loop.
final class ClientConnection {
  private enum State {
    case connecting, ready, draining, closed
  }

  /// What channelz calls the connection.
  let channelzID = ChannelzID.next()
  /// What went over it.
  let tally: TrafficTally

  private weak var subchannel: Subchannel?
  private let core: ChannelCore
  private let endpoint: Endpoint
  private var state = State.connecting
  private(set) var transport: Connection?
  private var orphans: [CallAttempt] = []
  /// Calls above the number of streams that the server allows. libnghttp2 would keep them as well, but those that are given
  /// up, too, with all that they have to send, until the server has let one go.
  private var waiting = WaitingCalls()
  /// The last stream that the server looks at, as its GOAWAY said.
  private(set) var lastServedStream = Int32.max
  /// What the server's GOAWAY said, the last that named an error where one did: ` with ` its code and text.
  private(set) var farewell = ""

  init(_ subchannel: Subchannel, core: ChannelCore) {
    self.subchannel = subchannel
    self.core = core
    endpoint = subchannel.endpoint
    tally = TrafficTally(partOf: subchannel.tally)
  }

  // MARK: - For calls

  /// Runs a call, or lets it wait until the server allows another stream.
  func admit(_ call: ClientCall) {
    if hasFreeStream { return call.run(on: self) }
    call.wait(for: self, waiting.append(call))
  }

  /// Whether a call may have a stream at once; those that wait come before.
  var hasFreeStream: Bool { waiting.isEmpty && allowsStream }

  private var allowsStream: Bool {
    // Where the connection takes none at all, opening says so.
    guard state == .ready, let transport else { return true }
    let session = transport.session
    return session.availableStreams > 0 && session.leavingStreams < Self.maxLeavingStreams
  }

  /// So many calls may have ended of which the server has not been told, for it takes nothing: each keeps a few hundred bytes.
  private static let maxLeavingStreams = 1000

  /// What calls wait for that the connection has not admitted.
  var waitingReason: String {
    if (transport?.session.leavingStreams ?? 0) >= Self.maxLeavingStreams {
      return "\(endpoint) to hear of \(Self.maxLeavingStreams) calls that have ended"
    }
    let limit = transport?.session.peerMaxConcurrentStreams ?? 0
    return "one of the \(limit) streams that \(endpoint) allows at once"
  }

  /// A call that waited for a stream has ended without.
  func waitingCallEnded(_ ticket: WaitingCalls.Ticket) { waiting.remove(ticket) }

  private func admitWaiting() {
    while allowsStream, state == .ready, let call = waiting.popFirst() { call.run(on: self) }
  }

  private func dismissWaiting() {
    for call in waiting.removeAll() { call.dismissed() }
  }

  /// Opens a stream for an attempt of a call.
  ///
  /// - Throws: where the connection takes no new streams.
  func open(_ fields: HeaderFields, handler: any StreamHandler) throws(HTTP2Error) -> HTTP2.Stream {
    guard state == .ready, let transport else {
      throw HTTP2Error(kind: .cannotOpenStream, message: "the connection takes no new streams")
    }
    do throws(HTTP2Error) {
      return try transport.session.open(fields, handler: handler)
    } catch {
      retire(error)
      throw error
    }
  }

  /// The largest header list that the server takes; most servers drop the rest, or the call, without a good reason.
  var maxHeaderListBytes: Int {
    min(transport?.session.peerMaxHeaderListBytes ?? .max, Session.maxSentHeaderListBytes)
  }

  /// What channelz tells of it; nil once it is closed.
  var facts: ConnectionFacts? { transport.map { ConnectionFacts($0, tally, peer: "\(endpoint)") } }

  /// The stream of an attempt is over.
  ///
  /// - Returns: whether it was lost with the connection; the attempt then hears `CallAttempt.lost(_:)`.
  func streamClosed(_ attempt: CallAttempt) -> Bool {
    guard transport?.isOver != true else {
      orphans.append(attempt)
      return true
    }
    if !waiting.isEmpty { admitWaiting() }
    closeIfDrained()
    return false
  }

  // MARK: - For the subchannel

  /// Begins to connect.
  func start() {
    var connector = Connector()
    connector.configuration.session = core.configuration.session
    connector.configuration.openTimeout = core.configuration.backoff.connectTimeout
    if let keepalive = core.keepalive { connector.configuration.lifetime = keepalive.policy }
    connector.tls = core.security?.context
    let name = core.security?.serverName
    switch endpoint {
    case .socket(let address):
      transport = connector.connect(to: address, serverName: name, on: core.loop, delegate: self)
    case .inProcess(let acceptor):
      transport = connector.connect(
        over: acceptor.connect(core.loop), serverName: name, delegate: self)
    }
  }

  /// The attempt takes too long.
  func fail(_ reason: String) {
    guard state == .connecting else { return }
    end(RPCError(.unavailable, "\(endpoint): \(reason)"))
  }

  /// Nobody wants the connection any more, which is not made yet.
  func abandon() {
    subchannel = nil
    end(RPCError(.unavailable, "\(endpoint): given up"))
  }

  /// Takes no more calls and closes once those in flight are over.
  func drain() {
    subchannel = nil
    guard state == .ready || state == .connecting else { return }
    state = .draining
    dismissWaiting()
    closeIfDrained()
  }

  /// All calls are over: the peer has a moment to hear that they were called off.
  func leaveSoon() { transport?.closeSoon() }

  // MARK: - The end

  private func end(_ error: RPCError) {
    guard state != .closed else { return }
    state = .closed
    leaveSubchannel(error)
    transport?.close()
  }

  private func leaveSubchannel(_ error: RPCError) {
    let subchannel = subchannel
    self.subchannel = nil
    subchannel?.ended(self, error)
    dismissWaiting()
  }

  /// The session takes no new streams, for its ids are used up or it is failing: the next call needs another connection.
  private func retire(_ error: HTTP2Error) {
    state = .draining
    leaveSubchannel(RPCError(.unavailable, "\(endpoint): \(error.message)", cause: error))
    closeIfDrained()
  }

  private func closeIfDrained() {
    guard state == .draining, transport?.session.openStreams ?? 0 == 0 else { return }
    state = .closed
    transport?.shutDownGracefully()
  }
}

extension ClientConnection: ConnectionDelegate {
  func receivedSettings() {
    guard state == .connecting else { return admitWaiting() }
    state = .ready
    subchannel?.connected(self)
  }

  func receivedGoAway(lastStreamID: Int32, code: HTTP2ErrorCode, debug: UnsafeRawBufferPointer) {
    guard state != .closed else { return }
    state = .draining
    lastServedStream = min(lastServedStream, lastStreamID)
    if code == .enhanceYourCalm, String(decoding: debug, as: UTF8.self) == "too_many_pings" {
      core.pingLessOften()
    }
    let text = debug.isEmpty ? "" : " (\(printable(debug.prefix(256))))"
    if farewell.isEmpty || code != .noError { farewell = " with \(code)\(text)" }
    leaveSubchannel(RPCError(.unavailable, "\(endpoint): the server said GOAWAY\(farewell)"))
    closeIfDrained()
  }

  func connectionClosed(_ connection: Connection, error: TransportError?) {
    var message = error?.message ?? "the server closed the connection"
    if state == .connecting, core.security == nil,
      error?.code == .closedByPeer || error?.code == .connectionLost
    {
      message += " before it said anything of HTTP/2; does it expect TLS?"
    }
    let place = message.hasPrefix("\(endpoint) ") ? "" : "\(endpoint): "
    let before = farewell.isEmpty ? "" : ", after GOAWAY\(farewell)"
    let lost = RPCError(.unavailable, "\(place)\(message)\(before)", cause: error)
    transport = nil
    state = .closed
    let attempts = orphans
    orphans = []
    for attempt in attempts { attempt.lost(CallStatus(lost)) }
    leaveSubchannel(lost)
  }
}

/// A peer's text without control characters.
private func printable(_ bytes: Slice<UnsafeRawBufferPointer>) -> String {
  String(decoding: bytes.map { $0 < 0x20 || $0 == 0x7f ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
}
