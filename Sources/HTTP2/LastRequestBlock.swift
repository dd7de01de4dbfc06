import Glibc

/// The header block of the last request, kept if its bytes alone tell that another says the same.
///
/// Clients repeat themselves: from the second call of a kind on, a block is a handful of references to HPACK's tables and
/// perhaps a literal that is not to be indexed (RFC 7541 §6.1, §6.2.2). Such a block changes no table; so until something
/// else may have changed one, the same bytes are the same list, which then need not be decoded again.
///
/// States: nothing → seen (the block is on its way to the decoder) → decoded; any other block leads back to nothing.
struct LastRequestBlock {
  private static let maxBytes = 256

  /// Empty if there is none.
  private var bytes: [UInt8] = []
  /// The highest stream that a header block has come for.
  private var stream: Int32 = 0
  /// Whether its list is the one last decoded.
  private(set) var isDecoded = false

  /// Whether a block that opens a stream says what the last one said, so that the list decoded then is its list.
  @inline(__always)
  mutating func isRepeated(by block: UnsafeRawBufferPointer, on stream: Int32) -> Bool {
    guard isDecoded, isOpened(stream), holds(block) else { return false }
    self.stream = stream
    return true
  }

  /// Whether it will be known as the same once the last one has been decoded.
  @inline(__always)
  func holds(_ block: UnsafeRawBufferPointer) -> Bool {
    bytes.count == block.count && block.count > 0
      && bytes.withUnsafeBytes { memcmp($0.baseAddress!, block.baseAddress!, block.count) == 0 }
  }

  /// Whether a header block on this stream opens it.
  @inline(__always)
  func isOpened(_ stream: Int32) -> Bool { stream & 1 == 1 && stream > self.stream }

  /// A block has come that has to be decoded; nil for one of which not every byte is there yet, or that is in several frames.
  mutating func received(_ block: UnsafeRawBufferPointer?, on stream: Int32) {
    let isRequest = isOpened(stream)
    self.stream = max(self.stream, stream)
    forget()
    guard isRequest, let block, block.count <= Self.maxBytes, Self.changesNoTable(block) else { return }
    bytes.append(contentsOf: block)
  }

  /// The request of a stream has been decoded to the end.
  @inline(__always)
  mutating func decoded(requestOf stream: Int32) {
    if !bytes.isEmpty, stream == self.stream { isDecoded = true }
  }

  /// Something may have changed a table.
  mutating func forget() {
    bytes.removeAll(keepingCapacity: true)
    isDecoded = false
  }

  /// Whether a block holds nothing but references and literals that are not to be indexed; false, too, where it is unusual.
  private static func changesNoTable(_ block: UnsafeRawBufferPointer) -> Bool {
    var position = 0
    while position < block.count {
      switch block[position] {
      case 0x80...:
        guard takeInteger(block, &position, mask: 0x7f) != nil else { return false }
      case ..<0x20:
        guard let name = takeInteger(block, &position, mask: 0x0f),
          name != 0 || takeString(block, &position), takeString(block, &position)
        else { return false }
      default: return false
      }
    }
    return true
  }

  /// The integer that begins in the low bits of the present byte (RFC 7541 §5.1); nil for one of more than two bytes.
  private static func takeInteger(_ block: UnsafeRawBufferPointer, _ position: inout Int, mask: UInt8) -> Int?
  {
    let prefix = block[position] & mask
    position += 1
    guard prefix == mask else { return Int(prefix) }
    guard position < block.count, block[position] < 0x80 else { return nil }
    defer { position += 1 }
    return Int(mask) + Int(block[position])
  }

  /// Passes over a string literal (RFC 7541 §5.2); false where its end is not in the block.
  private static func takeString(_ block: UnsafeRawBufferPointer, _ position: inout Int) -> Bool {
    guard position < block.count, let count = takeInteger(block, &position, mask: 0x7f) else { return false }
    position += count
    return position <= block.count
  }
}
