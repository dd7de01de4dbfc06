/// Where the fields of a message's C struct lie: the base of libprotobuf-c's `ProtobufCMessage`, then equal slots.
@usableFromInline
enum Slot {
  /// `ProtobufCMessage`: descriptor, number of unknown fields, unknown fields.
  @usableFromInline static let headerBytes = 24

  /// A quantifier word and a value of two words.
  @usableFromInline static let bytes = 24

  /// The offset of a slot's quantifier.
  @inlinable
  static func offset(_ slot: Int) -> Int { 24 &+ 24 &* slot }

  /// The offset of a slot's value: a number, a pointer, or the length and pointer of bytes.
  @inlinable
  static func valueOffset(_ slot: Int) -> Int { 32 &+ 24 &* slot }
}
