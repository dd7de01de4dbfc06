import EventLoops
import GRPC

/// The permit of the calls of one principal on one connection.
public final class Grant: CallPermit {
  /// Whom the calls come from.
  public let principal: Principal
  private let share: LoopShare
  private let methods: MethodRoles

  init(_ principal: Principal, share: LoopShare, methods: MethodRoles) {
    self.principal = principal
    self.share = share
    self.methods = methods
  }

  /// Refuses a call that waited too long, or that would most probably not be finished before its deadline.
  public func begin(_ call: ArrivingCall, readyAt: MonotonicInstant) throws(RPCError) {
    guard share.queueDelay.admits(readyAt: readyAt, now: call.now) else {
      throw share.refuse(
        .overloaded, "the server is overloaded: the call has waited \(readyAt.duration(to: call.now))",
        retryAfter: .seconds(1))
    }
    guard let remaining = call.timeRemaining else { return }
    let expected = share.expectedDuration(ofMethod: call.methodIndex)
    guard remaining >= expected else {
      share.doubtExpectation(ofMethod: call.methodIndex)
      throw share.refuse(
        .deadline, "not begun: \(remaining) are left and such calls take \(expected) at present")
    }
  }

  /// Counts the call out.
  public func end(_ call: ServerCallSummary) {
    share.end(call, isUnary: methods.isUnary[call.methodIndex])
  }
}

extension ServerContext {
  /// Whom the call comes from; nil where the server has no gate.
  public var principal: Principal? { (permit as? Grant)?.principal }
}
