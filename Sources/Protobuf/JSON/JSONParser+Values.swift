internal import CProtobufC

extension JSONParser {
  /// Reads one value to an address in the C struct or array.
  ///
  /// - Returns: False when the value is an enum's name that is not known and unknown values are passed over.
  mutating func value(
    _ type: FieldType, into target: UnsafeMutableRawPointer, _ descriptor: MessageDescriptor, _ index: Int
  ) throws(JSONError) -> Bool {
    switch type {
    case .int32, .sint32, .sfixed32: try integer(into: target, Int32.self)
    case .uint32, .fixed32: try integer(into: target, UInt32.self)
    case .int64, .sint64, .sfixed64: try integer(into: target, Int64.self)
    case .uint64, .fixed64: try integer(into: target, UInt64.self)
    case .float: try floating(into: target, Float.self)
    case .double: try floating(into: target, Double.self)
    case .bool: target.storeBytes(of: try bool() ? 1 : 0, as: UInt64.self)
    case .string: try string(into: target)
    case .bytes: try bytes(into: target)
    case .enumeration(let type): return try enumeration(type.descriptor, into: target)
    case .message(let type):
      let message = try message(type.descriptor)
      target.storeBytes(of: message, as: UnsafeMutableRawPointer.self)
    case .map: throw expected("no map here")
    }
    return true
  }

  private mutating func integer<T: FixedWidthInteger & BitwiseCopyable>(
    into target: UnsafeMutableRawPointer, _ type: T.Type
  ) throws(JSONError) {
    let start = scanner
    let text = try numberText("an integer").text
    guard let value: T = JSONNumber.integer(text) else {
      scanner = start
      throw expected("an integer from \(T.min) to \(T.max)")
    }
    target.storeBytes(of: value, as: T.self)
  }

  private mutating func floating<T: BinaryFloatingPoint & LosslessStringConvertible & BitwiseCopyable>(
    into target: UnsafeMutableRawPointer, _ type: T.Type
  ) throws(JSONError) {
    let start = scanner
    let (text, quoted) = try numberText("a number")
    guard let value: T = JSONNumber.floating(text, quoted: quoted) else {
      scanner = start
      throw expected(T.self == Float.self ? "a number of 32 bits" : "a number")
    }
    target.storeBytes(of: value, as: T.self)
  }

  /// The text of a number, which may stand in quotes.
  private mutating func numberText(
    _ what: String
  ) throws(JSONError) -> (text: Substring, quoted: Bool) {
    switch try scanner.peek() {
    case .number: return (try scanner.number(), false)
    case .string: return (Substring(try scanner.string()), true)
    default: throw expected(what)
    }
  }

  private mutating func bool() throws(JSONError) -> Bool {
    switch try scanner.peek() {
    case .literalTrue:
      try scanner.literal("true")
      return true
    case .literalFalse:
      try scanner.literal("false")
      return false
    default: throw expected("true or false")
    }
  }

  /// Reads a string; the struct gets its length and address.
  mutating func string(into target: UnsafeMutableRawPointer) throws(JSONError) {
    guard try scanner.peek() == .string else { throw expected("a string") }
    let arena = scratch.arena
    let fits = try scanner.stringBytes { JSONParser.copy($0, to: target, arena) }
    if !fits { throw scanner.error("the text holds more values than its size allows for") }
  }

  private mutating func bytes(into target: UnsafeMutableRawPointer) throws(JSONError) {
    guard try scanner.peek() == .string else { throw expected("a string of base64") }
    let start = scanner
    guard let bytes = try scanner.stringBytes({ Base64.decode(UnsafeRawBufferPointer($0)) }) else {
      scanner = start
      throw expected("a string of base64")
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
    _ descriptor: EnumDescriptor, into target: UnsafeMutableRawPointer
  ) throws(JSONError) -> Bool {
    let start = scanner
    switch try scanner.peek() {
    case .null where descriptor.name == "google.protobuf.NullValue":
      try scanner.literal("null")
      target.storeBytes(of: 0, as: Int32.self)
      return true
    case .string:
      guard let number = descriptor.number(of: try scanner.string()) else {
        if options.ignoresUnknown { return false }
        break
      }
      target.storeBytes(of: number, as: Int32.self)
      return true
    case .number:
      guard let number: Int32 = JSONNumber.integer(try scanner.number()),
        !descriptor.isClosed || descriptor.name(of: number) != nil
      else { break }
      target.storeBytes(of: number, as: Int32.self)
      return true
    default: break
    }
    scanner = start
    throw expected(JSONParser.values(of: descriptor))
  }

  /// The names of an enum's values, where they are few.
  private static func values(of descriptor: EnumDescriptor) -> String {
    let names = descriptor.values.map(\.name)
    guard let last = names.last, names.count <= 12 else { return "the name of a value" }
    return names.count == 1 ? last : "\(names.dropLast().joined(separator: ", ")) or \(last)"
  }

  /// Reads a map's key from the name of a member.
  mutating func mapKey(
    _ text: String, _ type: FieldType, into target: UnsafeMutableRawPointer
  ) throws(JSONError) {
    switch type {
    case .int32, .sint32, .sfixed32: try key(text, into: target, Int32.self)
    case .uint32, .fixed32: try key(text, into: target, UInt32.self)
    case .int64, .sint64, .sfixed64: try key(text, into: target, Int64.self)
    case .uint64, .fixed64: try key(text, into: target, UInt64.self)
    case .bool:
      guard text == "true" || text == "false" else {
        throw scanner.error("expected \"true\" or \"false\" as key, found \(JSONParser.shown(text))")
      }
      target.storeBytes(of: text == "true" ? 1 : 0, as: UInt64.self)
    default: try store(Array(text.utf8), into: target)
    }
  }

  private func key<T: FixedWidthInteger & BitwiseCopyable>(
    _ text: String, into target: UnsafeMutableRawPointer, _ type: T.Type
  ) throws(JSONError) {
    guard let value: T = JSONNumber.integer(Substring(text)) else {
      throw scanner.error(
        "expected an integer from \(T.min) to \(T.max) as key, found \(JSONParser.shown(text))")
    }
    target.storeBytes(of: value, as: T.self)
  }
}
