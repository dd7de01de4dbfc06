import EventLoops

/// The channel's relation to one address: at most one connection, and the backoff between attempts.
///
/// States: idle → connecting → ready → idle, or connecting → transientFailure → idle; where connections come about and are of
/// no use, ready → transientFailure; `shutdown` ends any of them. Belongs to the channel's event loop.
final class Subchannel {
  /// Where it connects to.
  let endpoint: Endpoint

  /// What it is doing.
  private(set) var state = ConnectivityState.idle

  /// The connection for new calls, while `state` is `ready`.
  private(set) var connection: ClientConnection?

  /// What channelz calls the subchannel.
  let channelzID = ChannelzID.next()
  /// What went over its connections.
  let tally = TrafficTally()

  /// Why the last attempt failed.
  private(set) var lastError: RPCError?

  private unowned let core: ChannelCore
  private var failures = 0
  /// Connections in a row that have ended before any stream was answered on them.
  private var fruitless = 0
  private var attemptStart = MonotonicInstant(nanoseconds: 0)
  private var timer: Timer?
  private var attempt: ClientConnection?

  init(_ endpoint: Endpoint, core: ChannelCore) {
    self.endpoint = endpoint
    self.core = core
  }

  /// Starts an attempt where none is under way.
  func connect() {
    guard state == .idle else { return }
    state = .connecting
    attemptStart = core.loop.now
    let connection = ClientConnection(self, core: core)
    attempt = connection
    let allowed = max(core.configuration.backoff.connectTimeout, backoffDelay)
    timer = core.loop.schedule(after: allowed) { [weak connection] in
      connection?.fail("no HTTP/2 server answered within \(allowed.readable)")
    }
    connection.start()
    core.changed(self)
  }

  /// Gives up the connection or the attempt; calls in flight go on to their end.
  func disconnect() {
    guard state != .idle, state != .shutdown else { return }
    leave(to: .idle)
  }

  /// Ends the subchannel for good; calls in flight go on to their end.
  func shutDown() {
    guard state != .shutdown else { return }
    leave(to: .shutdown)
  }

  // MARK: - From its connection

  /// The peer has sent its SETTINGS: it is there and speaks HTTP/2.
  func connected(_ connection: ClientConnection) {
    guard connection === attempt else { return connection.drain() }
    attempt = nil
    cancelTimer()
    failures = 0
    lastError = nil
    self.connection = connection
    state = .ready
    core.changed(self)
  }

  /// The connection takes no new calls: it is lost, or the peer said GOAWAY.
  func ended(_ connection: ClientConnection, _ error: RPCError) {
    if connection === attempt {
      failed(error)
    } else if connection === self.connection {
      self.connection = nil
      fruitless = connection.tally.completedStreams > 0 ? 0 : fruitless + 1
      if isInVain {
        failures = fruitless - Self.patience - 1
        return failed(error)
      }
      state = .idle
      core.changed(self)
    }
  }

  /// So many connections in a row may be of no use: no fewer than a call may have attempts.
  private static let patience = 4

  /// Whether the connection that has ended was one of many that came about and were of no use; such are as good as failed
  /// attempts, lest the two sides do nothing but greet each other.
  private var isInVain: Bool {
    fruitless > Self.patience
      && core.loop.now < attemptStart.advanced(by: delay(after: fruitless - Self.patience))
  }

  private func failed(_ error: RPCError) {
    attempt = nil
    cancelTimer()
    failures += 1
    lastError = error
    state = .transientFailure
    let wait = core.loop.now.duration(to: attemptStart.advanced(by: backoffDelay))
    timer = core.loop.schedule(after: max(wait, .zero)) { [weak self] in
      self?.backoffEnded()
    }
    core.changed(self)
  }

  private func backoffEnded() {
    timer = nil
    guard state == .transientFailure else { return }
    state = .idle
    core.changed(self)
  }

  private func leave(to next: ConnectivityState) {
    state = next
    cancelTimer()
    attempt?.abandon()
    attempt = nil
    connection?.drain()
    connection = nil
  }

  private func cancelTimer() {
    if let timer { core.loop.cancel(timer) }
    timer = nil
  }

  private var backoffDelay: Duration { delay(after: failures) }

  private func delay(after count: Int) -> Duration {
    var random = SystemRandomNumberGenerator()
    return core.configuration.backoff.delay(afterFailures: count, using: &random)
  }
}
