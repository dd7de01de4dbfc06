import EventLoops
import GRPC

/// The permit of the calls of one principal on one connection.
public final class Grant: CallPermit {
  /// Whom the calls come from.
  public let principal: Principal
  /// The part of the archive that they see; nil for all of it.
  public let scope: AccessScope?
  private let caller: Caller
  private let version: Int
  private let gate: AccessGate
  private let share: LoopShare
  private let methods: MethodRoles

  /// - Parameter version: of the policy that it was given under.
  init(_ principal: Principal, _ caller: Caller, at version: Int, _ gate: AccessGate, share: LoopShare) {
    self.principal = principal
    scope = principal.scope.isEverything ? nil : principal.scope
    self.caller = caller
    self.version = version
    self.gate = gate
    self.share = share
    methods = gate.methods
  }

  /// Refuses a call that waited too long, and in overload one that would most probably not be finished before its deadline.
  ///
  /// - Throws: that refusal.
  public func begin(_ call: ArrivingCall, readyAt: MonotonicInstant) throws(RPCError) {
    guard share.queueDelay.admits(readyAt: readyAt, now: call.now) else {
      let waited = readyAt.duration(to: call.now).readable
      throw share.refuse(
        .overloaded, "the server is overloaded: the call has waited \(waited)", retryAfter: .seconds(1))
    }
    guard let remaining = call.timeRemaining,
      let expected = share.excessiveDuration(ofMethod: call.methodIndex, remaining: remaining)
    else {
      return
    }
    let (left, taken) = (remaining.readable, expected.readable)
    throw share.refuse(.deadline, "not begun: \(left) are left and such calls take \(taken) at present")
  }

  /// Counts the call out.
  public func end(_ call: ServerCallSummary) {
    share.end(call, isUnary: methods.isUnary[call.methodIndex])
  }
}

extension Grant {
  /// Checks that a call which was let in would be let in now.
  ///
  /// - Throws: UNAUTHENTICATED when the key has expired or was revoked, or the certificate lost its role;
  ///   PERMISSION_DENIED when the caller may do something else now.
  func confirm(_ method: AnyMethodDescriptor) throws(RPCError) {
    guard gate.version != version else { return try caller.checkExpiry() }
    let state = gate.state
    guard let caller = state.inForce(caller), let current = state.principal(of: caller) else {
      throw Refusal.credentialsInvalid.error("\(principal.name) was let in, and is not any more")
    }
    try caller.checkExpiry()
    guard methods.allows(current, method), current.scope == principal.scope else {
      throw Refusal.roleDenied.error("\(principal.name) was let in, and may do something else now")
    }
  }
}

extension Caller {
  /// - Throws: UNAUTHENTICATED for a key that has expired.
  fileprivate func checkExpiry() throws(RPCError) {
    guard case .key(let key) = self, key.hasExpired else { return }
    throw Refusal.credentialsInvalid.error("the API key has expired")
  }
}

extension ServerContext {
  /// Checks that the caller may still do what it was let in for; a long stream asks before every message.
  ///
  /// - Throws: UNAUTHENTICATED or PERMISSION_DENIED when it may not: its key was revoked, say.
  public func confirmAccess() throws(RPCError) {
    try (permit as? Grant)?.confirm(method)
  }

  /// The part of the archive that the caller sees; nil for all of it.
  public var callerScope: AccessScope? { (permit as? Grant)?.scope }

  /// Whom the call comes from; nil where the server has no gate.
  public var principal: Principal? { (permit as? Grant)?.principal }
}
