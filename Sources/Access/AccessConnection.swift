import EventLoops
import GRPC
import TLS

/// Decides on the calls of one connection; on its loop.
final class AccessConnection: ConnectionGate {
  private let gate: AccessGate
  private let summary: ConnectionSummary
  private let share: LoopShare
  private let loop: EventLoop
  private let required: [AccessRole?]
  private let isCounted: [Bool]

  // `@exclusivity(unchecked)`: on one thread, and no access spans a call that could come back to it.

  @exclusivity(unchecked) private var version = -1
  @exclusivity(unchecked) private var state: AccessGate.State
  @exclusivity(unchecked) private var addressBucket: TokenBucket?
  @exclusivity(unchecked) private var inFlightLimit = Int.max
  /// Who calls without an API key: the holder of the client's certificate, or anybody.
  @exclusivity(unchecked) private var withoutKey: Grant?
  /// The key that was shown last, since most connections show one only.
  @exclusivity(unchecked) private var lastText: [UInt8] = []
  @exclusivity(unchecked) private var lastKey: AccessKey?
  @exclusivity(unchecked) private var lastGrant: Grant?
  /// The headers that were looked at last, and what they were worth.
  @exclusivity(unchecked) private var lastHeaders: (serial: UInt64, grant: Grant, key: AccessKey?)?

  init(_ gate: AccessGate, _ summary: ConnectionSummary, share: LoopShare) {
    self.gate = gate
    self.summary = summary
    self.share = share
    loop = summary.loop
    required = gate.methods.required
    isCounted = gate.methods.isCounted
    state = gate.state
  }

  func admit(_ call: ArrivingCall) throws(RPCError) -> (any CallPermit)? {
    let required = required[call.methodIndex]
    // Whoever asks whether the server lives is told, however often.
    if required == nil, !isCounted[call.methodIndex] { return nil }
    if gate.version != version { refresh() }
    // Before anything is done with credentials, for whoever guesses at them is to be held up as well.
    try checkRateOfAddress()
    guard let required else { return nil }
    let grant = try grant(for: call)
    try checkRole(of: grant.principal, required, call)
    try checkRate(of: grant.principal)
    guard share.inFlight < inFlightLimit else {
      throw share.refuse(
        .inFlight, "\(state.policy.limits.callsInFlight) calls are in flight; try again later",
        retryAfter: .seconds(1))
    }
    share.begin()
    return grant
  }

  // MARK: - Who

  private func grant(for call: ArrivingCall) throws(RPCError) -> Grant {
    if let last = lastHeaders, last.serial == call.headersSerial, last.key?.hasExpired != true {
      return last.grant
    }
    let grant = try presentedGrant(of: call)
    lastHeaders = (call.headersSerial, grant, grant === lastGrant ? lastKey : nil)
    return grant
  }

  private func presentedGrant(of call: ArrivingCall) throws(RPCError) -> Grant {
    let byAuthorization = try call.withMetadata("authorization") { text throws(RPCError) -> Grant? in
      if let text { try grant(forAuthorization: text) } else { nil }
    }
    if let byAuthorization { return byAuthorization }
    let byKey = try call.withMetadata("x-api-key") { text throws(RPCError) -> Grant? in
      if let text { try grant(forKey: text) } else { nil }
    }
    if let byKey { return byKey }
    if let withoutKey { return withoutKey }
    if let subject = summary.security?.peerSubject {
      throw share.refuse(
        .unauthenticated,
        "expected an API key (authorization: Bearer …) or a client certificate that has a role, "
          + "found the certificate of '\(subject)', which has none")
    }
    throw share.refuse(
      .unauthenticated,
      "expected an API key (authorization: Bearer …) or a known client certificate, found neither")
  }

  private func grant(forAuthorization value: UnsafeRawBufferPointer) throws(RPCError) -> Grant {
    let scheme = "bearer "
    let isBearer =
      value.count > scheme.utf8.count && zip(value, scheme.utf8).allSatisfy { ($0 | 0x20) == $1 | 0x20 }
    guard isBearer else {
      throw share.refuse(.credentialsInvalid, "authorization: expected 'Bearer' and an API key")
    }
    return try grant(forKey: UnsafeRawBufferPointer(rebasing: value.dropFirst(scheme.utf8.count)))
  }

  private func grant(forKey text: UnsafeRawBufferPointer) throws(RPCError) -> Grant {
    let isLast = lastText.withUnsafeBytes { equalInConstantTime($0, text) }
    if !isLast || lastKey == nil {
      guard let key = state.policy.keys.key(for: text) else {
        throw unknownKey()
      }
      lastText = Array(text)
      lastKey = key
      lastGrant = makeGrant(key.principal, .key(key))
    }
    guard let lastKey, let lastGrant else {
      throw unknownKey()
    }
    if lastKey.hasExpired {
      throw share.refuse(.credentialsInvalid, "the API key has expired")
    }
    return lastGrant
  }

  private func unknownKey() -> RPCError {
    share.refuse(
      .credentialsInvalid,
      state.policy.keys.count == 0
        ? "this server knows no API keys: call it without one, or start it with --keys"
        : "the API key is not known; it may have been revoked")
  }

  // MARK: - What

  private func checkRole(
    of principal: Principal, _ required: AccessRole, _ call: ArrivingCall
  ) throws(RPCError) {
    let index = call.methodIndex
    guard principal.role >= required else {
      // Somebody without credentials is asked for some.
      if principal.name == "anonymous" {
        throw share.refuse(
          .unauthenticated,
          "\(gate.methods.paths[index]) needs the role \(required.name): expected an API key or client certificate"
        )
      }
      throw share.refuse(
        .roleDenied,
        "\(gate.methods.paths[index]) needs the role \(required.name), \(principal.name) has \(principal.role.name)"
      )
    }
    if let allowed = principal.methods, !allowed.contains(index) {
      throw share.refuse(.roleDenied, "\(principal.name) may not call \(gate.methods.paths[index])")
    }
    guard principal.scope.isEverything || gate.methods.supportsScope[index] else {
      throw share.refuse(
        .roleDenied,
        "\(principal.name) is limited to a part of the archive, which \(gate.methods.paths[index]) cannot keep to"
      )
    }
  }

  private func checkRateOfAddress() throws(RPCError) {
    if let wait = addressBucket?.take(at: loop.now) {
      let host = summary.address?.host ?? summary.peer
      throw share.refuse(
        .addressRate,
        "more than \(state.policy.limits.callsPerSecondPerAddress) calls a second from \(host)",
        subject: "address:\(host)", retryAfter: wait)
    }
  }

  private func checkRate(of principal: Principal) throws(RPCError) {
    if let wait = principal.bucket?.take(at: loop.now) {
      throw share.refuse(
        .keyRate, "\(principal.name) calls more often than it may", subject: principal.name, retryAfter: wait)
    }
  }

  private func refresh() {
    version = gate.version
    state = gate.state
    lastText = []
    lastKey = nil
    lastGrant = nil
    lastHeaders = nil
    addressBucket = state.addresses?.bucket(for: summary.address, at: loop.now)
    let limit = state.policy.limits.callsInFlight
    inFlightLimit = limit > 0 ? max(1, limit / gate.loopCount) : .max
    share.queueDelay.target = state.policy.limits.queueDelay
    withoutKey =
      (summary.security?.peerSubject).flatMap { grant(for: .certificate($0)) } ?? grant(for: .anybody)
  }

  private func grant(for caller: Caller) -> Grant? {
    state.principal(of: caller).map { makeGrant($0, caller) }
  }

  private func makeGrant(_ principal: Principal, _ caller: Caller) -> Grant {
    Grant(principal, caller, at: version, gate, share: share)
  }
}
