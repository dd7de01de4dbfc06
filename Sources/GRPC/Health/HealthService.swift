/// The health service of gRPC (`grpc.health.v1`): which services of a server take calls.
///
/// The state is set by whoever knows it, under the full name of a service; the empty name stands
/// for the server as a whole. Thread-safe; one object serves any number of servers.
public struct HealthService: HealthServer {
  /// How many services `List` names before it refuses to.
  private static let listLimit = 100

  private let states = HealthStates()

  /// A health service that knows the given services, all in one state.
  public init(
    services: [String] = [], initially state: HealthCheckResponse.ServingStatus = .serving
  ) {
    for service in services + [""] { states.set(state, of: service) }
  }

  /// Sets the state of a service; its watchers hear of it.
  public func set(_ state: HealthCheckResponse.ServingStatus, of service: String = "") {
    states.set(state, of: service)
  }

  /// Forgets a service.
  public func remove(_ service: String) { states.set(nil, of: service) }

  /// Sets every service to not serving, for good: what a server does before it stops.
  public func shutDown() { states.shutDown() }

  /// Ends every `Watch` with `UNAVAILABLE` once its client has been told the last state: what a server does when it is about
  /// to stop, or it would wait for clients that watch for as long as it lives.
  public func endWatches() { states.endWatches() }

  /// Returns the state of a service at this moment.
  public func check(
    _ request: HealthCheckRequest, context: ServerContext
  ) async throws -> HealthCheckResponse {
    guard let state = states.state(of: request.service) else {
      throw RPCError(.notFound, "service '\(request.service)' is not known here")
    }
    return HealthCheckResponse(state)
  }

  /// Returns the state of every service at this moment.
  public func list(
    _ request: HealthListRequest, context: ServerContext
  ) async throws -> HealthListResponse {
    let all = states.all
    guard all.count <= Self.listLimit else {
      throw RPCError(
        .resourceExhausted, "\(all.count) services are more than the \(Self.listLimit) that are listed")
    }
    var response = HealthListResponse()
    response.statuses = all.mapValues(HealthCheckResponse.init)
    return response
  }

  /// Returns the state of a service now and again whenever it changes.
  public func watch(
    _ request: HealthCheckRequest, responses: ResponseWriter<HealthCheckResponse>,
    context: ServerContext
  ) async throws {
    var last: HealthCheckResponse.ServingStatus?
    for await state in states.watch(request.service) where state != last {
      last = state
      try await responses.send(HealthCheckResponse(state))
    }
    try Task.checkCancellation()
    throw RPCError(.unavailable, "the server is stopping")
  }
}

extension HealthCheckResponse {
  /// The message that reports a state.
  init(_ state: ServingStatus) {
    self.init()
    status = state
  }
}
