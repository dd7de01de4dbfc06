/// The wire types of the protobuf encoding: the low three bits of a tag.
enum WireType {
  static let varint: UInt8 = 0
  static let fixed64: UInt8 = 1
  static let lengthDelimited: UInt8 = 2
  static let startGroup: UInt8 = 3
  static let endGroup: UInt8 = 4
  static let fixed32: UInt8 = 5

  /// That of no field.
  static let none: UInt8 = 0xFF
}

extension FieldType {
  /// The wire type of one value, outside a packed run.
  var wireType: UInt8 {
    switch self {
    case .int32, .sint32, .uint32, .int64, .sint64, .uint64, .bool, .enumeration: WireType.varint
    case .fixed32, .sfixed32, .float: WireType.fixed32
    case .fixed64, .sfixed64, .double: WireType.fixed64
    case .string, .bytes, .message, .map: WireType.lengthDelimited
    }
  }
}
