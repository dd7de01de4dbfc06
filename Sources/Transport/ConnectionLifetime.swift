import EventLoops

/// Decides when to probe a peer, to ask it to leave, and to give it up: a pure machine on the time that it is told.
///
/// States: watching → leaving (asked to, its streams go on) → over. Nothing has to be reported on the way of a call:
/// the machine looks at counters when one of its deadlines has come.
struct ConnectionLifetime {
  /// What its owner is to do.
  enum Action: Hashable {
    /// Ask for a sign of life.
    case probe
    /// Begin an orderly end.
    case leave(Reason)
    /// End the connection at once.
    case close(Reason)
  }

  /// Why a connection has to end.
  enum Reason: Hashable {
    case silent, idle, old
  }

  /// What the connection shows of itself.
  struct Observation {
    var now: MonotonicInstant
    var lastReceived: MonotonicInstant
    var openStreams: Int
    var startedStreams: UInt64
  }

  /// The age at which it has to leave.
  private let oldAt: MonotonicInstant?
  private var isLeaving = false
  private var closesAt: MonotonicInstant?
  private var probedAt: MonotonicInstant?
  private var idleSince: MonotonicInstant
  private var seenStreams: UInt64 = 0

  /// - Parameter jitter: from -1 to 1, the share of a tenth by which the greatest age differs from the policy's.
  init(_ policy: LifetimePolicy, openedAt now: MonotonicInstant, jitter: Double) {
    oldAt = policy.maxAge.map { now.advanced(by: $0 * (1 + 0.1 * jitter)) }
    idleSince = now
  }

  /// What is due; to be asked again until it is nil.
  mutating func due(_ policy: LifetimePolicy, _ seen: Observation) -> Action? {
    if let closesAt, seen.now >= closesAt { return .close(.old) }
    if let action = probing(policy, seen) { return action }
    guard !isLeaving else { return nil }
    if let oldAt, seen.now >= oldAt {
      closesAt = policy.ageGrace.map(seen.now.advanced)
      return leave(.old)
    }
    noteIdleness(seen)
    if let limit = policy.maxIdle, seen.openStreams == 0, seen.now >= idleSince.advanced(by: limit) {
      return leave(.idle)
    }
    return nil
  }

  /// When to look again; nil when nothing can become due.
  func nextDeadline(_ policy: LifetimePolicy, _ seen: Observation) -> MonotonicInstant? {
    var deadlines = [closesAt, probeDeadline(policy, seen)]
    if !isLeaving { deadlines += [oldAt, policy.maxIdle.map(idleDeadline(seen))] }
    return deadlines.compactMap { $0 }.min()
  }

  private mutating func leave(_ reason: Reason) -> Action {
    isLeaving = true
    return .leave(reason)
  }

  // MARK: - Signs of life

  private mutating func probing(_ policy: LifetimePolicy, _ seen: Observation) -> Action? {
    guard let interval = policy.keepaliveInterval, isProbed(policy, seen) else { return nil }
    if let asked = probedAt {
      guard seen.lastReceived < asked else {
        probedAt = nil
        return probing(policy, seen)
      }
      return seen.now >= asked.advanced(by: policy.keepaliveTimeout) ? .close(.silent) : nil
    }
    guard seen.now >= seen.lastReceived.advanced(by: interval) else { return nil }
    probedAt = seen.now
    return .probe
  }

  private func probeDeadline(_ policy: LifetimePolicy, _ seen: Observation) -> MonotonicInstant? {
    guard let interval = policy.keepaliveInterval else { return nil }
    guard isProbed(policy, seen) else { return seen.now.advanced(by: interval) }
    if let probedAt, seen.lastReceived < probedAt { return probedAt.advanced(by: policy.keepaliveTimeout) }
    return seen.lastReceived.advanced(by: interval)
  }

  private func isProbed(_ policy: LifetimePolicy, _ seen: Observation) -> Bool {
    policy.probesWithoutStreams || seen.openStreams > 0
  }

  // MARK: - Idleness

  /// A stream that came and went since the last look did so before the last bytes came, or with them.
  private mutating func noteIdleness(_ seen: Observation) {
    if seen.openStreams > 0 {
      idleSince = seen.now
    } else if seen.startedStreams != seenStreams {
      idleSince = max(idleSince, seen.lastReceived)
    }
    seenStreams = seen.startedStreams
  }

  private func idleDeadline(_ seen: Observation) -> (Duration) -> MonotonicInstant {
    { limit in (seen.openStreams > 0 ? seen.now : idleSince).advanced(by: limit) }
  }
}
