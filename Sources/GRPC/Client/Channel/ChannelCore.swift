import EventLoops
import HTTP2

/// The inside of a channel: its target's addresses, their connections, and the calls that wait for one.
///
/// Everything happens on one event loop, the connections' loop, so there is nothing to lock.
// SAFETY: owner: `loop`, which alone touches every `var`; other threads see the `let`s only.
final class ChannelCore: @unchecked Sendable {
  let loop: EventLoop
  let target: String
  let configuration: ChannelConfiguration
  let endpoints: EndpointSource
  let requestTemplate: RequestTemplate
  let security: ChannelSecurity?
  let methods: MethodTable
  /// What channelz calls the channel.
  let channelzID = ChannelzID.next()

  /// What is left to be spent on retries, where the service config limits them.
  var retryTokens: RetryTokens?
  /// When connections made from now on are asked for a sign of life.
  private(set) var keepalive: Keepalive?
  /// Bytes of requests that all calls together keep to be sent again.
  private static let maxReplayBytes = 16 * 1024 * 1024

  private(set) var isShutdown = false
  /// What all calls so far came to.
  private(set) var tally = CallTally()
  private var replayBytes = 0
  private let balancer: any LoadBalancer
  private(set) var subchannels: [Subchannel] = []
  private var waiting = WaitingCalls()
  /// Calls between two attempts.
  private var pausing: [ObjectIdentifier: ClientCall] = [:]
  private var isDispatchScheduled = false
  /// Those that have begun and are not over.
  private var calls: [ClientCall] = []
  private var resolution: NameResolution
  private var closers: [UnsafeContinuation<Void, Never>] = []

  init(
    loop: EventLoop, target: String, endpoints: EndpointSource, requestTemplate: RequestTemplate,
    security: ChannelSecurity?, configuration: ChannelConfiguration
  ) {
    self.loop = loop
    self.target = target
    self.endpoints = endpoints
    self.requestTemplate = requestTemplate
    self.security = security
    self.configuration = configuration
    resolution = NameResolution(backoff: configuration.backoff, interval: configuration.nameInterval)
    let config = configuration.serviceConfig
    methods = MethodTable(config)
    retryTokens = config?.retryThrottling.map(RetryTokens.init)
    keepalive = configuration.keepalive
    balancer =
      switch config?.loadBalancing ?? configuration.loadBalancing {
      case .pickFirst: PickFirst(on: loop, shuffles: false)
      case .pickFirstShuffled: PickFirst(on: loop, shuffles: true)
      case .roundRobin: RoundRobin()
      }
  }

  // MARK: - Calls

  /// A call has begun to count as active.
  func callStarted(_ call: ClientCall) {
    call.place = calls.count
    calls.append(call)
    tally.begin(at: loop.now)
  }

  /// A call is over.
  func callEnded(_ call: ClientCall, _ status: CallStatus) {
    let last = calls.removeLast()
    if last !== call {
      calls[call.place] = last
      last.place = call.place
    }
    tally.end(status.code == .ok)
    call.head.tellCompleted(status, at: loop.now)
    if isShutdown, calls.isEmpty { finishShutdown() }
  }

  /// Sends a call out, lets it wait, or fails it.
  func dispatch(_ call: ClientCall) {
    guard !isShutdown else { return call.connectionFailed(Self.closed) }
    switch pick(avoiding: call.failedConnection) {
    case .connection(let connection): connection.admit(call)
    case .fail(let error) where !call.head.waitsForReady: call.connectionFailed(CallStatus(error))
    case .wait, .fail: wait(call)
    }
  }

  /// Sends a call out again once the present event is dealt with.
  func dispatchLater(_ call: ClientCall) {
    call.ticket = waiting.append(call)
    scheduleDispatch()
  }

  /// A connection that takes a call now; another than `used`, where there is one.
  func readyConnection(avoiding used: ClientConnection) -> ClientConnection? {
    if !isShutdown, case .connection(let connection) = pick(avoiding: used) { connection } else { nil }
  }

  /// Lets a call keep bytes of its requests; false where all calls together keep too many already.
  func reserveReplay(_ bytes: Int) -> Bool {
    guard replayBytes + bytes <= Self.maxReplayBytes else { return false }
    replayBytes += bytes
    return true
  }

  /// Bytes that a call kept are forgotten.
  func releaseReplay(_ bytes: Int) { replayBytes -= bytes }

  /// A server finds that it is asked for signs of life too often.
  func pingLessOften() { keepalive?.askLessOften() }

  /// A call waits for its interceptors, or for the time of its next attempt.
  func callPaused(_ call: ClientCall) { pausing[ObjectIdentifier(call)] = call }

  /// A call waits for that no longer.
  func callResumed(_ call: ClientCall) { pausing[ObjectIdentifier(call)] = nil }

  /// A call that waited has ended without a connection.
  func waitingCallEnded(_ ticket: WaitingCalls.Ticket) { waiting.remove(ticket) }

  /// What calls wait for that have no connection, and why there is none where that is known.
  var waitingReason: String {
    if case .fail(let error) = balancer.pick(avoiding: nil) { return "a connection: \(error)" }
    if let error = resolution.error { return "a connection: \(error)" }
    if subchannels.isEmpty { return "the addresses of \(target)" }
    let places = subchannels.filter { $0.state == .connecting }.map { "\($0.endpoint)" }
    return places.isEmpty ? "a connection" : "a connection to \(places.joined(separator: ", "))"
  }

  private func wait(_ call: ClientCall) {
    call.ticket = waiting.append(call)
    wake()
  }

  private func pick(avoiding failed: ClientConnection?) -> Pick {
    if let error = resolution.error, subchannels.isEmpty { return .fail(error) }
    return balancer.pick(avoiding: failed)
  }

  private func scheduleDispatch() {
    guard !isDispatchScheduled, !waiting.isEmpty else { return }
    isDispatchScheduled = true
    loop.execute { self.dispatchWaiting() }
  }

  private func dispatchWaiting() {
    isDispatchScheduled = false
    for call in waiting.removeAll() where call.isWaiting { dispatch(call) }
  }

  // MARK: - Connections

  /// What the channel is doing about its connection.
  var state: ConnectivityState {
    if isShutdown { return .shutdown }
    if resolution.error != nil, subchannels.isEmpty { return .transientFailure }
    if resolution.isRunning, subchannels.isEmpty { return .connecting }
    return balancer.state
  }

  /// Begins to connect, where the channel is idle.
  func wake() {
    guard !isShutdown else { return }
    if subchannels.isEmpty { resolve() }
    balancer.wake()
  }

  /// A subchannel has changed its state.
  func changed(_ subchannel: Subchannel) {
    balancer.changed(subchannel)
    // A server that has left, or cannot be reached, may be somewhere else now.
    if subchannel.state == .transientFailure || subchannel.state == .idle { resolve() }
    if !waiting.isEmpty { balancer.wake() }
    scheduleDispatch()
  }

  private func resolve() {
    switch endpoints {
    case .fixed(let list): if subchannels.isEmpty { adopt(list) }
    case .lookedUp(let lookUp):
      guard resolution.begin(now: loop.now) else { return }
      let loop = loop
      Task(executorPreference: loop) { [weak self] in
        let result = await lookUp()
        loop.execute { [weak self] in self?.resolved(result) }
      }
    }
  }

  private func resolved(_ result: Result<[Endpoint], RPCError>) {
    guard !isShutdown else { return }
    switch result {
    case .success(let list):
      resolution.succeeded()
      adopt(list)
    case .failure(let error):
      let delay = resolution.failed(error)
      _ = loop.schedule(after: delay) { [weak self] in
        self?.resolution.mayRetry()
        if self?.waiting.isEmpty == false { self?.wake() }
      }
    }
    scheduleDispatch()
  }

  private func adopt(_ list: [Endpoint]) {
    let old = subchannels
    subchannels = list.map { endpoint in
      old.first { $0.endpoint == endpoint } ?? Subchannel(endpoint, core: self)
    }
    balancer.adopt(subchannels)
    for gone in old where !subchannels.contains(where: { $0 === gone }) { gone.shutDown() }
    if !waiting.isEmpty { balancer.wake() }
  }

  // MARK: - The end

  /// Takes no more calls, lets those in flight end, and closes the connections.
  ///
  /// - Parameter grace: what they have for it; nil for as long as they take.
  func shutDown(_ closer: UnsafeContinuation<Void, Never>?, grace: Duration?) {
    if let closer { closers.append(closer) }
    if !isShutdown {
      isShutdown = true
      for call in waiting.removeAll() { call.connectionFailed(Self.closed) }
      for call in Array(pausing.values) { call.end(Self.closed) }
    }
    if calls.isEmpty { return finishShutdown() }
    guard let grace else { return }
    if grace <= .zero { return endCalls() }
    _ = loop.schedule(after: grace) { self.endCalls() }
  }

  private func endCalls() {
    for call in calls { call.end(Self.closed) }
  }

  private static let closed = CallStatus(.unavailable, "the channel is closed")

  private func finishShutdown() {
    for subchannel in subchannels {
      subchannel.connection?.leaveSoon()
      subchannel.shutDown()
    }
    subchannels = []
    balancer.adopt([])
    let waiting = closers
    closers = []
    for closer in waiting { closer.resume() }
  }
}
