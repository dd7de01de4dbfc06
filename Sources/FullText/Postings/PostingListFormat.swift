/// Numbers of the posting list format; FORMAT.md describes it.
enum PostingListFormat {
  /// Postings in a block.
  static let blockCount = 128
  /// Lists shorter than this are plain varints.
  static let packedFrom = 8
  /// Bytes of skip data a block: last document, start of data, start of positions, impacts.
  static let skipBytes = 4 + 4 + 4 + 8
  /// Blocks of fewer occurrences keep their positions as plain varints.
  static let ricePositionsFrom = 8
  /// Stands for forms that are all 0.
  static let formsAllFirst: UInt8 = 255

  /// How many blocks a list has.
  @inline(__always)
  static func blocks(_ documentFrequency: Int) -> Int { (documentFrequency + blockCount - 1) / blockCount }
}
