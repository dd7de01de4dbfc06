/// Which attempts of a call are replaced because the server has not looked at them: those that it has never heard of, and one
/// that it has refused.
///
/// Source: gRFC A6, "Transparent Retries".
struct TransparentRetries {
  private static let maxRefusals: UInt8 = 1
  /// A connection that sends nothing so many times in a row is not going to.
  private static let maxUnsent: UInt8 = 3

  private var refusals: UInt8 = 0
  private var unsent: UInt8 = 0

  /// Whether another attempt replaces one that failed.
  ///
  /// - Parameter onSameConnection: whether the one before failed there, too.
  mutating func permits(after fate: AttemptFate, onSameConnection: Bool) -> Bool {
    switch fate {
    case .processed: return false
    case .unsent:
      unsent = onSameConnection ? unsent + 1 : 1
      return unsent <= Self.maxUnsent
    case .refused:
      refusals += 1
      return refusals <= Self.maxRefusals
    }
  }
}
