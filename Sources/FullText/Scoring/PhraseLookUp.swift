/// The documents of a set that hold a phrase of words one right behind the other, of which each may be any of some terms, in any of
/// some fields.
///
/// Belongs to one search on one thread.
final class PhraseLookUp {
  /// A term and its place in the phrase.
  struct Place {
    /// Has the weight of the phrase.
    let run: TermRun
    let offset: UInt32
    /// The forms that will do, as ordinals; nil when all will.
    let forms: [UInt32]?
  }

  private let runs: TermRuns
  private let offsets: [UInt32]
  private let forms: [[UInt32]?]
  /// The lists of each word, the rarest word of a field first, and the words of each field.
  private let words: [Range<Int>]
  private let fields: [Range<Int>]
  /// Where the phrase may start in the current document.
  private let starts: IntegerBuffer
  private let positions: IntegerBuffer
  private let weight: Float
  private let interruption: Interruption

  /// Takes the places of each word of each field; every field has words, and every word places.
  init(_ fields: [[[Place]]], weight: Float, scratch: SearchScratch, interruption: Interruption) {
    var places: [Place] = []
    var words: [Range<Int>] = []
    var ranges: [Range<Int>] = []
    for field in fields {
      let first = words.count
      for word in field.sorted(by: { Self.postings($0) < Self.postings($1) }) {
        words.append(places.count..<places.count + word.count)
        places += word
      }
      ranges.append(first..<words.count)
    }
    self.words = words
    self.fields = ranges
    runs = TermRuns(start: scratch.arena.allocate(places.count), count: places.count)
    for index in runs.indices { runs.initializeElement(at: index, to: places[index].run) }
    starts = scratch.starts
    positions = scratch.positions
    offsets = places.map(\.offset)
    forms = places.map(\.forms)
    self.weight = weight
    self.interruption = interruption
  }

  private static func postings(_ word: [Place]) -> Int {
    word.reduce(0) { $0 + Int($1.run.cursor.documentFrequency) }
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
  private func gain(_ document: DocID, by count: (_ field: Range<Int>, DocID) -> UInt32) -> Double {
    var sum = 0.0
    for field in fields {
      let count = count(field, document)
      if count > 0 { sum += Double(runs[words[field.lowerBound].lowerBound].scoring.gain(document, count)) }
    }
    return sum
  }

  /// How often the phrase occurs in a field of a document at most, which is not below the one asked about before; positions are
  /// not read.
  private func mostFrequent(_ field: Range<Int>, _ document: DocID) -> UInt32 {
    var least = UInt32.max
    for word in field {
      var sum: UInt32 = 0
      for list in words[word] {
        if runs[list].cursor.document < document { runs[list].cursor.advance(to: document) }
        if runs[list].cursor.document == document { sum &+= runs[list].cursor.frequency }
      }
      if sum == 0 { return 0 }
      least = min(least, sum)
    }
    return least
  }

  /// How often the phrase occurs in a field of the document asked about last.
  private func frequency(_ field: Range<Int>, _ document: DocID) -> UInt32 {
    for word in field {
      let buffer = word == field.lowerBound ? starts : positions
      buffer.removeAll()
      var held = 0
      for list in words[word] where runs[list].cursor.document == document {
        buffer.appendStarts(&runs[list].cursor, offset: offsets[list], forms: forms[list])
        held += 1
      }
      if held > 1 { buffer.sortStarts() }
      if word > field.lowerBound { starts.keepCommon(with: positions) }
      if starts.count == 0 { return 0 }
    }
    return UInt32(starts.count)
  }
}
