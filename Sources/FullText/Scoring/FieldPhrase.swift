/// A phrase of single terms, one right behind the other, in one field.
///
/// Belongs to one search on one thread.
final class FieldPhrase {
  /// How many documents of the window may hold all terms, and which of them is looked at next.
  @exclusivity(unchecked) private(set) var found = 0
  @exclusivity(unchecked) var next = 0
  /// Whether all lists stand on the document asked about last.
  @exclusivity(unchecked) private var holdsTerms = false
  /// Whether it stands on a window of its documents; false behind the last one.
  @exclusivity(unchecked) private var isOpen = true

  @exclusivity(unchecked) private var terms: BlockIntersection
  /// Where the terms stand in the phrase.
  private let places: [Place]
  /// Whether each term stands in one place in which any form will do.
  private let isPlain: Bool
  /// How often the only term, of which any form will do, stands right behind itself; 0 for every other phrase.
  private let repeats: Int
  /// Where the phrase may start in the current document.
  private let starts: IntegerBuffer
  private let positions: IntegerBuffer
  /// The positions of the joined terms' blocks in the window, and whether they have been read as a whole.
  @exclusivity(unchecked) private var pair: PairedPositions?
  @exclusivity(unchecked) private var isPairRead = false
  private let arena: PostingArena

  /// A place of a term in the phrase.
  struct Place {
    /// The number of its list.
    let list: Int
    let offset: UInt32
    /// The forms that will do, as ordinals; nil when all will.
    let forms: [UInt32]?
  }

  /// Takes lists that have the weight of the phrase, of which the first is the rarest, and the places of each, list by list.
  init(_ runs: TermRuns, places: [Place], scratch: SearchScratch) {
    if places.count > runs.count {
      for index in runs.indices {
        runs[index].spare = UInt32(Set(places.lazy.filter { $0.list == index }.map(\.offset)).count - 1)
      }
    }
    terms = BlockIntersection(runs, arena: scratch.arena)
    self.places = places
    isPlain = places.count == runs.count && places.allSatisfy { $0.forms == nil }
    repeats = runs.count == 1 && Self.isRow(places) ? places.count : 0
    starts = scratch.starts
    positions = scratch.positions
    arena = scratch.arena
  }

  /// Whether some places are one behind the other, each of which any form will do.
  private static func isRow(_ places: [Place]) -> Bool {
    let offsets = places.map(\.offset).sorted()
    return places.allSatisfy { $0.forms == nil }
      && zip(offsets, offsets.dropFirst()).allSatisfy { $0 + 1 == $1 }
  }

  /// The first document not below `target` that holds the rarest term; `endOfPostings` when there is no more.
  func lead(to target: DocID) -> DocID { isOpen ? terms.lead(to: target) : endOfPostings }

  /// The end of the window that starts at a document, at most `end`, which is also given when no document from there on holds
  /// all terms.
  func windowEnd(from document: DocID, until end: DocID) -> DocID {
    (found, next, isPairRead) = (0, 0, false)
    guard isOpen else { return end }
    let last = terms.windowEnd(from: document, until: end)
    if last != endOfPostings { return last }
    isOpen = false
    return end
  }

  /// Sets the bounds of what the documents of the window gain.
  func look(at document: DocID, until end: DocID) {
    if isOpen { terms.look(at: document, until: end) }
  }

  /// What a document of the window gains at most: the phrase occurs no more often than its rarest word.
  var windowGain: Float {
    guard isOpen else { return 0 }
    var least = Float.infinity
    for index in 0..<terms.count { least = min(least, terms.runs[index].windowGain) }
    return least
  }

  /// Finds the documents of the window that may hold all terms and gain at least so much by the rarest of them.
  func find(until end: DocID, gaining least: Double) {
    if isOpen { found = terms.shared(until: end, gaining: least) }
  }

  /// Reads the positions of the blocks in the window as a whole if documents found are so many that these are asked for theirs sooner.
  func readPositions() {
    guard isPlain, terms.joined == 2, terms.count == 2, found >= PairedPositions.fewestAsked else { return }
    if pair == nil { pair = PairedPositions(places[0].offset, places[1].offset, arena: arena) }
    isPairRead = pair!.read(&terms.runs[0].cursor, &terms.runs[1].cursor, asked: found)
  }

  /// Leaves out those of the documents found that gain less than `least` by the joined terms.
  func keepGaining(_ least: Double) {
    if found > 0 { found = terms.keepGaining(found, least) }
  }

  /// What one of the documents left by `keepGaining` gains if that may be `least` or more; 0 when it does not hold the phrase.
  func gain(ofLeft number: Int, least: Double) -> Float {
    if isPairRead {
      let count = pair!.count(terms.place(number, in: 0), terms.place(number, in: 1))
      return count == 0 ? 0 : scoring.gain(terms.document(number), UInt32(truncatingIfNeeded: count))
    }
    terms.stand(on: number)
    let document = terms.document(number)
    if isPlain, let list = terms.listOfOne { return holdsOnce(document, list) ? gain(1) : 0 }
    return gain(frequency(atLeast: scoring.occurrences(document, gaining: least)))
  }

  /// One of the documents found, by number, and what it gains at most, if it was left by `keepGaining`.
  @inline(__always)
  func found(_ number: Int) -> (document: DocID, bound: Float) {
    (terms.document(number), terms.bound(number))
  }

  /// The next of the documents found; `endOfPostings` behind the last.
  var document: DocID { next < found ? terms.document(next) : endOfPostings }

  /// Whether the next document holds the phrase, if it is this one.
  func holdsPhrase(found document: DocID) -> Bool {
    _ = gainBound(found: document)
    return holdsTerms && frequency() > 0
  }

  /// What a document gains at most that is the next one or was not found; positions are not read.
  @inline(__always)
  func gainBound(found document: DocID) -> Float {
    holdsTerms = false
    guard self.document == document else { return 0 }
    terms.stand(on: next)
    // The other lists have to be moved.
    guard terms.othersHold(next) else { return 0 }
    var most = UInt32.max
    for index in 0..<terms.count {
      let (frequency, spare) = (terms.runs[index].cursor.frequency, terms.runs[index].spare)
      most = min(most, max(frequency, spare) &- spare)
    }
    holdsTerms = most > 0
    return gain(most)
  }

  /// What the document gains of which the bound was asked for last; 0 when it does not hold the phrase.
  func gain() -> Float { holdsTerms ? gain(frequency()) : 0 }

  private var scoring: TermScoring { terms.runs[0].scoring }

  private func gain(_ frequency: UInt32) -> Float { scoring.gain(terms.runs[0].cursor.document, frequency) }

  /// How often the document holds the phrase on which the joined lists stand; 0 where that is less than `least`.
  ///
  /// A list that is not joined is moved only once the rarer terms stand in the document as they do in the phrase.
  private func frequency(atLeast least: Int = 1) -> UInt32 {
    if repeats > 1 {
      let rows = terms.runs[0].cursor.rows(of: repeats)
      return rows < least ? 0 : UInt32(rows)
    }
    let document = terms.runs[0].cursor.document
    guard isPlain else { return frequency(document, atLeast: least) }
    if terms.count > 1, !terms.holds(document, 1) { return 0 }
    if let list = terms.listOfOne { return least <= 1 && holdsOnce(document, list) ? 1 : 0 }
    starts.removeAll()
    starts.appendStarts(&terms.runs[0].cursor, offset: places[0].offset, forms: nil)
    for index in 1..<max(terms.count, 1) {
      guard starts.count >= least, terms.holds(document, index) else { return 0 }
      starts.keepCommon(with: &terms.runs[index].cursor, offset: places[index].offset, least: least)
    }
    return starts.count < least ? 0 : UInt32(starts.count)
  }

  /// Whether a document holds the phrase that holds one of the terms once.
  @inline(__always)
  private func holdsOnce(_ document: DocID, _ list: Int) -> Bool {
    guard let position = terms.runs[list].cursor.onlyPosition() else { return false }
    let start = position &- places[list].offset
    for index in 0..<terms.count where index != list {
      guard terms.holds(document, index),
        terms.runs[index].cursor.holds(position: start &+ places[index].offset)
      else { return false }
    }
    return true
  }

  /// The same for terms that stand in several places of the phrase, or in some forms only.
  private func frequency(_ document: DocID, atLeast least: Int) -> UInt32 {
    starts.removeAll()
    var read = -1
    for (number, place) in places.enumerated() {
      guard terms.holds(document, place.list) else { return 0 }
      let isRead = read == place.list && place.forms == nil && places[number - 1].forms == nil
      if !isRead {
        positions.removeAll()
        positions.appendStarts(&terms.runs[place.list].cursor, offset: 0, forms: place.forms)
        read = place.list
      }
      if number == 0 {
        starts.appendAll(of: positions, less: place.offset)
      } else {
        starts.keepCommon(with: positions, less: place.offset)
      }
      if starts.count < least { return 0 }
    }
    return UInt32(starts.count)
  }
}
