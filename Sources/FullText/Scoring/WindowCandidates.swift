/// Documents of a window that may become hits, rising, while more lists are looked up for all of them at once.
///
/// A plain value in memory of a searcher, which it shares with its copies and which must outlive it; a window has no more documents
/// than ``ScoreWindow/span``.
struct WindowCandidates {
  let documents: UnsafeMutablePointer<DocID>
  /// What each scores so far.
  let scores: UnsafeMutablePointer<Double>
  /// What each has gained by the word of the only list that was gone through.
  let leading: UnsafeMutablePointer<Double>
  /// What each gains by the lists that are being looked up.
  let gains: UnsafeMutablePointer<Double>
  var count = 0

  /// Which of them a list, or a block of it, holds, and where in the block.
  private let numbers: UnsafeMutablePointer<UInt16>
  private let places: UnsafeMutablePointer<UInt8>
  /// By document of a window how often a term occurs there; 0 between look-ups.
  private let frequencies: UnsafeMutablePointer<UInt32>

  init(_ memory: CandidateMemory) {
    documents = memory.documents
    scores = memory.numbers
    leading = memory.numbers + CandidateMemory.count
    gains = memory.numbers + 2 * CandidateMemory.count
    numbers = memory.offsets
    places = memory.places
    frequencies = memory.frequencies
  }

  /// Adds a document behind the last one.
  @inline(__always)
  mutating func append(_ document: DocID, _ score: Double) {
    assert(count < CandidateMemory.count - 1, "a window has no more documents than there is room for")
    documents[count] = document
    scores[count] = score
    count &+= 1
  }

  /// Keeps those whose score and `more` are not less than `least`; no branch depends on a score.
  mutating func keep(beside more: Double, _ least: Double, withLeading: Bool) {
    let (documents, scores, leading, count) = (documents, scores, leading, count)
    var kept = 0
    if withLeading {
      for number in 0..<count {
        let score = scores[number]
        documents[kept] = documents[number]
        scores[kept] = score
        leading[kept] = leading[number]
        kept &+= isNotBelow(score + more, least)
      }
    } else {
      for number in 0..<count {
        let score = scores[number]
        documents[kept] = documents[number]
        scores[kept] = score
        kept &+= isNotBelow(score + more, least)
      }
    }
    self.count = kept
  }

  /// Keeps those that `isKept` says.
  mutating func keep(_ isKept: (DocID) -> Bool) {
    var kept = 0
    for number in 0..<count where isKept(documents[number]) {
      documents[kept] = documents[number]
      scores[kept] = scores[number]
      leading[kept] = leading[number]
      kept += 1
    }
    count = kept
  }

  /// Keeps those that a list holds, and that score at least so much with what it and `more` add; adds what the list does.
  mutating func restrict(to run: inout TermRun, beside more: Double, _ least: Double) {
    let (documents, scores, scoring) = (documents, scores, run.scoring)
    var kept = 0
    lookUp(&run) { number, document, frequency in
      let score = scores[number] + Double(scoring.score(document, frequency))
      documents[kept] = document
      scores[kept] = score
      kept &+= isNotBelow(score + more, least)
    }
    count = kept
  }

  /// Calls `body` with each of them that a list holds, by number, and how often the term occurs there. The list must stand on the
  /// first one or before it, or on the first of its documents behind that.
  @inline(__always)
  func lookUp(_ run: inout TermRun, _ body: (_ number: Int, _ document: DocID, _ frequency: UInt32) -> Void) {
    if count == 0 { return }
    let span = Int(documents[count - 1] - documents[0]) + 1
    let postings = Int(run.cursor.documentFrequency) * span / Int(run.cursor.documentCount)
    if span <= ScoreWindow.span, postings < Self.passedPerLookUp * count {
      lookUpAll(&run, body)
    } else {
      lookUpEach(&run, body)
    }
  }

  /// So many postings are gone through in the time of looking a document up in a block.
  private static let passedPerLookUp = 3

  /// Looks all up at once, where they are dense: frequencies of the whole list are laid out by document.
  @inline(__always)
  private func lookUpAll(_ run: inout TermRun, _ body: (Int, DocID, UInt32) -> Void) {
    let (documents, frequencies, count) = (documents, frequencies, count)
    let (low, high) = (documents[0], documents[count - 1] + 1)
    if run.cursor.document < low { run.cursor.advance(to: low) }
    run.forEachPosting(until: high) { frequencies[Int($0 &- low)] = $1 }
    let numbers = numbers
    var found = 0
    for number in 0..<count {
      numbers[found] = UInt16(truncatingIfNeeded: number)
      found &+= Int(min(frequencies[Int(documents[number] &- low)], 1))
    }
    for index in 0..<found {
      let number = Int(numbers[index])
      let document = documents[number]
      body(number, document, frequencies[Int(document &- low)])
    }
    frequencies.update(repeating: 0, count: Int(high - low))
  }

  /// Looks one after the other up in the blocks that may hold it.
  @inline(__always)
  private func lookUpEach(_ run: inout TermRun, _ body: (Int, DocID, UInt32) -> Void) {
    let (documents, numbers, places, count) = (documents, numbers, places, count)
    var next = 0
    while next < count {
      if run.cursor.document < documents[next] { run.cursor.advance(to: documents[next]) }
      if run.cursor.document == endOfPostings { return }
      let last = run.cursor.documents[run.cursor.inBlock - 1]
      var finder = BlockFinder(run.cursor)
      var found = 0
      while next < count, documents[next] <= last {
        let (place, isHeld) = finder.find(documents[next])
        numbers[found] = UInt16(truncatingIfNeeded: next)
        places[found] = UInt8(truncatingIfNeeded: place)
        found &+= isHeld ? 1 : 0
        next &+= 1
      }
      run.cursor.stand(on: finder.place)
      if found == 0 { continue }
      if run.cursor.frequencyData != nil { run.cursor.decodeFrequencies() }
      let frequencies = run.cursor.frequencies
      for index in 0..<found {
        let number = Int(numbers[index])
        body(number, documents[number], frequencies[Int(places[index])])
      }
    }
  }
}

/// The memory of the candidates of one search at a time; owned by a searcher.
final class CandidateMemory {
  /// One more than there are may be written.
  static let count = ScoreWindow.span + 1

  fileprivate let documents: UnsafeMutablePointer<DocID>
  fileprivate let numbers: UnsafeMutablePointer<Double>
  fileprivate let offsets: UnsafeMutablePointer<UInt16>
  fileprivate let places: UnsafeMutablePointer<UInt8>
  fileprivate let frequencies: UnsafeMutablePointer<UInt32>

  init() {
    documents = .allocate(capacity: Self.count)
    numbers = .allocate(capacity: 3 * Self.count)
    offsets = .allocate(capacity: Self.count)
    places = .allocate(capacity: PostingListFormat.blockCount + 1)
    frequencies = .allocate(capacity: ScoreWindow.span)
    frequencies.initialize(repeating: 0, count: ScoreWindow.span)
  }

  deinit {
    documents.deallocate()
    numbers.deallocate()
    offsets.deallocate()
    places.deallocate()
    frequencies.deallocate()
  }
}

/// 1 where a number is not less than another, else 0; a comparison that is counted becomes a branch.
@inline(__always)
func isNotBelow(_ number: Double, _ least: Double) -> Int {
  Int(truncatingIfNeeded: ~(number - least).bitPattern >> 63)
}

/// The same in single precision.
@inline(__always)
func isNotBelow(_ number: Float, _ least: Float) -> Int {
  Int(truncatingIfNeeded: ~(number - least).bitPattern >> 31)
}
