/// The documents that several terms share, window by window.
///
/// In a window every list stays within one block, so that the bounds of these blocks hold for all of it, and what is left of
/// the leading list, the rarest, is found in each of the other blocks as in an array.
/// Belongs to one search on one thread.
final class BlockIntersection {
  /// How many lists there are; at least one.
  let count: Int
  /// The lists, the rarest first.
  let runs: UnsafeMutablePointer<TermRun>
  private let documents: UnsafeMutablePointer<DocID>
  /// For each list, where in its current block the shared documents stand.
  private let places: UnsafeMutablePointer<UInt8>
  /// Which of the documents shared before each document that is left was.
  private let sources: UnsafeMutablePointer<UInt8>

  /// Takes lists of which the first is the rarest.
  init(_ sorted: consuming [TermRun]) {
    count = sorted.count
    runs = .allocate(capacity: count)
    runs.initialize(from: sorted, count: count)
    documents = .allocate(capacity: Self.blockCount)
    places = .allocate(capacity: count * Self.blockCount)
    sources = .allocate(capacity: Self.blockCount)
  }

  deinit {
    runs.deinitialize(count: count)
    runs.deallocate()
    documents.deallocate()
    places.deallocate()
    sources.deallocate()
  }

  private static let blockCount = PostingListFormat.blockCount

  /// Moves the leading list to the first document not below `target`.
  @inline(__always)
  func lead(to target: DocID) -> DocID {
    if runs[0].cursor.document < target { runs[0].cursor.advance(to: target) }
    return runs[0].cursor.document
  }

  /// The end of the window that starts at a document, at most `end`; sets the windows' bounds of all lists.
  ///
  /// `endOfPostings` when a list has run out: no document from there on is shared.
  func windowEnd(from document: DocID, until end: DocID) -> DocID {
    var last = end - 1
    for index in 0..<count {
      let lastOfBlock = runs[index].lastOfBlock(at: document)
      if lastOfBlock == endOfPostings { return endOfPostings }
      last = min(last, lastOfBlock)
    }
    for index in 0..<count { runs[index].look(at: document, until: last + 1) }
    return last + 1
  }

  /// Finds the documents of the window from the leading list's on that all lists share and that score at least `least` in
  /// the leading list; gives how many.
  func shared(until end: DocID, scoring least: Double) -> Int {
    var found = runs[0].places(until: end, scoring: least, to: places, documents)
    for index in 1..<max(count, 1) where count > 1 {
      if found == 0 { return 0 }
      if runs[index].cursor.document < documents[0] { runs[index].cursor.advance(to: documents[0]) }
      guard runs[index].cursor.document < end else { return 0 }
      found = keepShared(index, found)
    }
    return found
  }

  /// One of the shared documents, by number.
  @inline(__always)
  func document(_ number: Int) -> DocID { documents[number] }

  /// Stands all lists on one of the shared documents, by number.
  @inline(__always)
  func select(_ number: Int) -> DocID {
    let document = documents[number]
    for index in 0..<count {
      runs[index].cursor.document = document
      runs[index].cursor.index = Int(places[index * Self.blockCount + number])
    }
    return document
  }

  /// Keeps those of the documents found that the block of a list holds, too; no branch depends on whether it does.
  private func keepShared(_ list: Int, _ found: Int) -> Int {
    var finder = BlockFinder(runs[list].cursor)
    let places = places + list * Self.blockCount
    let (documents, sources) = (documents, sources)
    var kept = 0
    for next in 0..<found {
      let document = documents[next]
      let (place, isHeld) = finder.find(document)
      documents[kept] = document
      places[kept] = UInt8(truncatingIfNeeded: place)
      sources[kept] = UInt8(truncatingIfNeeded: next)
      kept &+= isHeld ? 1 : 0
    }
    runs[list].cursor.stand(on: finder.place)
    keep(kept, below: list)
    return kept
  }

  /// Drops the places, in the lists before, of documents that are no longer shared.
  @inline(__always)
  private func keep(_ kept: Int, below list: Int) {
    for index in 0..<list {
      let places = places + index * Self.blockCount
      for number in 0..<kept { places[number] = places[Int(sources[number])] }
    }
  }
}
