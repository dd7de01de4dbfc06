/// The best documents of a phrase of single terms, one right behind the other, in any of some fields.
///
/// Goes through the documents that the terms share stretch by stretch. Positions are read last. Belongs to one search on one
/// thread.
final class PhraseSearch {
  private let fields: [FieldPhrase]
  private let weight: Float
  private let interruption: Interruption

  init(_ fields: [FieldPhrase], weight: Float, interruption: Interruption) {
    self.fields = fields
    self.weight = weight
    self.interruption = interruption
  }

  /// Adds every document of a stretch that holds the phrase to a set.
  func insertAll(in range: Range<DocID>, into set: BitSet) {
    var document = lead(to: range.lowerBound)
    while document < range.upperBound {
      let end = stretch(from: document, until: range.upperBound)
      for field in fields { field.find(until: end, scoring: 0) }
      let found = fields.reduce(0) { $0 + $1.found }
      forEachFound { document in
        if fields.contains(where: { $0.holdsPhrase(found: document) }) { set.insert(document) }
      }
      if interruption.tick(8 * found + 16) { return }
      document = lead(to: end)
    }
  }

  /// Shows an output those documents of a set, all of which hold the phrase, that lie in a stretch and may be hits.
  func run(_ matches: BitSet, _ range: Range<DocID>, _ output: ScoredOutput) {
    matches.forEach(in: range) { document in
      if interruption.tick(8) { return }
      take(document, output) { $0.gainBound(in: document) }
    }
  }

  /// Shows an output every document of a stretch that may be a hit.
  ///
  /// Stretches in which no document could become one are skipped without being decoded, and positions are only read where a
  /// document that held the phrase as often as its rarest word could.
  func run(_ range: Range<DocID>, _ output: ScoredOutput) {
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
        forEachFound { document in
          if output.allows(document) { take(document, output) { $0.gainBound(found: document) } }
        }
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

  /// Calls `body` with each document found; the fields in which it was found stand on it.
  @inline(__always)
  private func forEachFound(_ body: (DocID) -> Void) {
    var document = fields.reduce(endOfPostings) { min($0, $1.document) }
    while document != endOfPostings {
      body(document)
      var following = endOfPostings
      for field in fields {
        if field.document == document { field.next += 1 }
        following = min(following, field.document)
      }
      document = following
    }
  }

  /// Takes a document if it holds the phrase and scores enough; `bound` says what a field gains at most.
  @inline(__always)
  private func take(_ document: DocID, _ output: ScoredOutput, gaining bound: (FieldPhrase) -> Float) {
    let most = fields.reduce(0) { $0 + Double(bound($1)) }
    guard scored(most) >= output.threshold else { return }
    let gain = fields.reduce(0) { $0 + Double($1.gain()) }
    if gain > 0 { output.take(document, scored(gain)) }
  }
}
