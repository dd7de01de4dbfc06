/// Numbers of the posting list format; FORMAT.md describes it.
enum PostingListFormat {
  /// Postings in a block.
  static let blockCount = 128
  /// Lists shorter than this are plain varints.
  static let packedFrom = 8
  /// Bytes of a block's last document in the skip data.
  static let lastBytes = 3
  /// Blocks of fewer occurrences keep their positions as plain varints.
  static let ricePositionsFrom = 8
  /// Stands for forms that are all 0.
  static let formsAllFirst: UInt8 = 255

  /// How many blocks a list has.
  @inline(__always)
  static func blocks(_ documentFrequency: Int) -> Int { (documentFrequency + blockCount - 1) / blockCount }

  /// Bytes of skip data: for each block its last document, its impacts, where its data and its positions start.
  static func skipBytes(_ blocks: Int, startBytes: Int, positionBytes: Int) -> Int {
    blocks * (lastBytes + Impacts.storedBytes + startBytes + positionBytes)
  }
}

/// Unsigned integers of one to four bytes each, found by index.
///
/// A view; four bytes must be readable at each of them. A plain value; the bytes must outlive it.
struct ByteArrayView {
  let base: UnsafeRawPointer
  private let width: Int
  private let mask: UInt32

  @inline(__always)
  init(_ base: UnsafeRawPointer, width: Int) {
    self.base = base
    self.width = width
    mask = UInt32.max >> UInt32(32 - 8 * width)
  }

  @inline(__always)
  subscript(index: Int) -> UInt32 {
    (base + index * width).loadUnaligned(as: UInt32.self).littleEndian & mask
  }

  /// The bytes that a number needs, at least one.
  static func width(_ largest: UInt32) -> Int { max(1, (39 - largest.leadingZeroBitCount) / 8) }
}
