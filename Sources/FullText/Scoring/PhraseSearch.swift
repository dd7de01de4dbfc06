/// The best documents of a phrase of single terms, one right behind the other, in any of some fields.
///
/// Goes through the documents that the terms share window by window. Positions are read last. Belongs to one search on one
/// thread.
final class PhraseSearch {
  /// Apart from the others, of which there are mostly none: loops over an array count references to its elements, in each window.
  private let first: FieldPhrase
  private let others: [FieldPhrase]
  private let isAlone: Bool
  private let weight: Float
  private let interruption: Interruption
  /// Documents that gain less score less than a threshold.
  @exclusivity(unchecked) private var leastGain = 0.0
  @exclusivity(unchecked) private var gainThreshold = 0.0

  /// - Returns: nil when there are no fields.
  init?(_ fields: [FieldPhrase], weight: Float, interruption: Interruption) {
    guard let first = fields.first else { return nil }
    self.first = first
    others = Array(fields.dropFirst())
    isAlone = others.isEmpty
    self.weight = weight
    self.interruption = interruption
  }

  /// Adds every document of a range that holds the phrase to a set.
  func insertAll(in range: Range<DocID>, into set: BitSet) {
    var document = lead(to: range.lowerBound)
    while document < range.upperBound {
      let end = windowEnd(from: document, until: range.upperBound)
      forEachField { $0.find(until: end, gaining: 0) }
      forEachFound { document in
        if first.holdsPhrase(found: document) || others.contains(where: { $0.holdsPhrase(found: document) }) {
          set.insert(document)
        }
      }
      if interruption.tick(8 * foundCount + 16) { return }
      document = lead(to: end)
    }
  }

  /// Shows an output every document of a range that may be a hit.
  ///
  /// Windows in which no document could become one are skipped without being decoded, and positions are only read where a
  /// document that held the phrase as often as its rarest word could.
  func run(_ range: Range<DocID>, _ output: ScoredOutput) {
    var document = lead(to: range.lowerBound)
    while document < range.upperBound {
      let end = windowEnd(from: document, until: range.upperBound)
      if find(from: document, until: end, scoring: output.threshold) {
        let found = foundCount
        if isAlone {
          takeFound(output)
        } else {
          forEachFound { document in
            if output.allows(document) { take(document, output) }
          }
        }
        if interruption.tick(8 * found + 16) { return }
      }
      document = lead(to: end)
    }
  }

  /// Finds the documents of a window that may hold the phrase and score so much; false when none can.
  private func find(from document: DocID, until end: DocID, scoring least: Double) -> Bool {
    // Nothing is left out while everything is taken.
    if least <= 0 {
      forEachField { $0.find(until: end, gaining: 0) }
      return true
    }
    forEachField { $0.look(at: document, until: end) }
    let gains = sum { Double($0.windowGain) }
    guard scored(gains) >= least else { return false }
    forEachField { field in
      // What two sets of fields score together is at most what each of them scores.
      let others = isAlone ? 0 : scored(gains - Double(field.windowGain))
      field.find(until: end, gaining: gain(scoring: least - others - rounding))
    }
    return true
  }

  @inline(__always)
  private func forEachField(_ body: (FieldPhrase) -> Void) {
    body(first)
    if isAlone { return }
    for field in others { body(field) }
  }

  @inline(__always)
  private func sum(_ value: (FieldPhrase) -> Double) -> Double {
    var sum = value(first)
    if isAlone { return sum }
    for field in others { sum += value(field) }
    return sum
  }

  @inline(__always)
  private func lowest(_ value: (FieldPhrase) -> DocID) -> DocID {
    var lowest = value(first)
    if isAlone { return lowest }
    for field in others { lowest = min(lowest, value(field)) }
    return lowest
  }

  private var foundCount: Int {
    isAlone ? first.found : others.reduce(first.found) { $0 + $1.found }
  }

  private func lead(to target: DocID) -> DocID { lowest { $0.lead(to: target) } }

  /// The end of the window in which the bounds of one block of each leading list hold.
  private func windowEnd(from document: DocID, until end: DocID) -> DocID {
    lowest { $0.windowEnd(from: document, until: end) }
  }

  /// How much more the sum of two scores of single precision may be than what both gain together would score.
  private var rounding: Double { isAlone ? 0 : 8 * Double(weight.ulp) }

  private func scored(_ gain: Double) -> Double { Double(BM25.score(weight: weight, gain: Float(gain))) }

  /// Calls `body` with each document found; the fields in which it was found stand on it.
  @inline(__always)
  private func forEachFound(_ body: (DocID) -> Void) {
    var document = lowest { $0.document }
    while document != endOfPostings {
      body(document)
      document = lowest { field in
        if field.document == document { field.next += 1 }
        return field.document
      }
    }
  }

  /// Takes those documents found in the only field that hold the phrase and score enough.
  ///
  /// What a document gains at most is worked out for all of them before anything else is asked about one.
  private func takeFound(_ output: ScoredOutput) {
    let field = first
    setLeastGain(output.threshold)
    field.keepGaining(leastGain)
    field.readPositions()
    for number in 0..<field.found {
      let (document, bound) = field.found(number)
      guard Double(bound) >= leastGain, output.allows(document) else { continue }
      let gain = field.gain(ofLeft: number, least: leastGain)
      guard gain > 0 else { continue }
      output.take(document, scored(Double(gain)))
      setLeastGain(output.threshold)
    }
  }

  /// Takes a document that was found if it holds the phrase and scores enough.
  @inline(__always)
  private func take(_ document: DocID, _ output: ScoredOutput) {
    setLeastGain(output.threshold)
    guard sum({ Double($0.gainBound(found: document)) }) >= leastGain else { return }
    let gain = sum { Double($0.gain()) }
    if gain > 0 { output.take(document, scored(gain)) }
  }

  /// A gain of which any score of a threshold is one or more.
  @inline(__always)
  private func setLeastGain(_ threshold: Double) {
    if threshold == gainThreshold { return }
    gainThreshold = threshold
    leastGain = gain(scoring: threshold)
  }

  /// A gain of which any that scores so much is one or more.
  private func gain(scoring score: Double) -> Double { BM25.leastGain(weight: weight, score: score) }
}
