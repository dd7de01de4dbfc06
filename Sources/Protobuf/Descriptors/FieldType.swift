/// The type of a field's values, as the `.proto` file declares it.
public indirect enum FieldType: Sendable {
  /// Signed, 32 bits, as a varint; negative values take ten bytes.
  case int32
  /// Signed, 32 bits, zigzag-encoded.
  case sint32
  /// Signed, 32 bits, in four bytes.
  case sfixed32
  /// Unsigned, 32 bits, as a varint.
  case uint32
  /// Unsigned, 32 bits, in four bytes.
  case fixed32
  /// Signed, 64 bits, as a varint.
  case int64
  /// Signed, 64 bits, zigzag-encoded.
  case sint64
  /// Signed, 64 bits, in eight bytes.
  case sfixed64
  /// Unsigned, 64 bits, as a varint.
  case uint64
  /// Unsigned, 64 bits, in eight bytes.
  case fixed64
  /// A truth value.
  case bool
  /// IEEE 754 single precision.
  case float
  /// IEEE 754 double precision.
  case double
  /// Text in UTF-8.
  case string
  /// Any bytes.
  case bytes
  /// One of an enum's values.
  case enumeration(any OpenEnum.Type)
  /// A sub-message.
  case message(any Message.Type)
  /// Key and value of a map, which travel as a sub-message with fields 1 and 2.
  case map(key: FieldType, value: FieldType)
}
