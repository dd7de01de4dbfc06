internal import CProtobufC

extension JSONParser {
  /// Reads one value to an address in the C struct or array.
  ///
  /// - Returns: False when the value is an enum's name that is not known and unknown values are passed over.
  mutating func value(
    _ type: FieldType, into target: UnsafeMutableRawPointer, _ descriptor: MessageDescriptor, _ index: Int,
    _ name: String
  ) throws(JSONError) -> Bool {
    switch type {
    case .int32, .sint32, .sfixed32: try integer(into: target, Int32.self, name)
    case .uint32, .fixed32: try integer(into: target, UInt32.self, name)
    case .int64, .sint64, .sfixed64: try integer(into: target, Int64.self, name)
    case .uint64, .fixed64: try integer(into: target, UInt64.self, name)
    case .float: try floating(into: target, Float.self, name)
    case .double: try floating(into: target, Double.self, name)
    case .bool: target.storeBytes(of: try bool(name) ? 1 : 0, as: UInt64.self)
    case .string: try string(into: target, name)
    case .bytes: try bytes(into: target, name)
    case .enumeration(let type): return try enumeration(type.descriptor, into: target, name)
    case .message(let type):
      let message = try message(type.descriptor, name)
      target.storeBytes(of: message, as: UnsafeMutableRawPointer.self)
    case .map: throw expected("no map here", name)
    }
    return true
  }

  private mutating func integer<T: FixedWidthInteger & BitwiseCopyable>(
    into target: UnsafeMutableRawPointer, _ type: T.Type, _ name: String
  ) throws(JSONError) {
    let text = try numberText("an integer", name).text
    guard let value: T = JSONNumber.integer(text) else {
      throw expected("an integer from \(T.min) to \(T.max)", name)
    }
    target.storeBytes(of: value, as: T.self)
  }

  private mutating func floating<T: BinaryFloatingPoint & LosslessStringConvertible & BitwiseCopyable>(
    into target: UnsafeMutableRawPointer, _ type: T.Type, _ name: String
  ) throws(JSONError) {
    let (text, quoted) = try numberText("a number", name)
    guard let value: T = JSONNumber.floating(text, quoted: quoted) else {
      throw expected("a number of type \(T.self)", name)
    }
    target.storeBytes(of: value, as: T.self)
  }

  /// The text of a number, which may stand in quotes.
  private mutating func numberText(
    _ what: String, _ name: String
  ) throws(JSONError) -> (text: Substring, quoted: Bool) {
    switch try scanner.peek() {
    case .number: return (try scanner.number(), false)
    case .string: return (Substring(try scanner.string()), true)
    default: throw expected(what, name)
    }
  }

  private mutating func bool(_ name: String) throws(JSONError) -> Bool {
    switch try scanner.peek() {
    case .literalTrue:
      try scanner.literal("true")
      return true
    case .literalFalse:
      try scanner.literal("false")
      return false
    default: throw expected("true or false", name)
    }
  }

  /// Reads a string; the struct gets its length and address.
  mutating func string(into target: UnsafeMutableRawPointer, _ name: String) throws(JSONError) {
    guard try scanner.peek() == .string else { throw expected("a string", name) }
    let arena = scratch.arena
    let fits = try scanner.stringBytes { JSONParser.copy($0, to: target, arena) }
    if !fits { throw scanner.error("the text holds more values than its size allows for") }
  }

  private mutating func bytes(into target: UnsafeMutableRawPointer, _ name: String) throws(JSONError) {
    guard try scanner.peek() == .string else { throw expected("a string of base64", name) }
    guard let bytes = try scanner.stringBytes({ Base64.decode(UnsafeRawBufferPointer($0)) }) else {
      throw expected("a string of base64", name)
    }
    try store(bytes, into: target)
  }

  /// Copies bytes into the arena; the struct gets their length and address.
  func store(_ bytes: [UInt8], into target: UnsafeMutableRawPointer) throws(JSONError) {
    let arena = scratch.arena
    let fits = bytes.withUnsafeBufferPointer { JSONParser.copy($0, to: target, arena) }
    if !fits { throw scanner.error("the text holds more values than its size allows for") }
  }

  private static func copy(
    _ bytes: UnsafeBufferPointer<UInt8>, to target: UnsafeMutableRawPointer,
    _ arena: UnsafeMutablePointer<matiane_arena>
  ) -> Bool {
    guard let source = bytes.baseAddress, !bytes.isEmpty else { return true }
    guard let memory = matiane_arena_allocate(arena, bytes.count) else { return false }
    memory.copyMemory(from: source, byteCount: bytes.count)
    target.storeBytes(of: bytes.count, as: Int.self)
    target.storeBytes(of: memory, toByteOffset: 8, as: UnsafeMutableRawPointer.self)
    return true
  }

  private mutating func enumeration(
    _ descriptor: EnumDescriptor, into target: UnsafeMutableRawPointer, _ name: String
  ) throws(JSONError) -> Bool {
    switch try scanner.peek() {
    case .null where descriptor.name == "google.protobuf.NullValue":
      try scanner.literal("null")
      target.storeBytes(of: 0, as: Int32.self)
    case .string:
      let text = try scanner.string()
      guard let number = descriptor.number(of: text) else {
        if options.ignoresUnknown { return false }
        throw scanner.error("\(name): \(descriptor.name) has no value \"\(text)\"")
      }
      target.storeBytes(of: number, as: Int32.self)
    case .number:
      guard let number: Int32 = JSONNumber.integer(try scanner.number()),
        !descriptor.isClosed || descriptor.name(of: number) != nil
      else { throw expected("a value of \(descriptor.name)", name) }
      target.storeBytes(of: number, as: Int32.self)
    default: throw expected("a value of \(descriptor.name)", name)
    }
    return true
  }

  /// Reads a map's key from the name of a member.
  mutating func mapKey(
    _ text: String, _ type: FieldType, into target: UnsafeMutableRawPointer, _ name: String
  ) throws(JSONError) {
    switch type {
    case .int32, .sint32, .sfixed32: try key(text, into: target, Int32.self, name)
    case .uint32, .fixed32: try key(text, into: target, UInt32.self, name)
    case .int64, .sint64, .sfixed64: try key(text, into: target, Int64.self, name)
    case .uint64, .fixed64: try key(text, into: target, UInt64.self, name)
    case .bool:
      guard text == "true" || text == "false" else { throw expected("\"true\" or \"false\" as key", name) }
      target.storeBytes(of: text == "true" ? 1 : 0, as: UInt64.self)
    default: try store(Array(text.utf8), into: target)
    }
  }

  private func key<T: FixedWidthInteger & BitwiseCopyable>(
    _ text: String, into target: UnsafeMutableRawPointer, _ type: T.Type, _ name: String
  ) throws(JSONError) {
    guard let value: T = JSONNumber.integer(Substring(text)) else {
      throw expected("an integer from \(T.min) to \(T.max) as key", name)
    }
    target.storeBytes(of: value, as: T.self)
  }
}
