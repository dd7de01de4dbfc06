/// What the owner of a service asks of its clients: time-outs, retries, hedging, load balancing.
///
/// Made in code, or from the JSON that gRPC defines. A caller's own options go before it.
///
/// Source: gRPC, "Service Config in gRPC"; gRFC A6, "gRPC Retry Design".
public struct ServiceConfig: Sendable, Hashable {
  /// What holds for which methods; the most exact name counts.
  public var methods: [MethodConfig]

  /// How calls are spread over addresses; `nil` leaves it to the channel.
  public var loadBalancing: LoadBalancing?

  /// When a channel stops to retry and to hedge because too many calls fail; `nil` for never.
  public var retryThrottling: RetryThrottling?

  /// A configuration of these parts; without any it asks for nothing.
  public init(
    methods: [MethodConfig] = [], loadBalancing: LoadBalancing? = nil, retryThrottling: RetryThrottling? = nil
  ) {
    self.methods = methods
    self.loadBalancing = loadBalancing
    self.retryThrottling = retryThrottling
  }
}
