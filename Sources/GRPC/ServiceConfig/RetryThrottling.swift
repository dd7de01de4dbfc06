/// When a channel stops to retry and to hedge: a store of tokens that failures use up and successes fill again.
///
/// Source: gRFC A6, "Throttling Retry Attempts and Hedged RPCs".
public struct RetryThrottling: Sendable, Hashable {
  /// The tokens at the start, and the most there can be; at half of them retries stop.
  public var maxTokens: Int

  /// What a success gives back of the one token that a failure takes; three decimals count.
  public var tokenRatio: Double

  /// A store of tokens.
  public init(maxTokens: Int, tokenRatio: Double) {
    self.maxTokens = maxTokens
    self.tokenRatio = tokenRatio
  }
}
