/// The best documents of a phrase of single terms, one right behind the other, in any of some fields.
///
/// Goes through the documents that the terms share stretch by stretch; stretches in which no document could become a hit are
/// skipped without being decoded. Positions are read last, and only where a document that held the phrase as often as its
/// rarest word could become a hit. Belongs to one search on one thread.
final class PhraseSearch {
  private let fields: [FieldPhrase]
  private let weight: Float
  private let output: ScoredOutput
  private let interruption: Interruption

  init(_ fields: [FieldPhrase], weight: Float, output: ScoredOutput, interruption: Interruption) {
    self.fields = fields
    self.weight = weight
    self.output = output
    self.interruption = interruption
  }

  /// Shows the output every document of a stretch that may be a hit.
  func run(_ range: Range<DocID>) {
    var document = lead(to: range.lowerBound)
    while document < range.upperBound {
      let end = stretch(from: document, until: range.upperBound)
      let gains = fields.reduce(0) { $0 + Double($1.windowGain) }
      if scored(gains) >= output.threshold {
        for field in fields {
          // What two sets of fields score together is at most what each of them scores.
          let others = scored(gains - Double(field.windowGain))
          field.find(until: end, scoring: output.threshold - others - rounding)
        }
        let found = fields.reduce(0) { $0 + $1.found }
        checkAll()
        if interruption.tick(8 * found + 16) { return }
      }
      document = lead(to: end)
    }
  }

  private func lead(to target: DocID) -> DocID {
    fields.reduce(endOfPostings) { min($0, $1.lead(to: target)) }
  }

  /// The end of the stretch in which the bounds of one block of each list hold.
  private func stretch(from document: DocID, until end: DocID) -> DocID {
    if fields.count == 1 { return fields[0].stretch(from: document, until: end) }
    let least = fields.reduce(end) { min($0, $1.stretch(from: document, until: end)) }
    for field in fields { field.shorten(from: document, until: least) }
    return least
  }

  /// How much more the sum of two scores of single precision may be than what both gain together would score.
  private var rounding: Double { fields.count == 1 ? 0 : 8 * Double(weight.ulp) }

  private func scored(_ gain: Double) -> Double { Double(BM25.score(weight: weight, gain: Float(gain))) }

  /// Takes those documents found that hold the phrase.
  private func checkAll() {
    var document = fields.reduce(endOfPostings) { min($0, $1.document) }
    while document != endOfPostings {
      if output.allows(document) { check(document) }
      var following = endOfPostings
      for field in fields {
        if field.document == document { field.next += 1 }
        following = min(following, field.document)
      }
      document = following
    }
  }

  private func check(_ document: DocID) {
    var bound = 0.0
    for field in fields where field.document == document { bound += Double(field.gainBound()) }
    guard scored(bound) >= output.threshold else { return }
    var gain = 0.0
    for field in fields where field.document == document { gain += Double(field.gain()) }
    if gain > 0 { output.take(document, scored(gain)) }
  }
}
