/// Finds documents by key: an open hash table of 32-bit slots, each a byte of the hash over a document's number + 1.
///
/// A slot of 0 is free. Three slots in four are taken at most; probing is linear. A view over the section.
struct KeyTable {
  private let base: UnsafeRawPointer
  private let slots: Int
  private static let documentMask: UInt32 = 0xff_ffff

  /// A table over a section; empty when the section cannot be one.
  init(_ section: UnsafeRawBufferPointer) {
    base = section.baseAddress ?? emptyBytes
    slots = section.count / 4
  }

  /// Calls `isMatch` for each document whose key may be the one hashed, until it says yes.
  @inline(__always)
  func find(_ hash: UInt64, where isMatch: (DocID) -> Bool) -> DocID? {
    guard slots > 0 else { return nil }
    let mark = UInt32(truncatingIfNeeded: hash) & ~Self.documentMask
    var slot = Self.home(hash, slots)
    for _ in 0..<slots {
      let value = base.loadUnaligned(fromByteOffset: slot * 4, as: UInt32.self).littleEndian
      if value == 0 { return nil }
      if value & ~Self.documentMask == mark {
        let document = value & Self.documentMask &- 1
        if isMatch(document) { return document }
      }
      slot = slot + 1 == slots ? 0 : slot + 1
    }
    return nil
  }

  private static func home(_ hash: UInt64, _ slots: Int) -> Int {
    Int(((hash >> 32) &* UInt64(slots)) >> 32)
  }

  /// Appends the table of documents 0 ..< hashes.count.
  static func encode(_ hashes: [UInt64], to sink: ByteSink) {
    guard !hashes.isEmpty else { return }
    let count = hashes.count + hashes.count / 3 + 1
    var table = [UInt32](repeating: 0, count: count)
    for (document, hash) in hashes.enumerated() {
      var slot = home(hash, count)
      while table[slot] != 0 { slot = slot + 1 == count ? 0 : slot + 1 }
      table[slot] = UInt32(truncatingIfNeeded: hash) & ~documentMask | UInt32(document + 1)
    }
    for value in table { sink.append(integer: value) }
  }

  /// The hash of a key: FNV-1a, then the finaliser of MurmurHash3. Part of the format.
  static func hash(_ key: UnsafeRawBufferPointer) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in key { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    hash = (hash ^ hash >> 33) &* 0xff51_afd7_ed55_8ccd
    hash = (hash ^ hash >> 33) &* 0xc4ce_b9fe_1a85_ec53
    return hash ^ hash >> 33
  }
}
