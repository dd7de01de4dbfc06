/// Writes a message's C struct as JSON by walking its descriptor.
struct JSONPrinter {
  private(set) var text: JSONText
  let options: JSONEncodingOptions

  init(_ options: JSONEncodingOptions) {
    self.options = options
    text = JSONText(pretty: options.pretty)
  }

  /// Writes a message: an object, or the form that its type has of its own.
  mutating func write(message: UnsafeRawPointer, _ descriptor: MessageDescriptor) throws(JSONError) {
    if let type = descriptor.wellKnownType {
      try write(wellKnown: type, MessageReader(message), descriptor)
    } else {
      text.open("{")
      try writeFields(of: message, descriptor)
      text.close("}")
    }
  }

  /// Writes the members of a message's object.
  mutating func writeFields(of message: UnsafeRawPointer, _ descriptor: MessageDescriptor) throws(JSONError) {
    for (index, field) in descriptor.fields.enumerated() {
      let slot = Slot.offset(descriptor.slots[index])
      let value = message + Slot.valueOffset(descriptor.slots[index])
      guard isPresent(field, quantifier: message + slot, value: value) else { continue }
      text.name(options.usesProtoNames ? field.name : field.jsonName)
      switch field.cardinality {
      case .implicit, .explicit:
        try write(value: value, field.type, descriptor, index)
      case .repeated, .packed:
        let count = (message + slot).load(as: Int.self)
        let elements = value.load(as: UnsafeRawPointer?.self)
        try write(elements: elements, count, field, descriptor, index)
      }
    }
    if MessageReader(message).hasUnknownFields { try writeExtensions(of: message, descriptor) }
  }

  private func isPresent(
    _ field: FieldDescriptor, quantifier: UnsafeRawPointer, value: UnsafeRawPointer
  ) -> Bool {
    switch field.cardinality {
    case .repeated, .packed:
      return options.includesDefaults || quantifier.load(as: Int.self) > 0
    case .implicit:
      return options.includesDefaults || value.load(as: UInt64.self) != 0
    case .explicit:
      if field.oneof != nil { return quantifier.load(as: UInt32.self) == field.number }
      if case .message = field.type { return value.load(as: UnsafeRawPointer?.self) != nil }
      return quantifier.load(as: Int32.self) != 0
    }
  }

  private mutating func write(
    elements: UnsafeRawPointer?, _ count: Int, _ field: FieldDescriptor, _ descriptor: MessageDescriptor,
    _ index: Int
  ) throws(JSONError) {
    if case .map(let key, let value) = field.type {
      return try writeMap(elements, count, key, value, descriptor.entry(index))
    }
    text.open("[")
    let stride = field.type.cStride
    for position in 0..<count {
      text.separate()
      if let elements { try write(value: elements + position * stride, field.type, descriptor, index) }
    }
    text.close("]")
  }

  private mutating func writeMap(
    _ entries: UnsafeRawPointer?, _ count: Int, _ key: FieldType, _ value: FieldType,
    _ entry: MessageDescriptor
  ) throws(JSONError) {
    text.open("{")
    for position in 0..<count {
      guard let base = entries?.load(fromByteOffset: 8 * position, as: UnsafeRawPointer.self) else {
        continue
      }
      text.name(keyText(MessageReader(base), key))
      try write(value: base + Slot.valueOffset(1), value, entry, 1)
    }
    text.close("}")
  }

  private func keyText(_ entry: MessageReader, _ type: FieldType) -> String {
    switch type {
    case .bool: entry.bool(0) ? "true" : "false"
    case .int32, .sint32, .sfixed32: String(entry.int32(0))
    case .uint32, .fixed32: String(entry.uint32(0))
    case .int64, .sint64, .sfixed64: String(entry.int64(0))
    case .uint64, .fixed64: String(entry.uint64(0))
    default: String(decoding: entry.bytes(inSlot: 0), as: UTF8.self)
    }
  }

  /// Hands the text to a closure of another file of the printer.
  mutating func emit(_ body: (inout JSONText) -> Void) { body(&text) }
}

extension FieldType {
  /// The size of one value in the C array of a repeated field.
  var cStride: Int {
    switch self {
    case .int32, .sint32, .sfixed32, .uint32, .fixed32, .float, .enumeration: 4
    case .string, .bytes: 16
    default: 8
    }
  }
}
