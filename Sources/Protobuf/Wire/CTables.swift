internal import CProtobufC
import Glibc

/// Builds libprotobuf-c's descriptor tables, which live as long as the process.
///
/// Types travel as the C type that loses nothing: strings as bytes (they may hold U+0000), bool as uint64 (a varint of
/// any length is true), float and double as their bits (-0.0 is not the default), enums as int32 (they are open).
enum CTables {
  // SAFETY: made once, never written again, never freed.
  /// The table of a message without fields, for structs that hold nothing but encoded bytes.
  nonisolated(unsafe) static let fieldless = UnsafePointer(
    makeMessage(name: "", fields: [], slots: [], structBytes: Slot.headerBytes))

  static func makeMessage(
    name: String, fields: [FieldDescriptor], slots: [Int], structBytes: Int
  ) -> UnsafeMutablePointer<ProtobufCMessageDescriptor> {
    let sorted = zip(fields, slots).sorted { $0.0.number < $1.0.number }
    let table = UnsafeMutablePointer<ProtobufCMessageDescriptor>.allocate(capacity: 1)
    let cName = UnsafePointer(strdup(name))
    var descriptor = ProtobufCMessageDescriptor()
    descriptor.magic = UInt32(PROTOBUF_C__MESSAGE_DESCRIPTOR_MAGIC)
    descriptor.name = cName
    descriptor.short_name = cName
    descriptor.c_name = cName
    descriptor.package_name = cName
    descriptor.sizeof_message = structBytes
    descriptor.n_fields = UInt32(sorted.count)
    // One field more than there are: unpacking looks at the first even when there are none.
    let cFields = UnsafeMutablePointer<ProtobufCFieldDescriptor>.allocate(capacity: sorted.count + 1)
    for (index, (field, slot)) in sorted.enumerated() {
      (cFields + index).initialize(to: makeField(field, slot: slot))
    }
    (cFields + sorted.count).initialize(to: ProtobufCFieldDescriptor())
    descriptor.fields = UnsafePointer(cFields)
    let (ranges, count) = makeRanges(sorted.map(\.0.number))
    descriptor.n_field_ranges = count
    descriptor.field_ranges = ranges
    table.initialize(to: descriptor)
    return table
  }

  /// Sets the sub-message type of a field.
  static func join(
    _ table: UnsafeMutablePointer<ProtobufCMessageDescriptor>, _ number: UInt32,
    _ child: UnsafeMutablePointer<ProtobufCMessageDescriptor>
  ) {
    let fields = UnsafeMutablePointer(mutating: table.pointee.fields!)
    for index in 0..<Int(table.pointee.n_fields) where fields[index].id == number {
      fields[index].descriptor = UnsafeRawPointer(child)
    }
  }

  /// How libprotobuf-c finds a field in the struct.
  static func makeField(_ field: FieldDescriptor, slot: Int) -> ProtobufCFieldDescriptor {
    var result = ProtobufCFieldDescriptor()
    result.name = UnsafePointer(strdup(field.name))
    result.id = field.number
    result.type = carrier(of: field.type)
    result.offset = UInt32(Slot.valueOffset(slot))
    switch field.cardinality {
    case .implicit:
      result.label = PROTOBUF_C_LABEL_NONE
    case .explicit:
      result.label = PROTOBUF_C_LABEL_OPTIONAL
      if field.oneof != nil { result.flags = UInt32(PROTOBUF_C_FIELD_FLAG_ONEOF.rawValue) }
    case .repeated:
      result.label = PROTOBUF_C_LABEL_REPEATED
    case .packed:
      result.label = PROTOBUF_C_LABEL_REPEATED
      result.flags = UInt32(PROTOBUF_C_FIELD_FLAG_PACKED.rawValue)
    }
    if field.cardinality != .implicit { result.quantifier_offset = UInt32(Slot.offset(slot)) }
    return result
  }

  private static func carrier(of type: FieldType) -> ProtobufCType {
    switch type {
    case .int32, .enumeration: PROTOBUF_C_TYPE_INT32
    case .sint32: PROTOBUF_C_TYPE_SINT32
    case .sfixed32: PROTOBUF_C_TYPE_SFIXED32
    case .uint32: PROTOBUF_C_TYPE_UINT32
    case .fixed32, .float: PROTOBUF_C_TYPE_FIXED32
    case .int64: PROTOBUF_C_TYPE_INT64
    case .sint64: PROTOBUF_C_TYPE_SINT64
    case .sfixed64: PROTOBUF_C_TYPE_SFIXED64
    case .uint64, .bool: PROTOBUF_C_TYPE_UINT64
    case .fixed64, .double: PROTOBUF_C_TYPE_FIXED64
    case .string, .bytes: PROTOBUF_C_TYPE_BYTES
    case .message, .map: PROTOBUF_C_TYPE_MESSAGE
    }
  }

  /// Runs of consecutive numbers, by which libprotobuf-c finds a field; a last entry marks the end.
  private static func makeRanges(_ numbers: [UInt32]) -> (UnsafePointer<ProtobufCIntRange>, UInt32) {
    var ranges: [ProtobufCIntRange] = []
    for (index, number) in numbers.enumerated() where index == 0 || numbers[index - 1] + 1 != number {
      ranges.append(ProtobufCIntRange(start_value: Int32(number), orig_index: UInt32(index)))
    }
    let count = ranges.count
    ranges.append(ProtobufCIntRange(start_value: 0, orig_index: UInt32(numbers.count)))
    let result = UnsafeMutablePointer<ProtobufCIntRange>.allocate(capacity: ranges.count)
    result.initialize(from: ranges, count: ranges.count)
    return (UnsafePointer(result), UInt32(count))
  }
}
