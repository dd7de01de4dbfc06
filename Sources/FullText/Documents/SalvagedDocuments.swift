/// The records of a damaged documents image that are still as they were written, and what is known of the others.
public struct SalvagedDocuments: Sendable {
  /// A record that cannot be read.
  public struct Lost: Hashable, Sendable {
    /// Its document's number; of a range when several are lost in one place, or when it cannot be told which.
    public let documents: ClosedRange<DocID>
    /// What stands where its key should be, if that can be a key: nothing vouches for it unless `isKeyCertain`.
    public let key: [UInt8]?
    /// Whether an index says that this is the key.
    public fileprivate(set) var isKeyCertain = false
    /// What follows the key, up to a few hundred bytes.
    public let content: [UInt8]
  }

  /// Sound records of consecutive documents, of which the first is one of `first`.
  private struct Run: Sendable {
    var offsets: [Int] = []
    var first: ClosedRange<Int> = 0...0
  }

  private static let contentBytes = 256
  private let region: ImageRegion
  private let count: Int
  private var runs: [Run] = []
  /// What cannot be read, in order.
  public private(set) var lost: [Lost] = []

  /// Where the sound records lie, in order, of documents that `isWanted`; one of which that cannot be told is not.
  /// - Complexity: O(documents).
  public func offsets(where isWanted: (DocID) -> Bool) -> [Int] {
    var result: [Int] = []
    for run in runs {
      for (place, offset) in run.offsets.enumerated() {
        let documents = DocID(run.first.lowerBound + place)...DocID(run.first.upperBound + place)
        if documents.allSatisfy(isWanted) { result.append(offset) }
      }
    }
    return result
  }

  /// Calls `body` with the pieces of a documents image of the records at `offsets`.
  /// - Complexity: O(bytes).
  public func write<Failure: Error>(
    _ offsets: [Int], _ body: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    var identity = DocumentsIdentity(bytes: UInt64(DocumentsImage.headerBytes), checksum: 0)
    for offset in offsets {
      identity.checksum = DocumentsImage.combine(identity.checksum, recordAt: offset, in: image)
      identity.bytes += UInt64(record(offset).count)
    }
    let header = DocumentsImage.header(count: offsets.count, identity: identity)
    try body(header.bytes)
    for offset in offsets { try body(record(offset)) }
    withExtendedLifetime(header) {}
  }

  /// The payload of the sound record at an offset.
  public func payload(at offset: Int) -> UnsafeRawBufferPointer {
    StoredDocument(image, at: offset)?.payload ?? UnsafeRawBufferPointer(start: emptyBytes, count: 0)
  }

  private func record(_ offset: Int) -> UnsafeRawBufferPointer {
    StoredDocument(image, at: offset)?.record ?? UnsafeRawBufferPointer(start: emptyBytes, count: 0)
  }

  private var image: UnsafeRawBufferPointer { region.bytes }

  /// - Parameter isWhole: whether the image has the length that it was written with, or a greater one.
  init(_ region: ImageRegion, count: Int, isWhole: Bool, index: OpenedIndexImage?) {
    self.region = region
    self.count = count
    let index = index?.documentCount == count ? index : nil
    if let index,
      let offsets = DocumentOffsets(index.bytes(.documentOffsets), documentCount: count)
    {
      read { offsets.offset(DocID($0)) }
    } else {
      search(isWhole: isWhole)
    }
    if let index, let keys = KeyTable(index.bytes(.keyTable), documentCount: count) { confirmKeys(keys) }
  }

  /// Reads every record where an index says that it lies.
  private mutating func read(_ offset: (Int) -> Int) {
    for number in 0..<count {
      let place = offset(number)
      if isSound(place) {
        let isNext = (runs.last.map { $0.first.lowerBound + $0.offsets.count } ?? -1) == number
        if !isNext { runs.append(Run(first: number...number)) }
        runs[runs.count - 1].offsets.append(place)
      } else {
        lose(number...number, at: place)
      }
    }
  }

  private func isSound(_ offset: Int) -> Bool { StoredDocument(image, at: offset)?.isIntact ?? false }

  private mutating func lose(_ numbers: ClosedRange<Int>, at offset: Int) {
    let (key, content) = keyAndContent(offset)
    lost.append(
      Lost(
        documents: DocID(numbers.lowerBound)...DocID(numbers.upperBound), key: key, content: content))
  }

  /// Notes which of the keys found in lost records are theirs by the index.
  private mutating func confirmKeys(_ keys: KeyTable) {
    for place in lost.indices {
      let documents = lost[place].documents
      lost[place].isKeyCertain =
        lost[place].key?.withUnsafeBytes { key in
          keys.find(KeyTable.hash(key)) { documents.contains($0) } != nil
        } ?? false
    }
  }

  private func keyAndContent(_ offset: Int) -> (key: [UInt8]?, content: [UInt8]) {
    let start = offset &+ DocumentsImage.recordHeaderBytes
    guard start >= 0, start < image.count else { return (nil, []) }
    var cursor = ByteCursor(UnsafeRawBufferPointer(rebasing: image[start...]))
    let length = cursor.count()
    guard length > 0, length <= Limits.keyBytes else { return (nil, []) }
    let key = Array(cursor.bytes(length))
    guard !cursor.isPastEnd else { return (nil, []) }
    return (key, Array(cursor.bytes(min(Self.contentBytes, cursor.remaining))))
  }
}

// Without an index.
extension SalvagedDocuments {
  /// The longest record that is looked for where nothing says that one begins; each place costs a checksum of its length.
  private static let longestSought = 1 << 25

  /// Records that are missing between two runs, or behind the last one.
  private struct Gap {
    let offset: Int
    /// The fewest that there can be.
    let least: Int
    /// Whether there can be more.
    let isOpen: Bool
  }

  /// Finds the records one behind the other, and behind a damaged one wherever the next sound one begins.
  private mutating func search(isWhole: Bool) {
    var gaps: [Gap] = []
    var offset = DocumentsImage.headerBytes
    var found = 0
    runs = [Run()]
    while found < count, offset < image.count {
      if isSound(offset) {
        runs[runs.count - 1].offsets.append(offset)
        found += 1
        offset += record(offset).count
        continue
      }
      let (places, next) =
        byLengths(from: offset, isWhole: isWhole, most: count - found)
        ?? ([], nextSound(after: offset))
      gaps += places.map { Gap(offset: $0, least: 1, isOpen: false) }
      if places.isEmpty { gaps.append(Gap(offset: offset, least: 1, isOpen: true)) }
      while runs.count < gaps.count { runs.append(Run()) }
      guard let next else { return number(gaps, missing: count - found) }
      runs.append(Run())
      offset = next
    }
    if !isWhole { gaps.append(Gap(offset: image.count, least: 0, isOpen: true)) }
    number(gaps, missing: count - found)
  }

  /// The damaged records from one on whose lengths lead to a sound one, which is the next, or to the end of the image.
  private func byLengths(
    from offset: Int, isWhole: Bool, most: Int
  ) -> (damaged: [Int], next: Int?)? {
    var places = [offset]
    while places.count <= most, let damaged = StoredDocument(image, at: places[places.count - 1]) {
      let next = places[places.count - 1] + damaged.record.count
      if isWhole, next == image.count { return (places, nil) }
      if isSound(next) { return (places, next) }
      places.append(next)
    }
    return nil
  }

  /// Where the next sound record begins, wherever that is.
  private func nextSound(after offset: Int) -> Int? {
    var next = offset + 1
    while next <= image.count - DocumentsImage.recordHeaderBytes {
      let length = image.loadUnaligned(fromByteOffset: next, as: UInt32.self).littleEndian
      if length > 1, length <= Self.longestSought, let record = StoredDocument(image, at: next),
        (1...Limits.keyBytes).contains(record.key.count), record.isIntact
      {
        return next
      }
      next += 1
    }
    return nil
  }

  /// Works out which documents the runs are of: between two of them at least one is missing.
  private mutating func number(_ gaps: [Gap], missing: Int) {
    let spare = max(0, missing - gaps.reduce(0) { $0 + $1.least })
    var openings = gaps.indices.filter { gaps[$0].isOpen }
    // A length that is damaged led past sound records by chance.
    if openings.isEmpty, spare > 0 { openings = Array(gaps.indices) }
    /// Of a document behind `place` gaps, of which there can be as few as the number says.
    func documents(_ least: Int, behind place: Int, before next: Int) -> ClosedRange<Int> {
      let isBehind = openings.first.map { $0 < place } ?? false
      let isBefore = openings.last.map { $0 >= next } ?? false
      return isBehind ? (isBefore ? least : least + spare)...(least + spare) : least...least
    }
    var least = 0
    for place in runs.indices {
      runs[place].first = documents(least, behind: place, before: place)
      least += runs[place].offsets.count
      guard place < gaps.count else { continue }
      let gap = gaps[place]
      let first = documents(least, behind: place, before: place)
      let end = openings.contains(place) ? least + spare : first.upperBound
      let last = end + gap.least - 1
      if last >= first.lowerBound { lose(first.lowerBound...min(last, count - 1), at: gap.offset) }
      least += gap.least
    }
  }
}
