import CNghttp2

/// Header blocks that were sent before, to be sent again as they are.
///
/// A server says the same before and behind answer after answer. From the second time on the block is a handful of references
/// to HPACK's tables; and while no block that changes the table is sent, and the peer does not resize it, those bytes stay
/// right. So libnghttp2 gets the response without a list, and the block goes in behind the frame's header when that is out.
///
/// If the table changes between the two, the list goes out as literals, which every table understands.
struct SentBlocks: ~Copyable {
  /// What these blocks have to do with the next header block of a stream.
  enum Use {
    /// Nothing: libnghttp2 encodes it.
    case none
    /// libnghttp2 encodes it, and it is to be kept.
    case taught
    /// The kept one is to be put into the frame.
    case owed(Int)
  }

  private struct Entry {
    let list: HeaderList
    /// The list as literals, and behind them the block.
    // An array would be counted twice for each answer.
    // SAFETY: allocated by `keep`, freed by the `SentBlocks` that holds the entry, and given out for a call at a time.
    nonisolated(unsafe) var bytes: UnsafeMutableRawBufferPointer
    let literalBytes: Int
    /// Whether the block means the list still.
    var isCurrent = true
    /// How many frames it has been promised to.
    var owed = 0
  }

  /// The plain headers, those with a revision or two, the trailers of success.
  private static let mostEntries = 4
  private static let mostBytes = 256

  private var entries: [Entry] = []

  deinit {
    for entry in entries { entry.bytes.deallocate() }
  }

  /// The number of the block that a list comes to, which has to be taken or given up; nil where it has to be taught.
  mutating func owe(_ fields: UnsafePointer<nghttp2_nv>) -> Int? {
    for index in entries.indices where entries[index].list.fields == fields {
      guard entries[index].isCurrent else { return nil }
      entries[index].owed &+= 1
      return index
    }
    return nil
  }

  /// The block that was owed, as long as it is put in.
  @inline(__always)
  mutating func take<Result>(_ index: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    entries[index].owed &-= 1
    let (bytes, literalBytes) = (entries[index].bytes, entries[index].literalBytes)
    let block = entries[index].isCurrent ? bytes[literalBytes...] : bytes[..<literalBytes]
    return body(UnsafeRawBufferPointer(rebasing: block))
  }

  /// The frame that was owed a block is never sent.
  mutating func giveUp(_ use: Use) {
    if case .owed(let index) = use { entries[index].owed &-= 1 }
  }

  /// A block of libnghttp2's has been sent.
  ///
  /// - Parameters:
  ///   - block: nil for one that is not whole.
  ///   - list: what it is to be kept for.
  mutating func sent(_ block: UnsafeRawBufferPointer?, of list: HeaderList?) {
    guard let block, HPACKBlock.changesNoTable(block) else { return forget() }
    if let list, block.count <= Self.mostBytes { keep(list, block) }
  }

  /// The table has changed, or may have.
  mutating func forget() {
    for index in entries.indices { entries[index].isCurrent = false }
  }

  private mutating func keep(_ list: HeaderList, _ block: UnsafeRawBufferPointer) {
    guard let place = place(for: list) else { return }
    let literals = HPACKBlock.literals(list.fields, list.count)
    guard literals.count <= Self.mostBytes else { return }
    let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: literals.count + block.count, alignment: 1)
    bytes.copyBytes(from: literals)
    UnsafeMutableRawBufferPointer(rebasing: bytes[literals.count...]).copyMemory(from: block)
    let entry = Entry(list: list, bytes: bytes, literalBytes: literals.count)
    guard place < entries.count else { return entries.append(entry) }
    entries[place].bytes.deallocate()
    entries[place] = entry
  }

  /// Where a list is to be kept; nil where it is already, or all places are taken by others.
  ///
  /// Whoever is owed a block holds its number, so those stay. Permanent lists are worth more than the last revisions.
  private func place(for list: HeaderList) -> Int? {
    if let known = entries.firstIndex(where: { $0.list.fields == list.fields }) {
      return entries[known].isCurrent || entries[known].owed > 0 ? nil : known
    }
    if entries.count < Self.mostEntries { return entries.count }
    return entries.firstIndex { $0.owed == 0 && $0.list.owner != nil }
  }
}

/// A header list that stays where it is, so that its address names it.
struct HeaderList {
  // SAFETY: `count` elements that never change, in memory that is never freed or that `owner` keeps.
  nonisolated(unsafe) let fields: UnsafePointer<nghttp2_nv>
  let count: Int
  var owner: PreparedHeaderFields?
}
