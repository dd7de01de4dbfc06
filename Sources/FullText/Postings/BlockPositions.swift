/// The positions in a block of a list, read as a whole and then asked for by document, in any order.
///
/// A plain value; what it has read lies in the arena of its search.
struct BlockPositions {
  /// So many occurrences of a block are read in the time in which a document finds its own without that.
  static let readPerDocument = 32
  /// Blocks of more occurrences are never read as a whole.
  private static let mostOccurrences = 4096
  /// So many sums may be loaded at once, from any on that belongs to an occurrence.
  static let loadedTogether = 4

  /// The block, how many occurrences it has, and how many of these are still to be read; nil when it is not to be read.
  private var block = -1
  private var total = 0
  private var missing: Int?
  /// For each document of the block, and for the end, how many occurrences come before.
  private let starts: UnsafeMutablePointer<UInt32>
  /// 0, then what the gaps up to each occurrence add up to, with one for each.
  private let sums: UnsafeMutablePointer<UInt32>

  /// The occurrences of one document: what their gaps add up to, of which `base` is what comes before the first position.
  struct Occurrences {
    let sums: UnsafeMutablePointer<UInt32>
    let count: Int
    let base: UInt32
  }

  init(arena: PostingArena) {
    starts = arena.allocate(PostingListFormat.blockCount + 1)
    sums = arena.allocate(1 + Self.mostOccurrences + Self.loadedTogether)
    (starts[0], sums[0]) = (0, 0)
  }

  /// How many occurrences there are to read before those of the cursor's block can be asked for; nil when they cannot be.
  mutating func missing(of cursor: inout PostingCursor) -> Int? {
    if block != cursor.block { moveTo(&cursor) }
    return missing
  }

  @inline(never)
  private mutating func moveTo(_ cursor: inout PostingCursor) {
    block = cursor.block
    _ = cursor.frequency
    let frequencies = cursor.frequencies
    total = 0
    for index in 0..<cursor.inBlock {
      total &+= Int(frequencies[index])
      starts[index &+ 1] = UInt32(truncatingIfNeeded: total)
    }
    missing = PostingListFormat.ricePositionsFrom...Self.mostOccurrences ~= total ? total : nil
  }

  /// Reads the block that the cursor was in when it was last asked how much is missing; false when its bytes are damaged.
  mutating func read(_ cursor: PostingCursor) -> Bool {
    if missing == 0 { return true }
    missing = cursor.addUpGaps(total, to: sums + 1) ? 0 : nil
    return missing != nil
  }

  /// The occurrences of a document of the block, by number.
  @inline(__always)
  func occurrences(_ index: Int) -> Occurrences {
    let start = Int(starts[index])
    return Occurrences(sums: sums + start + 1, count: Int(starts[index &+ 1]) &- start, base: sums[start])
  }
}
