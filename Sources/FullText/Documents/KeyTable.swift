import Checksums

/// Finds documents by key: their numbers, each with a byte of its key's hash, in buckets by hash.
///
/// A view over the section. Takes about 3.5 bytes a document.
struct KeyTable {
  private let documentCount: Int
  private let bucketCount: Int
  private let documentWidth: Int
  /// Where each bucket starts among the entries, and behind them where the last one ends.
  private let starts: PackedArray
  /// A document's number, and above it the byte of the hash.
  private let entries: PackedArray

  private static let documentsPerBucket = 8
  private static let markBits = 8

  /// A table over a section of a segment with so many documents; nil when the section cannot be one.
  init?(_ section: UnsafeRawBufferPointer, documentCount: Int) {
    self.documentCount = documentCount
    bucketCount = Self.buckets(documentCount)
    documentWidth = PackedArray.width(UInt64(documentCount))
    let startBytes = PackedArray.bytes(bucketCount + 1, width: documentWidth)
    guard section.count >= startBytes,
      let starts = PackedArray(section, count: bucketCount + 1, width: documentWidth),
      let entries = PackedArray(
        UnsafeRawBufferPointer(rebasing: section[startBytes...]), count: documentCount,
        width: documentWidth + Self.markBits)
    else { return nil }
    self.starts = starts
    self.entries = entries
  }

  /// Calls `isMatch` for each document whose key may be the one hashed, until it says yes.
  /// - Complexity: O(1).
  @inline(__always)
  func find(_ hash: UInt64, where isMatch: (DocID) -> Bool) -> DocID? {
    guard bucketCount > 0 else { return nil }
    let bucket = Self.bucket(hash, of: bucketCount)
    var place = Int(starts[bucket])
    let end = min(Int(starts[bucket + 1]), documentCount)
    while place < end {
      let entry = entries[place]
      let document = Int(entry & (1 << UInt64(documentWidth) - 1))
      let isMarked = entry >> UInt64(documentWidth) == Self.mark(hash) && document < documentCount
      if isMarked, isMatch(DocID(document)) { return DocID(document) }
      place += 1
    }
    return nil
  }

  private static func buckets(_ documentCount: Int) -> Int {
    (documentCount + documentsPerBucket - 1) / documentsPerBucket
  }

  @inline(__always)
  private static func bucket(_ hash: UInt64, of buckets: Int) -> Int {
    Int(((hash >> 32) &* UInt64(buckets)) >> 32)
  }

  @inline(__always)
  private static func mark(_ hash: UInt64) -> UInt64 { hash & (1 << UInt64(markBits) - 1) }

  /// Appends the table of documents 0 ..< hashes.count.
  static func encode(_ hashes: [UInt64], to sink: ByteSink) {
    let buckets = buckets(hashes.count)
    var starts = [Int](repeating: 0, count: buckets + 1)
    for hash in hashes { starts[bucket(hash, of: buckets) + 1] += 1 }
    for bucket in 0..<buckets { starts[bucket + 1] += starts[bucket] }
    let width = PackedArray.width(UInt64(hashes.count))
    PackedArray.append(buckets + 1, width: width, to: sink) { UInt64(starts[$0]) }
    var entries = [UInt64](repeating: 0, count: hashes.count)
    for (document, hash) in hashes.enumerated() {
      let bucket = bucket(hash, of: buckets)
      entries[starts[bucket]] = UInt64(document) | mark(hash) << UInt64(width)
      starts[bucket] += 1
    }
    PackedArray.append(entries.count, width: width + markBits, to: sink) { entries[$0] }
  }

  /// The hash of a key: FNV-1a, spread. Part of the format.
  static func hash(_ key: UnsafeRawBufferPointer) -> UInt64 { FNV1a.spread(FNV1a.hash64(key)) }
}
