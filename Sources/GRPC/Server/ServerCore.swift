import EventLoops
import Synchronization

/// What all connections of a server share; immutable, but for what each loop has of it.
final class ServerCore: Sendable {
  let table: RoutingTable
  let interceptors: [any ServerInterceptor]
  let observers: [any ServerObserver]
  let gate: (any ServerGate)?
  let tracer: (any CallTracer)?
  let configuration: ServerConfiguration
  let budget: BufferBudget
  private let pools = Mutex<[ObjectIdentifier: RunnerPool]>([:])

  init(
    _ router: Router, interceptors: [any ServerInterceptor], observers: [any ServerObserver],
    gate: (any ServerGate)?, tracer: (any CallTracer)?, configuration: ServerConfiguration
  ) {
    Route.number(router.routes)
    table = RoutingTable(router.routes)
    self.interceptors = interceptors
    self.observers = observers
    self.gate = gate
    self.tracer = tracer
    self.configuration = configuration
    budget = BufferBudget(limit: configuration.maxBufferedBytes)
  }

  /// The runners of a loop, made when they are first asked for.
  func runners(of loop: EventLoop) -> RunnerPool {
    pools.withLock { pools in
      let key = ObjectIdentifier(loop)
      if let pool = pools[key] { return pool }
      let pool = RunnerPool(on: loop)
      pools[key] = pool
      return pool
    }
  }
}
