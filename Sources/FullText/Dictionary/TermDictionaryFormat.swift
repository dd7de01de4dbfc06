/// Numbers of the dictionary format; FORMAT.md describes it.
enum TermDictionaryFormat {
  /// Terms in a group.
  static let groupCount = 16
  /// Bytes of a group's entry in the group table: key, start, largest document frequency.
  static let groupBytes = 8 + 4 + 4
  /// Bytes of the header of the group table: number of terms.
  static let headerBytes = 8
  /// Lengths below this stand in four bits.
  static let shortLength = 15

  /// Flags in the low bits of an entry's first number.
  static let repeats: UInt64 = 1
  static let hasFormTable: UInt64 = 2
  static let hasSeveralForms: UInt64 = 4
  static let flagBits: UInt64 = 3

  /// A term of one document keeps up to so many positions in the dictionary itself.
  static let inlineOccurrences = 4

  /// The first eight bytes of a term as a number that orders as they do.
  @inline(__always)
  static func key(_ term: UnsafeRawBufferPointer) -> UInt64 {
    if term.count >= 8 { return UInt64(bigEndian: term.loadUnaligned(as: UInt64.self)) }
    var key: UInt64 = 0
    for index in 0..<term.count { key |= UInt64(term[index]) << UInt64(56 - 8 * index) }
    return key
  }
}
