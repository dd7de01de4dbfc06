/// A posting list being scored, with the bounds that tell which of its blocks need not be.
///
/// A plain value: arrays of runs live in raw memory, so that the loops over them count no references. Valid while the
/// search lives that made it.
struct TermRun {
  var cursor: PostingCursor
  let weight: Float
  /// The largest score of any document of the list.
  let bound: Float
  /// The largest score of any document of the list in the window looked at.
  var windowBound: Float = 0

  private let reciprocalLength: Float
  private let norms: UnsafePointer<UInt8>
  private let inverses: UnsafePointer<Float>
  /// The scores of one, two and three occurrences for each norm code; nil for a list too short to be worth it.
  private let table: UnsafeMutablePointer<Float>?
  private let frequencyBounds: UnsafePointer<Float>
  /// The block that holds, or follows, the start of the window looked at.
  private var shallow = 0
  private var boundedBlock = -1
  private var blockBound: Float = 0

  init(
    cursor: consuming PostingCursor, weight: Float, norms: UnsafePointer<UInt8>, field: TextFieldID,
    tables: ScoreTables, memory: FloatArena?
  ) {
    self.weight = weight
    self.norms = norms
    reciprocalLength = 1 / Float(cursor.documentFrequency)
    inverses = tables.inverses(field)
    frequencyBounds = tables.frequencyBounds
    bound = Self.bound(cursor.impacts, weight, inverses, frequencyBounds)
    table = cursor.documentFrequency < Self.tabulatedFrom ? nil : memory?.allocate(3 * 256)
    if let table { Self.tabulate(weight, inverses, table) }
    self.cursor = cursor
    self.cursor.next()
  }

  @inline(__always)
  private static func bound(
    _ impacts: Impacts, _ weight: Float, _ inverses: UnsafePointer<Float>,
    _ frequencyBounds: UnsafePointer<Float>
  ) -> Float {
    var best: Float = 0
    for pair in 0..<Impacts.count {
      let frequency = frequencyBounds[Int(impacts.pairs[2 * pair])]
      let inverse = inverses[Int(impacts.pairs[2 * pair + 1])]
      best = max(best, BM25.score(weight: weight, frequency: frequency, inverse: inverse))
    }
    return best
  }

  /// Lists at least this long score from a table.
  private static let tabulatedFrom = 256

  private static func tabulate(
    _ weight: Float, _ inverses: UnsafePointer<Float>, _ table: UnsafeMutablePointer<Float>
  ) {
    for frequency in 1...3 {
      let row = table + (frequency - 1) * 256
      for norm in 0..<256 {
        row[norm] = BM25.score(
          weight: weight, frequency: Float(frequency), inverse: inverses[norm])
      }
    }
  }

  /// The score of a document of the field in which the term occurs so often.
  @inline(__always)
  func score(_ document: DocID, _ frequency: UInt32) -> Float {
    let norm = Int(norms[Int(document)])
    if let table, frequency <= 3 { return table[(Int(frequency) - 1) << 8 + norm] }
    return BM25.score(weight: weight, frequency: Float(frequency), inverse: inverses[norm])
  }

  /// What a bound of the list is worth for each document that the list makes a search look at.
  @inline(__always)
  func worth(of bound: Float) -> Float { bound * reciprocalLength }

  /// The score of the current document.
  @inline(__always)
  var score: Float {
    mutating get { score(cursor.document, cursor.frequency) }
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

  /// Sets the window's bound from the blocks that overlap `low..<high`.
  @inline(__always)
  mutating func look(at low: DocID, until high: DocID) {
    windowBound = 0
    if cursor.document >= high { return }
    var last = lastOfBlock(at: low)
    guard last != endOfPostings else { return }
    if boundedBlock != shallow {
      boundedBlock = shallow
      blockBound = boundOfBlock(shallow)
    }
    windowBound = blockBound
    var block = shallow
    while last < high - 1 {
      block += 1
      guard block < cursor.blockCount else { return }
      if block > shallow + 4 {
        windowBound = bound
        return
      }
      windowBound = max(windowBound, boundOfBlock(block))
      last = cursor.last(block)
    }
  }

  @inline(__always)
  private func boundOfBlock(_ block: Int) -> Float {
    Self.bound(cursor.impacts(ofBlock: block), weight, inverses, frequencyBounds)
  }

  /// Writes the documents below `end` from the current one on that score at least `least`, and where in the block they stand,
  /// and gives how many; all must be in the block. Moves to the first document not below `end` if that is in the block, too.
  @inline(__always)
  mutating func places(
    until end: DocID, scoring least: Double, to places: UnsafeMutablePointer<UInt8>,
    _ found: UnsafeMutablePointer<DocID>
  ) -> Int {
    if cursor.frequencyData != nil { cursor.decodeFrequencies() }
    let documents = cursor.documents
    let frequencies = cursor.frequencies
    var count = 0
    var index = cursor.index
    while index < cursor.inBlock, documents[index] < end {
      let document = documents[index]
      found[count] = document
      places[count] = UInt8(truncatingIfNeeded: index)
      count &+= Double(score(document, frequencies[index])) >= least ? 1 : 0
      index &+= 1
    }
    cursor.index = min(index, cursor.inBlock - 1)
    cursor.document = documents[cursor.index]
    return count
  }

  /// Calls `body` with each document below `high` from the current one on and its score, and stands behind them.
  @inline(__always)
  mutating func forEach(until high: DocID, _ body: (DocID, Float) -> Void) {
    while cursor.document < high {
      if cursor.frequencyData != nil { cursor.decodeFrequencies() }
      let documents = cursor.documents
      let frequencies = cursor.frequencies
      let count = cursor.inBlock
      var index = cursor.index
      while index < count, documents[index] < high {
        let document = documents[index]
        body(document, score(document, frequencies[index]))
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
