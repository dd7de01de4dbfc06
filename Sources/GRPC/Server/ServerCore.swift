/// What all connections of a server share; immutable.
final class ServerCore: Sendable {
  let table: RoutingTable
  let interceptors: [any ServerInterceptor]
  let observers: [any ServerObserver]
  let gate: (any ServerGate)?
  let tracer: (any CallTracer)?
  let configuration: ServerConfiguration
  let budget: BufferBudget

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
}
