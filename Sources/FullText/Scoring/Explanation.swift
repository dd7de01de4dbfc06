/// How a score comes about: a value and the parts that make it up.
public struct Explanation: Sendable, Hashable {
  /// How the values of the parts make up the value.
  public enum Rule: Sendable, Hashable {
    /// There are no parts; the summary says where the value comes from.
    case given
    /// The value is exactly the sum of the parts.
    case sum
    /// The value is exactly the product of the parts.
    case product
  }

  /// The value explained.
  public var value: Double
  /// What it is, in words, with the figures that it was computed from.
  public var summary: String
  /// How the parts make up the value.
  public var rule: Rule
  /// The parts.
  public var parts: [Explanation]

  init(value: Double, summary: String, rule: Rule = .given, parts: [Explanation] = []) {
    self.value = value
    self.summary = summary
    self.rule = rule
    self.parts = parts
  }

  /// A sum of parts.
  static func sum(_ summary: String, _ parts: [Explanation]) -> Explanation {
    Explanation(value: parts.reduce(0) { $0 + $1.value }, summary: summary, rule: .sum, parts: parts)
  }
}
