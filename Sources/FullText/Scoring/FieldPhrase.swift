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
  /// The places of the terms in the phrase.
  private let offsets: [UInt32]
  /// The forms of each term that will do, as ordinals; nil when all of all terms will.
  private let forms: [[UInt32]?]?
  /// Where the phrase may start in the current document.
  private let starts: IntegerBuffer
  private let positions: IntegerBuffer

  /// Takes lists that have the weight of the phrase, of which the first is the rarest.
  init(_ runs: TermRuns, offsets: [UInt32], forms: [[UInt32]?]?, scratch: SearchScratch) {
    terms = BlockIntersection(runs, arena: scratch.arena)
    self.offsets = offsets
    self.forms = forms
    starts = scratch.starts
    positions = scratch.positions
  }

  /// The first document not below `target` that holds the rarest term; `endOfPostings` when there is no more.
  func lead(to target: DocID) -> DocID { isOpen ? terms.lead(to: target) : endOfPostings }

  /// The end of the window that starts at a document, at most `end`, which is also given when no document from there on holds
  /// all terms.
  func windowEnd(from document: DocID, until end: DocID) -> DocID {
    (found, next) = (0, 0)
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

  /// Leaves out those of the documents found that gain less than `least` by the joined terms.
  func keepGaining(_ least: Double) {
    if found > 0 { found = terms.keepGaining(found, least) }
  }

  /// What one of the documents left by `keepGaining` gains if that may be `least` or more; 0 when it does not hold the phrase.
  func gain(ofLeft number: Int, least: Double) -> Float {
    terms.stand(on: number)
    if terms.joined < terms.count {
      // The other lists have to be moved.
      guard terms.othersHold(number) else { return 0 }
      var frequency = UInt32.max
      for index in 0..<terms.count { frequency = min(frequency, terms.runs[index].cursor.frequency) }
      guard Double(gain(frequency)) >= least else { return 0 }
    }
    return gain(frequency(atLeast: scoring.occurrences(terms.document(number), gaining: least)))
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
    var frequency = UInt32.max
    for index in 0..<terms.joined { frequency = min(frequency, terms.runs[index].cursor.frequency) }
    if terms.joined < terms.count {
      // The other lists have to be moved.
      guard terms.othersHold(next) else { return 0 }
      for index in terms.joined..<terms.count {
        frequency = min(frequency, terms.runs[index].cursor.frequency)
      }
    }
    holdsTerms = true
    return gain(frequency)
  }

  /// What the document gains of which the bound was asked for last; 0 when it does not hold the phrase.
  func gain() -> Float { holdsTerms ? gain(frequency()) : 0 }

  private var scoring: TermScoring { terms.runs[0].scoring }

  private func gain(_ frequency: UInt32) -> Float { scoring.gain(terms.runs[0].cursor.document, frequency) }

  /// How often the current document holds the phrase; 0 where that is less than `least`.
  private func frequency(atLeast least: Int = 1) -> UInt32 {
    starts.removeAll()
    starts.appendStarts(&terms.runs[0].cursor, offset: offsets[0], forms: forms?[0])
    for index in 1..<max(terms.count, 1) where terms.count > 1 {
      if starts.count < least { return 0 }
      if let forms, let forms = forms[index] {
        positions.removeAll()
        positions.appendStarts(&terms.runs[index].cursor, offset: offsets[index], forms: forms)
        starts.keepCommon(with: positions)
      } else {
        starts.keepCommon(with: &terms.runs[index].cursor, offset: offsets[index], least: least)
      }
    }
    return starts.count < least ? 0 : UInt32(starts.count)
  }
}
