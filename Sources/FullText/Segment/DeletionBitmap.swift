/// The deleted documents of one segment: a plain bitmap in chunks of 65,536, copied on write chunk by chunk.
public struct DeletionBitmap: Sendable, Hashable {
  /// How many documents are deleted.
  public private(set) var count = 0

  private static let chunkWords = 1024
  private var chunks: [[UInt64]] = []

  /// Nothing deleted.
  public init() {}

  /// Whether nothing is deleted.
  public var isEmpty: Bool { count == 0 }

  /// Whether a document is deleted.
  @inline(__always)
  public func contains(_ document: DocID) -> Bool {
    let chunk = Int(document >> 16)
    guard chunk < chunks.count, !chunks[chunk].isEmpty else { return false }
    return chunks[chunk][Int(document >> 6) & 1023] >> UInt64(document & 63) & 1 != 0
  }

  /// Deletes a document; false if it was deleted already.
  /// - Complexity: O(1), and a copy of 8 KiB when the chunk is shared with another view.
  public mutating func insert(_ document: DocID) -> Bool {
    let chunk = Int(document >> 16)
    while chunks.count <= chunk { chunks.append([]) }
    if chunks[chunk].isEmpty { chunks[chunk] = [UInt64](repeating: 0, count: Self.chunkWords) }
    let word = Int(document >> 6) & 1023
    let bit: UInt64 = 1 << UInt64(document & 63)
    guard chunks[chunk][word] & bit == 0 else { return false }
    chunks[chunk][word] |= bit
    count += 1
    return true
  }

  /// Removes the deleted documents from a set.
  /// - Complexity: O(documents / 64).
  func remove(from set: BitSet) {
    for (chunk, deleted) in chunks.enumerated() {
      let first = chunk * Self.chunkWords
      for word in 0..<min(deleted.count, max(set.words.count - first, 0)) {
        set.words[first + word] &= ~deleted[word]
      }
    }
  }

  /// Calls `body` with each deleted document that `earlier` does not hold, rising.
  func forEach(notIn earlier: DeletionBitmap = DeletionBitmap(), _ body: (DocID) -> Void) {
    for (chunk, words) in chunks.enumerated() {
      let known = chunk < earlier.chunks.count ? earlier.chunks[chunk] : []
      for (index, word) in words.enumerated() {
        var rest = word & ~(known.isEmpty ? 0 : known[index])
        while rest != 0 {
          body(DocID(chunk << 16 + index << 6 + rest.trailingZeroBitCount))
          rest &= rest &- 1
        }
      }
    }
  }
}
