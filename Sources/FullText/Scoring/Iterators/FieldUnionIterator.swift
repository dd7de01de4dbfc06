/// Documents that hold a term or a phrase in any of some fields; the occurrences in all fields are flattened together.
final class FieldUnionIterator: DocIterator {
  private let fields: [FieldIterator]
  private let weight: Float
  private let label: String

  /// Fields of one term or phrase, which all have its weight; at least one.
  init(_ fields: [FieldIterator], label: String) {
    self.fields = fields
    self.label = label
    weight = fields[0].scoring.weight
    super.init()
    settle()
  }

  override var cost: Int { fields.reduce(0) { $0 + $1.cost } }

  override func advance(to target: DocID) -> DocID {
    guard document < target else { return document }
    for field in fields where field.document < target { _ = field.advance(to: target) }
    settle()
    return document
  }

  private func settle() {
    var first = endOfPostings
    for field in fields { first = min(first, field.document) }
    document = first
  }

  override var isDear: Bool { fields.contains { $0.isDear } }

  override func bound() -> Double {
    var gain = 0.0
    for field in fields where field.document == document { gain += Double(field.gainBound()) }
    return Double(BM25.score(weight: weight, gain: Float(gain)))
  }

  override func matches() -> Bool { fields.contains { $0.document == document && $0.matches() } }

  override func score() -> Double {
    var gain = 0.0
    for field in fields where field.document == document && field.matches() { gain += Double(field.gain()) }
    return Double(BM25.score(weight: weight, gain: Float(gain)))
  }

  override func explain() -> Explanation {
    let held = fields.filter { $0.document == document && $0.matches() }
    if held.count == 1 { return held[0].explain() }
    let sorted = held.sorted { $0.gain() < $1.gain() }
    let shares = shares(sorted.map { Double($0.gain()) })
    return .sum(
      "\(label) in \(held.count) fields, flattened together, weight \(weight)",
      zip(sorted, shares).map { Explanation(value: $1, summary: "the share of \($0.occurrences)") })
  }

  /// What each of some gains, rising, contributes to the score.
  ///
  /// They are whole multiples of the score's last digit, so that they add up to it exactly.
  private func shares(_ gains: [Double]) -> [Double] {
    let score = score()
    let sum = gains.reduce(0, +)
    let unit = Double(Float(score).ulp)
    var shares = gains.map { sum > 0 && sum.isFinite ? (score * ($0 / sum) / unit).rounded() * unit : 0 }
    shares[shares.count - 1] = score - shares.dropLast().reduce(0, +)
    return shares
  }
}
