/// The best documents of a phrase of single terms, one right behind the other, in one field.
///
/// The rarest list leads and the others gallop behind it. Positions are read last, and only where a document that held the
/// phrase as often as its rarest word could become a hit; stretches in which none could are skipped without being decoded.
/// Belongs to one search on one thread.
final class PhraseSearch {
  /// A term and its place in the phrase.
  struct Place {
    var run: TermRun
    let offset: UInt32
  }

  private let places: UnsafeMutablePointer<Place>
  private let count: Int
  private let output: ScoredOutput
  private let interruption: Interruption
  /// Where the phrase may start in the current document.
  private let starts = IntegerBuffer(capacity: 64)
  private let positions = IntegerBuffer(capacity: 64)

  /// The runs have the weight of the phrase.
  init(_ terms: consuming [Place], output: ScoredOutput, interruption: Interruption) {
    let sorted = terms.sorted { $0.run.cursor.documentFrequency < $1.run.cursor.documentFrequency }
    count = sorted.count
    places = .allocate(capacity: count)
    places.initialize(from: sorted, count: count)
    self.output = output
    self.interruption = interruption
  }

  deinit {
    places.deinitialize(count: count)
    places.deallocate()
  }

  /// Shows the output every document of a stretch that may be a hit.
  func run(_ range: Range<DocID>) {
    var document = advance(0, to: range.lowerBound)
    // The document behind those whose bound is known to suffice.
    var unbounded: DocID = 0
    while document < range.upperBound, !interruption.tick() {
      if document >= unbounded {
        let (last, bound) = lookAhead(document)
        if bound < output.threshold {
          guard last < endOfPostings - 1 else { return }
          document = advance(0, to: last + 1)
          continue
        }
        unbounded = last + 1
      }
      let candidate = align(document)
      if candidate == document {
        if output.allows(document) { check(document) }
        document = places[0].run.cursor.next()
      } else {
        document = candidate == endOfPostings ? endOfPostings : advance(0, to: candidate)
      }
    }
  }

  /// The last document up to which all lists stay within their current blocks, and what a document there scores at most.
  private func lookAhead(_ document: DocID) -> (last: DocID, bound: Double) {
    var last = endOfPostings - 1
    for index in 0..<count { last = min(last, places[index].run.lastOfBlock(at: document)) }
    var bound = Float.infinity
    for index in 0..<count {
      places[index].run.look(at: document, until: last + 1)
      bound = min(bound, places[index].run.windowBound)
    }
    return (last, Double(bound))
  }

  @inline(__always)
  private func advance(_ place: Int, to document: DocID) -> DocID {
    if places[place].run.cursor.document < document { places[place].run.cursor.advance(to: document) }
    return places[place].run.cursor.document
  }

  /// The document when all lists hold it, else the first one that may be next.
  @inline(__always)
  private func align(_ document: DocID) -> DocID {
    for index in 1..<max(count, 1) where count > 1 {
      let found = advance(index, to: document)
      if found != document { return found }
    }
    return document
  }

  /// Takes the document on which all lists stand if it holds the phrase.
  private func check(_ document: DocID) {
    var least = UInt32.max
    for index in 0..<count { least = min(least, places[index].run.cursor.frequency) }
    guard Double(places[0].run.score(document, least)) >= output.threshold else { return }
    let frequency = phraseFrequency()
    if frequency > 0 { output.take(document, Double(places[0].run.score(document, frequency))) }
  }

  private func phraseFrequency() -> UInt32 {
    read(0, into: starts)
    for index in 1..<max(count, 1) where count > 1 {
      read(index, into: positions)
      keepCommon()
      if starts.count == 0 { return 0 }
    }
    return UInt32(starts.count)
  }

  /// Reads where the phrase would start for each occurrence of a term in the current document.
  private func read(_ place: Int, into buffer: IntegerBuffer) {
    buffer.removeAll()
    let offset = places[place].offset
    places[place].run.cursor.readOccurrences(withForms: false) { position, _ in
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
