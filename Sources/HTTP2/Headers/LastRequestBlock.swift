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
    guard isRequest, let block, block.count <= Self.maxBytes, HPACKBlock.changesNoTable(block) else { return }
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
}
