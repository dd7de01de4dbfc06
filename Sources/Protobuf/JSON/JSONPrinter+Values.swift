extension JSONPrinter {
  /// Writes one value, which lies at an address in the C struct or array.
  mutating func write(
    value: UnsafeRawPointer, _ type: FieldType, _ descriptor: MessageDescriptor, _ index: Int
  ) throws(JSONError) {
    switch type {
    case .int32, .sint32, .sfixed32: raw(String(value.load(as: Int32.self)))
    case .uint32, .fixed32: raw(String(value.load(as: UInt32.self)))
    case .int64, .sint64, .sfixed64: quoted(String(value.load(as: Int64.self)))
    case .uint64, .fixed64: quoted(String(value.load(as: UInt64.self)))
    case .bool: raw(value.load(as: UInt64.self) != 0 ? "true" : "false")
    case .float: write(float: value.load(as: Float.self))
    case .double: write(number: value.load(as: Double.self))
    case .string: emit { $0.string(JSONPrinter.bytes(at: value)) }
    case .bytes: emit { $0.base64(JSONPrinter.bytes(at: value)) }
    case .enumeration(let type): write(enumeration: value.load(as: Int32.self), type.descriptor)
    case .message(let type):
      if let message = value.load(as: UnsafeRawPointer?.self) {
        try write(message: message, type.descriptor)
      } else {
        // Only a map entry can lack its sub-message; it stands for the default.
        try writeDefault(of: type)
      }
    case .map: break
    }
  }

  private mutating func writeDefault<M: Message>(of type: M.Type) throws(JSONError) {
    let scratch = Scratch()
    defer { scratch.end() }
    let writer = MessageWriter(M.descriptor, in: UnsafeMutableRawPointer(scratch.arena))
    try write(message: UnsafeRawPointer(writer.base), M.descriptor)
  }

  private mutating func raw(_ string: String) { emit { $0.raw(string) } }

  private mutating func quoted(_ string: String) { emit { $0.quoted(string) } }

  private static func bytes(at address: UnsafeRawPointer) -> UnsafeBufferPointer<UInt8> {
    let start = address.load(fromByteOffset: 8, as: UnsafePointer<UInt8>?.self)
    return UnsafeBufferPointer(start: start, count: start == nil ? 0 : address.load(as: Int.self))
  }

  private mutating func write(enumeration number: Int32, _ descriptor: EnumDescriptor) {
    if descriptor.name == "google.protobuf.NullValue" { return raw("null") }
    if !options.enumsAsNumbers, let name = descriptor.name(of: number) { return quoted(name) }
    raw(String(number))
  }

  /// Writes a float; the largest by all its digits, since rounded to fewer it is more, which readers refuse.
  private mutating func write(float number: Float) {
    if number.magnitude == .greatestFiniteMagnitude { return write(number: Double(number)) }
    write(number: number)
  }

  /// Writes the shortest decimal that reads back as the same number; what JSON cannot say is a string.
  mutating func write(number: some BinaryFloatingPoint & LosslessStringConvertible) {
    if number.isNaN { return quoted("NaN") }
    if number.isInfinite { return quoted(number < 0 ? "-Infinity" : "Infinity") }
    let text = number.description
    // Some readers take "-0" for an integer and lose the sign.
    raw(text.hasSuffix(".0") && text != "-0.0" ? String(text.dropLast(2)) : text)
  }
}
