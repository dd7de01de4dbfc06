/// The documents that several terms share, window by window.
///
/// In a window the rarest list, which leads, and the next one, if it is not much longer, stay within one block, so that what is
/// left of the leading list is found in the other block as in an array. The other lists, whose blocks may end often within the
/// window, are asked for one document after the other. What it knows lies in the arena of its search, so there is one of it.
struct BlockIntersection {
  /// How many lists there are; at least one.
  let count: Int
  /// The lists, the rarest first.
  let runs: TermRuns
  /// How many lists stay within a block, at least one, and of how many the blocks in a window bound what they score; the others are
  /// bounded as a whole.
  let joined: Int
  private let near: Int
  private let documents: UnsafeMutablePointer<DocID>
  /// For each of the joined lists, where in its current block the shared documents stand.
  private let places: UnsafeMutablePointer<UInt8>
  /// For each document left by `keepGaining`, what it gains at most; for each left by `keepScoring`, what it scores.
  private let bounds: UnsafeMutablePointer<Float>
  private let scores: UnsafeMutablePointer<Double>

  /// In so many windows to come nothing is left out by what the leading list scores.
  private var unscored = 0

  /// Where scores leave out fewer than half of the documents, so many windows are passed before they are asked for again.
  private static let windowsUnscored = 15

  /// Lists so many times as long as the leading one have too many blocks in a window to look at.
  private static let farLength = 16

  /// Takes lists of which the first is the rarest.
  init(_ sorted: TermRuns, arena: PostingArena) {
    runs = sorted
    count = sorted.count
    let limit = Self.farLength * Int(sorted[0].cursor.documentFrequency)
    near = sorted.count { Int($0.cursor.documentFrequency) <= limit }
    joined = min(near, 2)
    for index in near..<count { runs[index].lookAtAll() }
    documents = arena.allocate(Self.blockCount)
    places = arena.allocate(2 * Self.blockCount)
    bounds = arena.allocate(Self.blockCount)
    scores = arena.allocate(Self.blockCount)
  }

  private static let blockCount = PostingListFormat.blockCount

  /// Moves the leading list to the first document not below `target`.
  @inline(__always)
  func lead(to target: DocID) -> DocID {
    if runs[0].cursor.document < target { runs[0].cursor.advance(to: target) }
    return runs[0].cursor.document
  }

  /// The end of the window that starts at a document, at most `end`.
  ///
  /// `endOfPostings` when a list has run out: no document from there on is shared.
  func windowEnd(from document: DocID, until end: DocID) -> DocID {
    var last = end - 1
    for index in 0..<joined {
      let lastOfBlock = runs[index].lastOfBlock(at: document)
      if lastOfBlock == endOfPostings { return endOfPostings }
      last = min(last, lastOfBlock)
    }
    for index in joined..<count where runs[index].cursor.document == endOfPostings { return endOfPostings }
    return last + 1
  }

  /// Sets the windows' bounds of all lists for a window.
  func look(at document: DocID, until end: DocID) {
    for index in 0..<near { runs[index].look(at: document, until: end) }
  }

  /// Finds the documents of the window from the leading list's on that the joined lists share, without some of those that score
  /// less than `least` in the leading list; gives how many.
  mutating func shared(until end: DocID, scoring least: Double) -> Int {
    shared(until: end, worth: least) { $0.score($1, $2) }
  }

  /// The same for what they gain, which asks for no table of scores.
  mutating func shared(until end: DocID, gaining least: Double) -> Int {
    shared(until: end, worth: least) { $0.gain($1, $2) }
  }

  @inline(__always)
  private mutating func shared(
    until end: DocID, worth least: Double, _ worth: (TermScoring, DocID, UInt32) -> Float
  ) -> Int {
    if joined > 1, least <= 0 || unscored > 0 {
      unscored = max(0, unscored - 1)
      return shared(until: end)
    }
    let first = runs[0].cursor.index
    let found = runs[0].places(until: end, worth: least, to: places, documents, worth)
    if 2 * found > runs[0].cursor.index - first { unscored = Self.windowsUnscored }
    guard joined > 1, found > 0 else { return found }
    if runs[1].cursor.document < documents[0] { runs[1].cursor.advance(to: documents[0]) }
    guard runs[1].cursor.document < end else { return 0 }
    return keepShared(found)
  }

  /// Finds all documents of the window that the two joined lists share.
  private func shared(until end: DocID) -> Int {
    let all = runs[0].cursor.documents
    let first = runs[0].cursor.index
    let behind = runs[0].placeBehind(end)
    runs[0].cursor.stand(on: behind)
    if runs[1].cursor.document < all[first] { runs[1].cursor.advance(to: all[first]) }
    guard runs[1].cursor.document < end else { return 0 }
    var finder = BlockFinder(runs[1].cursor)
    let (documents, places) = (documents, places)
    let others = places + Self.blockCount
    var kept = 0
    for index in first..<behind {
      let document = all[index]
      let (place, isHeld) = finder.find(document)
      documents[kept] = document
      places[kept] = UInt8(truncatingIfNeeded: index)
      others[kept] = UInt8(truncatingIfNeeded: place)
      kept &+= isHeld ? 1 : 0
    }
    runs[1].cursor.stand(on: finder.place)
    return kept
  }

  /// One of the documents found, by number.
  @inline(__always)
  func document(_ number: Int) -> DocID { documents[number] }

  /// Where one of the documents found stands in the current block of a joined list.
  @inline(__always)
  func place(_ number: Int, in list: Int) -> Int { Int(places[list &* Self.blockCount &+ number]) }

  /// Keeps those of the documents found that gain something, and at least so much, in the leading list if they hold what is looked
  /// for as often as the rarer of the joined terms, and gives how many; no branch depends on whether they do.
  func keepGaining(_ found: Int, _ least: Double) -> Int {
    decodeFrequencies()
    let scoring = runs[0].scoring
    let (first, second) = (runs[0].cursor.frequencies, runs[joined - 1].cursor.frequencies)
    let (firstSpare, secondSpare) = (runs[0].spare, runs[joined - 1].spare)
    let least = max(least, Double(Float.leastNonzeroMagnitude))
    let (documents, places, bounds) = (documents, places, bounds)
    let others = places + (joined - 1) * Self.blockCount
    var kept = 0
    for next in 0..<found {
      let (document, place, other) = (documents[next], places[next], others[next])
      let (leading, joining) = (first[Int(place)], second[Int(other)])
      let occurrences = min(max(leading, firstSpare) &- firstSpare, max(joining, secondSpare) &- secondSpare)
      let gain = scoring.gain(document, occurrences)
      documents[kept] = document
      places[kept] = place
      others[kept] = other
      bounds[kept] = gain
      kept &+= Double(gain) >= least ? 1 : 0
    }
    return kept
  }

  /// Keeps those of the documents found that score at least so much in the joined lists and beside them, and gives how many; no branch
  /// depends on whether they do.
  func keepScoring(_ found: Int, beside constant: Double, _ least: Double) -> Int {
    decodeFrequencies()
    let (isAlone, leading, joining) = (joined == 1, runs[0].scoring, runs[joined - 1].scoring)
    let (first, second) = (runs[0].cursor.frequencies, runs[joined - 1].cursor.frequencies)
    let (documents, places, scores) = (documents, places, scores)
    let others = places + (joined - 1) * Self.blockCount
    var kept = 0
    for next in 0..<found {
      let (document, place, other) = (documents[next], places[next], others[next])
      var score = Double(leading.score(document, first[Int(place)])) + constant
      if !isAlone { score += Double(joining.score(document, second[Int(other)])) }
      documents[kept] = document
      places[kept] = place
      others[kept] = other
      scores[kept] = score
      kept &+= score >= least ? 1 : 0
    }
    return kept
  }

  private func decodeFrequencies() {
    for index in 0..<joined where runs[index].cursor.frequencyData != nil {
      runs[index].cursor.decodeFrequencies()
    }
  }

  /// What one of the documents that `keepScoring` left scores, by number.
  @inline(__always)
  func score(_ number: Int) -> Double { scores[number] }

  /// What one of the documents that `keepGaining` left gains at most, by number.
  @inline(__always)
  func bound(_ number: Int) -> Float { bounds[number] }

  /// Stands the joined lists on one of the documents found, by number.
  @inline(__always)
  func stand(on number: Int) {
    for index in 0..<joined {
      runs[index].cursor.document = documents[number]
      runs[index].cursor.index = Int(places[index * Self.blockCount + number])
    }
  }

  /// One of the joined lists that has a single occurrence in the document on which they stand; nil when none has.
  @inline(__always)
  var listOfOne: Int? {
    if runs[0].cursor.frequency == 1 { return 0 }
    return joined > 1 && runs[1].cursor.frequency == 1 ? 1 : nil
  }

  /// Stands the other lists on one of the documents found, by number; false when one of them does not hold it.
  @inline(__always)
  func othersHold(_ number: Int) -> Bool {
    let document = documents[number]
    for index in joined..<count where !holds(document, index) { return false }
    return true
  }

  /// Whether a list holds a document on which the joined lists stand; it stands on that if so.
  @inline(__always)
  func holds(_ document: DocID, _ index: Int) -> Bool {
    if index < joined { return true }
    if runs[index].cursor.document < document { runs[index].cursor.advance(to: document) }
    return runs[index].cursor.document == document
  }

  /// Keeps those of the documents found that the block of the second list holds, too; no branch depends on whether it does.
  private func keepShared(_ found: Int) -> Int {
    var finder = BlockFinder(runs[1].cursor)
    let (documents, places) = (documents, places)
    let others = places + Self.blockCount
    var kept = 0
    for next in 0..<found {
      let document = documents[next]
      let (place, isHeld) = finder.find(document)
      documents[kept] = document
      places[kept] = places[next]
      others[kept] = UInt8(truncatingIfNeeded: place)
      kept &+= isHeld ? 1 : 0
    }
    runs[1].cursor.stand(on: finder.place)
    return kept
  }
}
