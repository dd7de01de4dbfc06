/// The best documents of a phrase of single terms, one right behind the other, in one field.
///
/// Goes through the documents that the terms share stretch by stretch; stretches in which no document could become a hit are
/// skipped without being decoded. Positions are read last, and only where a document that held the phrase as often as its
/// rarest word could become a hit. Belongs to one search on one thread.
final class PhraseSearch {
  /// A term and its place in the phrase.
  struct Place {
    var run: TermRun
    let offset: UInt32
  }

  private let terms: BlockIntersection
  private let offsets: [UInt32]
  private let output: ScoredOutput
  private let interruption: Interruption
  /// Where the phrase may start in the current document.
  private let starts = IntegerBuffer(capacity: 64)
  private let positions = IntegerBuffer(capacity: 64)

  /// The runs have the weight of the phrase.
  init(_ places: consuming [Place], output: ScoredOutput, interruption: Interruption) {
    let sorted = places.sorted { $0.run.cursor.documentFrequency < $1.run.cursor.documentFrequency }
    terms = BlockIntersection(sorted.map(\.run))
    offsets = sorted.map(\.offset)
    self.output = output
    self.interruption = interruption
  }

  /// Shows the output every document of a stretch that may be a hit.
  func run(_ range: Range<DocID>) {
    var document = terms.lead(to: range.lowerBound)
    while document < range.upperBound {
      let end = terms.stretch(from: document, until: range.upperBound)
      if end == endOfPostings { return }
      if bound >= output.threshold {
        let found = terms.shared(until: end, scoring: output.threshold)
        for number in 0..<found { check(terms.select(number)) }
        if interruption.tick(8 * found + 16) { return }
      }
      document = terms.lead(to: end)
    }
  }

  /// What a document of the stretch scores at most.
  private var bound: Double {
    var bound = Float.infinity
    for index in 0..<terms.count { bound = min(bound, terms.runs[index].windowBound) }
    return Double(bound)
  }

  /// Takes a document, on which all lists stand, if it holds the phrase.
  private func check(_ document: DocID) {
    guard output.allows(document) else { return }
    var least = UInt32.max
    for index in 0..<terms.count { least = min(least, terms.runs[index].cursor.frequency) }
    guard Double(terms.runs[0].scoring.score(document, least)) >= output.threshold else { return }
    let frequency = phraseFrequency()
    if frequency > 0 { output.take(document, Double(terms.runs[0].scoring.score(document, frequency))) }
  }

  private func phraseFrequency() -> UInt32 {
    read(0, into: starts)
    for index in 1..<max(terms.count, 1) where terms.count > 1 {
      read(index, into: positions)
      keepCommon()
      if starts.count == 0 { return 0 }
    }
    return UInt32(starts.count)
  }

  /// Reads where the phrase would start for each occurrence of a term in the current document.
  private func read(_ place: Int, into buffer: IntegerBuffer) {
    buffer.removeAll()
    let offset = offsets[place]
    terms.runs[place].cursor.readOccurrences(withForms: false) { position, _ in
      buffer.append(position &- offset)
    }
  }

  /// Keeps those starts that are among the positions; both rise as signed numbers.
  private func keepCommon() {
    let other = positions.values
    let own = starts.mutableValues
    var kept = 0
    var at = 0
    for index in 0..<starts.count {
      let start = Int32(bitPattern: own[index])
      while at < other.count, Int32(bitPattern: other[at]) < start { at += 1 }
      guard at < other.count else { break }
      if Int32(bitPattern: other[at]) == start {
        own[kept] = own[index]
        kept += 1
      }
    }
    starts.truncate(to: kept)
  }
}
