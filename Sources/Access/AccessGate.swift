import EventLoops
import GRPC
import Synchronization

/// The gate of a server: credentials, roles, rates, load.
///
/// Thread-safe. The policy is read by each connection once a change, not once a call.
public final class AccessGate: ServerGate {
  let methods: MethodRoles
  private let shares: [LoopShare]
  private let generation = Atomic<Int>(0)
  private let current: Mutex<State>

  struct State: Sendable {
    var policy: AccessPolicy
    var anonymous: Principal?
    var addresses: AddressBuckets?

    /// A caller as it is now, with a key as the key file has it; nil for one whose key is gone.
    func inForce(_ caller: Caller) -> Caller? {
      guard case .key(let key) = caller else { return caller }
      return policy.keys.key(sameAs: key).map { .key($0) }
    }

    /// What a caller may do now; nil for nothing.
    func principal(of caller: Caller) -> Principal? {
      switch caller {
      case .key(let key): policy.keys.key(sameAs: key)?.principal
      case .certificate(let subject):
        policy.certificateRoles[subject].map { Principal(name: "cert:\(subject)", role: $0) }
      case .anybody: anonymous
      }
    }
  }

  /// A gate in front of so many loops.
  public init(_ policy: AccessPolicy, methods: MethodRoles, loops: Int) {
    self.methods = methods
    shares = (0..<loops).map { _ in
      LoopShare(queueDelay: policy.limits.queueDelay, methods: methods.required.count)
    }
    current = Mutex(Self.state(policy))
  }

  /// Puts another policy in force, for calls that begin from now on.
  public func replace(_ policy: AccessPolicy) {
    let state = Self.state(policy)
    current.withLock { $0 = state }
    generation.add(1, ordering: .releasing)
  }

  /// Calls refused so far on one loop, by reason; on that loop only.
  public func refusals(onLoop index: Int) -> [Int] { shares[index].refusals }

  /// Makes what decides on the calls of a connection.
  public func open(_ connection: ConnectionSummary) -> any ConnectionGate {
    AccessConnection(self, connection, share: shares[connection.loop.index])
  }

  /// Grows with every change.
  var version: Int { generation.load(ordering: .acquiring) }

  var state: State { current.withLock { $0 } }

  /// How many loops share the calls in flight.
  var loopCount: Int { shares.count }

  private static func state(_ policy: AccessPolicy) -> State {
    let rate = policy.limits.callsPerSecondPerAddress
    return State(
      policy: policy, anonymous: policy.anonymousRole.map { Principal(name: "anonymous", role: $0) },
      addresses: rate > 0 ? AddressBuckets(perSecond: rate) : nil)
  }
}
