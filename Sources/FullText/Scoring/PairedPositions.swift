/// The positions of two terms of a phrase in the blocks in which both stand.
///
/// A plain value; what it has read lies in the arena of its search.
struct PairedPositions {
  /// So few documents are never worth reading blocks for.
  static let fewestAsked = 8

  private var first: BlockPositions
  private var second: BlockPositions
  private let offset: UInt32
  private let otherOffset: UInt32

  /// Takes where the terms stand in the phrase.
  init(_ offset: UInt32, _ otherOffset: UInt32, arena: PostingArena) {
    first = BlockPositions(arena: arena)
    second = BlockPositions(arena: arena)
    (self.offset, self.otherOffset) = (offset, otherOffset)
  }

  /// Reads the current blocks of two lists if so many documents will be asked for their positions that this takes less than finding
  /// them one by one; whether it has.
  mutating func read(_ cursor: inout PostingCursor, _ other: inout PostingCursor, asked: Int) -> Bool {
    guard let missing = first.missing(of: &cursor), let others = second.missing(of: &other),
      missing + others <= BlockPositions.readPerDocument * asked
    else { return false }
    return first.read(cursor) && second.read(other)
  }

  /// How often both terms stand as in the phrase in a document, by the numbers that it has in the blocks.
  @inline(__always)
  func count(_ place: Int, _ otherPlace: Int) -> Int {
    first.occurrences(place).commonStarts(
      less: offset, with: second.occurrences(otherPlace), less: otherOffset, to: nil)
  }
}
