import Glibc

/// A preference for new documents: the score falls with age, by half of its decaying share each half-life.
///
/// The factor is `(1 − share) + share · 2^(−age / halfLife)`, 1 for documents of `now` or later, and `1 − share` for
/// documents without a time.
public struct Recency: Sendable, Hashable {
  /// The integer field that holds the time.
  public var field: IntegerFieldID
  /// The time from which age is measured, in the field's unit.
  public var now: Int64
  /// The age at which the decaying share has halved, in the field's unit; positive.
  public var halfLife: Int64
  /// How much of the score decays, from 0 to 1.
  public var share: Double

  /// Makes a preference; half of the score decays unless told otherwise.
  public init(field: IntegerFieldID, now: Int64, halfLife: Int64, share: Double = 0.5) {
    self.field = field
    self.now = now
    self.halfLife = max(halfLife, 1)
    self.share = min(max(share, 0), 1)
  }

  /// The factor of a document of that time; never above 1 and never rising with age.
  func factor(_ time: Int64?) -> Double {
    guard let time else { return 1 - share }
    guard time < now else { return 1 }
    let age = Double(now) - Double(time)
    return (1 - share) + share * exp2(-age / Double(halfLife))
  }
}
