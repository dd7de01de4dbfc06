/// The documents of a window that the words of a conjunction share so far, and where in the lists they stand.
///
/// In the window every list stays within one block. Frequencies are left alone. Belongs to one search on one thread.
final class WindowMatches {
  /// How many documents there are.
  @exclusivity(unchecked) private(set) var count = 0

  private let capacity: Int
  private var documents: UnsafeMutablePointer<DocID>
  /// For each list the place of each document in the list's block, `absent` where the list does not hold it.
  private var places: UnsafeMutablePointer<UInt8>
  /// Whether a list of the current word holds the document: 1 or 0.
  private let isHeld: UnsafeMutablePointer<UInt8>
  private var mergedDocuments: UnsafeMutablePointer<DocID>
  private var mergedPlaces: UnsafeMutablePointer<UInt8>

  private static let absent: UInt8 = 255

  /// Has room for so many lists; the documents are those of one block of each of the first `leading`.
  init(lists: Int, leading: Int) {
    capacity = leading * PostingListFormat.blockCount
    documents = .allocate(capacity: capacity)
    places = .allocate(capacity: lists * capacity)
    isHeld = .allocate(capacity: capacity)
    mergedDocuments = .allocate(capacity: capacity)
    mergedPlaces = .allocate(capacity: leading * capacity)
  }

  deinit {
    documents.deallocate()
    places.deallocate()
    isHeld.deallocate()
    mergedDocuments.deallocate()
    mergedPlaces.deallocate()
  }

  func removeAll() { count = 0 }

  @inline(__always)
  func document(_ number: Int) -> DocID { documents[number] }

  /// The place of a document in the block of a list; nil when the list does not hold it.
  @inline(__always)
  func place(_ number: Int, in list: Int) -> Int? {
    let place = places[list * capacity + number]
    return place == Self.absent ? nil : Int(place)
  }

  // MARK: The first word

  /// Adds the documents below `end` of a list from its current one on; the lists before this one have been added.
  func unite(_ cursor: inout PostingCursor, _ list: Int, until end: DocID) {
    let places = places + list * capacity
    guard cursor.document < end else {
      places.update(repeating: Self.absent, count: count)
      return
    }
    let (block, first) = (cursor.documents, cursor.index)
    var behind = first
    while behind < cursor.inBlock, block[behind] < end { behind += 1 }
    if count == 0 {
      count = behind - first
      for number in 0..<count {
        documents[number] = block[first + number]
        places[number] = UInt8(truncatingIfNeeded: first + number)
      }
      for earlier in 0..<list {
        (self.places + earlier * capacity).update(repeating: Self.absent, count: count)
      }
    } else {
      merge(block, first..<behind, list)
    }
    cursor.stand(on: behind)
  }

  private func merge(_ block: UnsafeMutablePointer<DocID>, _ held: Range<Int>, _ list: Int) {
    var (own, at, merged) = (0, held.lowerBound, 0)
    while own < count || at < held.upperBound {
      let known = own < count ? documents[own] : endOfPostings
      let new = at < held.upperBound ? block[at] : endOfPostings
      mergedDocuments[merged] = min(known, new)
      for earlier in 0..<list {
        mergedPlaces[earlier * capacity + merged] =
          known <= new ? places[earlier * capacity + own] : Self.absent
      }
      mergedPlaces[list * capacity + merged] = new <= known ? UInt8(truncatingIfNeeded: at) : Self.absent
      own += known <= new ? 1 : 0
      at += new <= known ? 1 : 0
      merged += 1
    }
    swap(&documents, &mergedDocuments)
    count = merged
    for list in 0...list {
      (places + list * capacity).update(from: mergedPlaces + list * capacity, count: merged)
    }
  }

  /// Keeps those documents of the first word that the output allows; so many lists have been added.
  func keepAllowed(by output: ScoredOutput, lists: Int) {
    if output.allowsEverything { return }
    for number in 0..<count { isHeld[number] = output.allows(documents[number]) ? 1 : 0 }
    keepHeld(lists: lists)
  }

  // MARK: The other words

  /// Forgets which documents the word before held.
  func startWord() { isHeld.update(repeating: 0, count: count) }

  /// Finds the documents that a list of the word holds; no branch depends on whether it does.
  func lookUp(in cursor: inout PostingCursor, _ list: Int, until end: DocID) {
    let places = places + list * capacity
    if cursor.document < documents[0] { cursor.advance(to: documents[0]) }
    guard cursor.document < end else { return places.update(repeating: Self.absent, count: count) }
    let (documents, isHeld) = (documents, isHeld)
    var finder = BlockFinder(cursor)
    for number in 0..<count {
      let (place, isFound) = finder.find(documents[number])
      isHeld[number] |= isFound ? 1 : 0
      places[number] = isFound ? UInt8(truncatingIfNeeded: place) : Self.absent
    }
    cursor.stand(on: finder.place)
  }

  /// Keeps those documents that a list of the word holds; so many lists have been looked up.
  func keepHeld(lists: Int) {
    var kept = 0
    for number in 0..<count where isHeld[number] != 0 {
      documents[kept] = documents[number]
      for list in 0..<lists { places[list * capacity + kept] = places[list * capacity + number] }
      kept += 1
    }
    count = kept
  }
}
