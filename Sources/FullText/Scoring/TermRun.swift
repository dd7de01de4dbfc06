/// Posting lists being scored, in the arena of their search: loops over them count no references.
typealias TermRuns = UnsafeMutableBufferPointer<TermRun>

/// A posting list being scored, with the bounds that tell which of its blocks need not be.
///
/// A plain value, valid while the search lives that made it.
struct TermRun {
  var cursor: PostingCursor
  let scoring: TermScoring
  /// Which of the search's words with several lists it belongs to; negative for a list that is scored alone.
  let word: Int
  /// Whether only the best of the word's lists counts; otherwise all of them are flattened together.
  let isChoice: Bool
  /// Whether it only adds to the scores of documents that other lists hold.
  let isExtra: Bool
  /// The largest score of any document of the list, and what it gains.
  let bound: Float
  let gainBound: Float
  /// The largest score of any document of the list in the window looked at, and what it gains.
  var windowBound: Float = 0
  var windowGain: Float = 0

  /// Whether its documents may be hits by what they gain in it and in other such lists.
  var isEssential = true
  /// How many occurrences what is looked for takes beside as many as it occurs itself: a phrase twice with a word three times has four.
  var spare: UInt32 = 0

  /// What a list is among those of a search.
  struct Place {
    var word = -1
    var isChoice = false
    var isExtra = false
    /// How many postings all lists of a choice have: it is given up as a whole, the worst list first.
    var postings = 0
  }

  private let reciprocalLength: Float
  private let frequencyBounds: UnsafePointer<Float>
  /// The block that holds, or follows, the start of the window looked at.
  private var shallow = 0
  private var boundedBlock = -1
  private var blockGain: Float = 0

  /// Stands on the first document that is not below `first`.
  init(
    cursor: consuming PostingCursor, from first: DocID, weight: Float, place: Place,
    norms: UnsafePointer<UInt8>,
    field: TextFieldID, tables: ScoreTables, tabulated: TabulatedScores?
  ) {
    word = place.word
    isChoice = place.isChoice
    isExtra = place.isExtra
    reciprocalLength = 1 / Float(max(place.postings, Int(cursor.documentFrequency)))
    frequencyBounds = tables.frequencyBounds
    scoring = TermScoring(
      weight: weight, norms: norms, gains: tables.gains(field), postings: cursor.documentFrequency,
      tables: cursor.isRepeated ? nil : tabulated)
    gainBound = Self.gainBound(cursor.impacts, scoring.gains, frequencyBounds)
    bound = BM25.score(weight: weight, gain: gainBound)
    self.cursor = cursor
    self.cursor.advance(to: first)
  }

  /// Stands on the first document that is not below `first` again, wherever it stood.
  mutating func restart(at first: DocID) {
    shallow = 0
    boundedBlock = -1
    cursor.restart()
    cursor.advance(to: first)
  }

  @inline(__always)
  private static func gainBound(
    _ impacts: Impacts, _ gains: UnsafePointer<Float>, _ frequencyBounds: UnsafePointer<Float>
  ) -> Float {
    var best: Float = 0
    for pair in 0..<Impacts.count {
      let frequency = frequencyBounds[Int(impacts.pairs[2 * pair])]
      best = max(best, frequency * gains[Int(impacts.pairs[2 * pair + 1])])
    }
    return best
  }

  /// Whether it scores whatever other lists of the search do.
  @inline(__always)
  var isAlone: Bool { word < 0 }

  /// What the current document gains.
  @inline(__always)
  var gain: Float {
    mutating get { scoring.gain(cursor.document, cursor.frequency) }
  }

  /// What a bound of the list is worth for each document that the list makes a search look at; an extra list, which makes it
  /// look at none, is worth less than all others.
  @inline(__always)
  func worth(of bound: Float) -> Float {
    let worth = bound * reciprocalLength
    return isExtra ? -1 / max(worth, Float.leastNormalMagnitude) : worth
  }

  /// The score of the current document, if nothing else adds to what it gains.
  @inline(__always)
  var score: Float {
    mutating get { scoring.score(cursor.document, cursor.frequency) }
  }

  /// The last document of the block that holds, or follows, `target`; `endOfPostings` when there is none.
  @inline(__always)
  mutating func lastOfBlock(at target: DocID) -> DocID {
    while shallow < cursor.blockCount {
      let last = cursor.last(shallow)
      if last >= target { return last }
      shallow += 1
    }
    return endOfPostings
  }

  /// A document that no document of the list from `start` on is below, found without decoding; `endOfPostings` when the
  /// list has run out.
  @inline(__always)
  mutating func earliest(from start: DocID) -> DocID {
    if cursor.document >= start { return cursor.document }
    if lastOfBlock(at: start) != endOfPostings { return start }
    return cursor.advance(to: start)
  }

  /// Sets the window's bounds from the blocks that overlap `low..<high`.
  @inline(__always)
  mutating func look(at low: DocID, until high: DocID) {
    windowGain = largestGain(at: low, until: high)
    windowBound = BM25.score(weight: scoring.weight, gain: windowGain)
  }

  /// Sets the window's bounds to those of the whole list.
  mutating func lookAtAll() { (windowGain, windowBound) = (gainBound, bound) }

  @inline(__always)
  private mutating func largestGain(at low: DocID, until high: DocID) -> Float {
    if cursor.document >= high { return 0 }
    var last = lastOfBlock(at: low)
    guard last != endOfPostings else { return 0 }
    if boundedBlock != shallow {
      boundedBlock = shallow
      blockGain = gainOfBlock(shallow)
    }
    var largest = blockGain
    var block = shallow
    while last < high - 1 {
      block += 1
      guard block < cursor.blockCount else { return largest }
      if block > shallow + 4 { return gainBound }
      largest = max(largest, gainOfBlock(block))
      last = cursor.last(block)
    }
    return largest
  }

  @inline(__always)
  private func gainOfBlock(_ block: Int) -> Float {
    Self.gainBound(cursor.impacts(ofBlock: block), scoring.gains, frequencyBounds)
  }

  /// The place in the current block behind its documents below `end`.
  @inline(__always)
  func placeBehind(_ end: DocID) -> Int {
    if cursor.documents[cursor.inBlock - 1] < end { return cursor.inBlock }
    var place = cursor.index
    while cursor.documents[place] < end { place &+= 1 }
    return place
  }

  /// Writes the documents below `end` from the current one on that are worth at least `least`, and where in the block they
  /// stand, and gives how many; all must be in the block. Moves to the first document not below `end` if that is in the block, too.
  @inline(__always)
  mutating func places(
    until end: DocID, worth least: Double, to places: UnsafeMutablePointer<UInt8>,
    _ found: UnsafeMutablePointer<DocID>, _ worth: (TermScoring, DocID, UInt32) -> Float
  ) -> Int {
    let documents = cursor.documents
    let first = cursor.index
    let behind = placeBehind(end)
    defer { cursor.stand(on: behind) }
    guard least > 0 else {
      for index in first..<behind {
        found[index &- first] = documents[index]
        places[index &- first] = UInt8(truncatingIfNeeded: index)
      }
      return behind - first
    }
    if cursor.frequencyData != nil { cursor.decodeFrequencies() }
    let (scoring, frequencies) = (scoring, cursor.frequencies)
    var count = 0
    for index in first..<behind {
      let document = documents[index]
      found[count] = document
      places[count] = UInt8(truncatingIfNeeded: index)
      count &+= Double(worth(scoring, document, frequencies[index])) >= least ? 1 : 0
    }
    return count
  }

  /// Calls `body` with each document below `high` from the current one on and its score, and stands behind them.
  @inline(__always)
  mutating func forEach(until high: DocID, _ body: (DocID, Float) -> Void) {
    let scoring = scoring
    forEachPosting(until: high) { body($0, scoring.score($0, $1)) }
  }

  /// Calls `body` with each document below `high` from the current one on and what it gains, and stands behind them.
  @inline(__always)
  mutating func forEachGain(until high: DocID, _ body: (DocID, Float) -> Void) {
    let scoring = scoring
    forEachPosting(until: high) { body($0, scoring.gain($0, $1)) }
  }

  /// Calls `body` with those documents below `high` from the current one on that may score as much as `least` says at the start of
  /// their block, and how often the term occurs in them, and stands behind them all.
  ///
  /// What the documents gain is compared first, without a branch or a division for each; `places` has room for those of a block.
  @inline(__always)
  mutating func forEach(
    until high: DocID, scoring least: () -> Double, _ places: UnsafeMutablePointer<UInt8>,
    _ body: (DocID, UInt32) -> Void
  ) {
    let scoring = scoring
    while cursor.document < high {
      if cursor.frequencyData != nil { cursor.decodeFrequencies() }
      let documents = cursor.documents
      let frequencies = cursor.frequencies
      let leastGain = Float(BM25.leastGain(weight: scoring.weight, score: least())).nextDown
      let behind = placeBehind(high)
      var found = 0
      for index in cursor.index..<behind {
        places[found] = UInt8(truncatingIfNeeded: index)
        found &+= isNotBelow(scoring.gain(documents[index], frequencies[index]), leastGain)
      }
      for place in 0..<found {
        let index = Int(places[place])
        body(documents[index], frequencies[index])
      }
      if behind < cursor.inBlock {
        cursor.stand(on: behind)
      } else {
        cursor.load(cursor.block + 1)
      }
    }
  }

  /// Calls `body` with each document of `low..<high` and its score, but with none of blocks in which no document scores as much
  /// as `least`; these are not decoded.
  @inline(__always)
  mutating func forEach(
    from low: DocID, until high: DocID, scoring least: Double, _ body: (DocID, Float) -> Void
  ) {
    let scoring = scoring
    var target = low
    while target < high {
      let last = lastOfBlock(at: target)
      guard last != endOfPostings else { return }
      if boundedBlock != shallow {
        boundedBlock = shallow
        blockGain = gainOfBlock(shallow)
      }
      if Double(BM25.score(weight: scoring.weight, gain: blockGain)) >= least {
        if cursor.document < target { cursor.advance(to: target) }
        if cursor.frequencyData != nil { cursor.decodeFrequencies() }
        let documents = cursor.documents
        let frequencies = cursor.frequencies
        var index = cursor.index
        while index < cursor.inBlock, documents[index] < high {
          body(documents[index], scoring.score(documents[index], frequencies[index]))
          index &+= 1
        }
        guard cursor.inBlock > 0 else { return }
        cursor.index = min(index, cursor.inBlock - 1)
        cursor.document = documents[cursor.index]
      }
      target = last + 1
    }
  }

  @inline(__always)
  mutating func forEachPosting(until high: DocID, _ body: (DocID, UInt32) -> Void) {
    while cursor.document < high {
      if cursor.frequencyData != nil { cursor.decodeFrequencies() }
      let documents = cursor.documents
      let frequencies = cursor.frequencies
      let count = cursor.inBlock
      var index = cursor.index
      while index < count, documents[index] < high {
        let document = documents[index]
        body(document, frequencies[index])
        index += 1
      }
      if index < count {
        cursor.index = index
        cursor.document = documents[index]
      } else {
        cursor.load(cursor.block + 1)
      }
    }
  }
}
