/// The documents of a set that hold a phrase of words one right behind the other, of which each may be any of some terms, in any of
/// some fields.
///
/// Belongs to one search on one thread.
final class PhraseLookUp {
  /// A word of the phrase in one field.
  struct Word {
    /// The numbers of its lists.
    let lists: Range<Int>
    /// Its place in the phrase.
    let offset: UInt32
  }

  /// The lists of all words, which have the weight of the phrase.
  private let runs: TermRuns
  /// For each list the forms that will do, as ordinals; nil when all will.
  private let forms: [[UInt32]?]
  /// The words of each field, which has some, the rarest first.
  private let fields: [[Word]]
  /// Where the phrase may start in the current document.
  private let starts: IntegerBuffer
  private let positions: IntegerBuffer
  private let weight: Float
  private let interruption: Interruption

  init(
    _ runs: TermRuns, forms: [[UInt32]?], fields: [[Word]], weight: Float, scratch: SearchScratch,
    interruption: Interruption
  ) {
    self.runs = runs
    self.forms = forms
    self.fields = fields
    starts = scratch.starts
    positions = scratch.positions
    self.weight = weight
    self.interruption = interruption
  }

  /// Shows an output those documents of a set that lie in a range, hold the phrase and may be hits.
  func run(_ documents: BitSet, _ range: Range<DocID>, _ output: ScoredOutput) {
    documents.forEach(in: range) { document in
      if interruption.tick(8) { return }
      let bound = gain(document, by: mostFrequent)
      guard bound > 0, scored(bound) >= output.threshold, output.allows(document) else { return }
      let gain = gain(document, by: frequency)
      if gain > 0 { output.take(document, scored(gain)) }
    }
  }

  /// Adds those documents of a set that lie in a range and hold the phrase to another one.
  func insertAll(of documents: BitSet, in range: Range<DocID>, into set: BitSet) {
    documents.forEach(in: range) { document in
      if interruption.tick(8) { return }
      let isHeld = fields.contains { mostFrequent($0, document) > 0 && frequency($0, document) > 0 }
      if isHeld { set.insert(document) }
    }
  }

  private func scored(_ gain: Double) -> Double { Double(BM25.score(weight: weight, gain: Float(gain))) }

  @inline(__always)
  private func gain(_ document: DocID, by count: (_ field: [Word], DocID) -> UInt32) -> Double {
    var sum = 0.0
    for field in fields {
      let count = count(field, document)
      if count > 0 { sum += Double(runs[field[0].lists.lowerBound].scoring.gain(document, count)) }
    }
    return sum
  }

  /// How often the phrase occurs in a field of a document at most, which is not below the one asked about before; positions are
  /// not read.
  private func mostFrequent(_ field: [Word], _ document: DocID) -> UInt32 {
    var least = UInt32.max
    for word in field {
      var sum: UInt32 = 0
      for list in word.lists {
        if runs[list].cursor.document < document { runs[list].cursor.advance(to: document) }
        if runs[list].cursor.document == document { sum &+= runs[list].cursor.frequency }
      }
      if sum == 0 { return 0 }
      least = min(least, sum)
    }
    return least
  }

  /// How often the phrase occurs in a field of the document asked about last.
  private func frequency(_ field: [Word], _ document: DocID) -> UInt32 {
    starts.removeAll()
    for (number, word) in field.enumerated() {
      if number == 0 {
        appendStarts(of: word, document, to: starts)
      } else if let list = onlyList(of: word, document) {
        starts.keepCommon(with: &runs[list].cursor, offset: word.offset, least: 1)
      } else {
        positions.removeAll()
        appendStarts(of: word, document, to: positions)
        starts.keepCommon(with: positions)
      }
      if starts.count == 0 { return 0 }
    }
    return UInt32(starts.count)
  }

  /// The only list of a word that holds a document, if any form of it will do.
  private func onlyList(of word: Word, _ document: DocID) -> Int? {
    var only: Int?
    for list in word.lists where runs[list].cursor.document == document {
      if only != nil || forms[list] != nil { return nil }
      only = list
    }
    return only
  }

  /// Adds where the phrase would start for each occurrence of a word in a document.
  private func appendStarts(of word: Word, _ document: DocID, to buffer: IntegerBuffer) {
    var held = 0
    for list in word.lists where runs[list].cursor.document == document {
      buffer.appendStarts(&runs[list].cursor, offset: word.offset, forms: forms[list])
      held += 1
    }
    if held > 1 { buffer.sortStarts() }
  }
}
