import CNghttp2

/// What can be known of an HPACK header block, and written as one, without HPACK's tables (RFC 7541).
enum HPACKBlock {
  /// Whether a block holds nothing but references and literals that are not to be indexed; false, too, where it is unusual.
  ///
  /// Such a block changes no table.
  static func changesNoTable(_ block: UnsafeRawBufferPointer) -> Bool {
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

  /// The integer that begins in the low bits of the present byte (§5.1); nil for one of more than two bytes.
  private static func takeInteger(_ block: UnsafeRawBufferPointer, _ position: inout Int, mask: UInt8) -> Int?
  {
    let prefix = block[position] & mask
    position += 1
    guard prefix == mask else { return Int(prefix) }
    guard position < block.count, block[position] < 0x80 else { return nil }
    defer { position += 1 }
    return Int(mask) + Int(block[position])
  }

  /// Passes over a string literal (§5.2); false where its end is not in the block.
  private static func takeString(_ block: UnsafeRawBufferPointer, _ position: inout Int) -> Bool {
    guard position < block.count, let count = takeInteger(block, &position, mask: 0x7f) else { return false }
    position += count
    return position <= block.count
  }

  /// A block of a list that says the same whatever the tables hold: nothing but literals that are not to be indexed (§6.2.2).
  static func literals(_ fields: UnsafePointer<nghttp2_nv>, _ count: Int) -> [UInt8] {
    var block: [UInt8] = []
    for field in UnsafeBufferPointer(start: fields, count: count) {
      block.append(field.flags & UInt8(NGHTTP2_NV_FLAG_NO_INDEX.rawValue) == 0 ? 0 : 0x10)
      append(UnsafeBufferPointer(start: field.name, count: field.namelen), to: &block)
      append(UnsafeBufferPointer(start: field.value, count: field.valuelen), to: &block)
    }
    return block
  }

  private static func append(_ string: UnsafeBufferPointer<UInt8>, to block: inout [UInt8]) {
    if string.count < 0x7f {
      block.append(UInt8(string.count))
    } else {
      block.append(0x7f)
      var rest = string.count - 0x7f
      while rest >= 0x80 {
        block.append(UInt8(rest & 0x7f) | 0x80)
        rest >>= 7
      }
      block.append(UInt8(rest))
    }
    block.append(contentsOf: string)
  }
}
