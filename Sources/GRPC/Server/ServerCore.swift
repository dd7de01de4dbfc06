/// What all connections of a server share; immutable.
final class ServerCore: Sendable {
  let table: RoutingTable
  let interceptors: [any ServerInterceptor]
  let observers: [any ServerObserver]
  let configuration: ServerConfiguration
  let budget: BufferBudget

  init(
    _ router: Router, interceptors: [any ServerInterceptor], observers: [any ServerObserver],
    configuration: ServerConfiguration
  ) {
    table = RoutingTable(router.routes)
    self.interceptors = interceptors
    self.observers = observers
    self.configuration = configuration
    budget = BufferBudget(limit: configuration.maxBufferedBytes)
  }
}
