extension JSONParser {
  /// Reads the form that a type has of its own.
  mutating func read(
    wellKnown type: WellKnownType, into message: UnsafeMutableRawPointer, _ descriptor: MessageDescriptor
  ) throws(JSONError) {
    let first = message + Slot.valueOffset(0)
    switch type {
    case .any: try any(into: message)
    case .timestamp: try time(into: message, TimestampText.form, TimestampText.parse)
    case .duration: try time(into: message, DurationText.form, DurationText.parse)
    case .fieldMask: try fieldMask(into: message)
    case .structure: try structure(into: message, descriptor)
    case .listValue: try list(into: message, descriptor)
    case .value: try dynamicValue(into: message, descriptor)
    default: _ = try value(descriptor.fields[0].type, into: first, descriptor, 0)
    }
  }

  private mutating func time(
    into message: UnsafeMutableRawPointer, _ form: String,
    _ parse: (String) -> (seconds: Int64, nanos: Int32)?
  ) throws(JSONError) {
    guard try scanner.peek() == .string else { throw expected(form) }
    let start = scanner
    guard let (seconds, nanos) = parse(try scanner.string()) else {
      scanner = start
      throw expected(form)
    }
    message.storeBytes(of: seconds, toByteOffset: Slot.valueOffset(0), as: Int64.self)
    message.storeBytes(of: nanos, toByteOffset: Slot.valueOffset(1), as: Int32.self)
  }

  private mutating func fieldMask(into message: UnsafeMutableRawPointer) throws(JSONError) {
    guard try scanner.peek() == .string else { throw expected("a string") }
    let start = scanner
    let text = try scanner.string()
    var list = CArray(stride: 16)
    for part in text.isEmpty ? [] : text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let path = FieldMaskText.snake(part) else {
        scanner = start
        throw expected("lowerCamelCase paths")
      }
      let slot = try list.next(self)
      try store(Array(path.utf8), into: slot)
      list.count += 1
    }
    setRepeated(list, in: message)
  }

  private func setRepeated(_ list: CArray, in message: UnsafeMutableRawPointer) {
    message.storeBytes(of: list.count, toByteOffset: Slot.offset(0), as: Int.self)
    message.storeBytes(of: list.start, toByteOffset: Slot.valueOffset(0), as: UnsafeMutableRawPointer?.self)
  }

  private mutating func structure(
    into message: UnsafeMutableRawPointer, _ descriptor: MessageDescriptor
  ) throws(JSONError) {
    guard try scanner.peek() == .object else { throw expected("an object") }
    let entry = descriptor.entry(0)
    var list = CArray(stride: 8)
    var parser = self
    var seen = SeenKeys()
    try scanner.object { scanner, name throws(JSONError) in
      parser.scanner = scanner
      guard seen.add(name) else { throw scanner.error("the key \(JSONParser.shown(name)) occurs twice") }
      let slot = try list.next(parser)
      let member = try parser.makeStruct(entry)
      try parser.store(Array(name.utf8), into: member + Slot.valueOffset(0))
      let value = try parser.message(Value.descriptor)
      member.storeBytes(of: 1, toByteOffset: Slot.offset(0), as: Int32.self)
      member.storeBytes(of: value, toByteOffset: Slot.valueOffset(1), as: UnsafeMutableRawPointer.self)
      slot.storeBytes(of: member, as: UnsafeMutableRawPointer.self)
      list.count += 1
      scanner = parser.scanner
    }
    setRepeated(list, in: message)
  }

  private mutating func list(
    into message: UnsafeMutableRawPointer, _ descriptor: MessageDescriptor
  ) throws(JSONError) {
    guard try scanner.peek() == .array else { throw expected("an array") }
    var list = CArray(stride: 8)
    var parser = self
    try scanner.array { scanner throws(JSONError) in
      parser.scanner = scanner
      let slot = try list.next(parser)
      slot.storeBytes(of: try parser.message(Value.descriptor), as: UnsafeMutableRawPointer.self)
      list.count += 1
      scanner = parser.scanner
    }
    setRepeated(list, in: message)
  }

  private mutating func dynamicValue(
    into message: UnsafeMutableRawPointer, _ descriptor: MessageDescriptor
  ) throws(JSONError) {
    let index: Int =
      switch try scanner.peek() {
      case .null: 0
      case .number: 1
      case .string: 2
      case .literalTrue, .literalFalse: 3
      case .object: 4
      case .array: 5
      }
    let field = descriptor.fields[index]
    _ = try value(field.type, into: message + Slot.valueOffset(0), descriptor, index)
    message.storeBytes(of: field.number, toByteOffset: Slot.offset(0), as: UInt32.self)
  }

  /// Reads an `Any`: the type stands in the member `@type`, wherever that is in the object.
  private mutating func any(into message: UnsafeMutableRawPointer) throws(JSONError) {
    guard try scanner.peek() == .object else { throw expected("an object") }
    var isEmpty = true
    var url: String?
    var ahead = scanner
    try ahead.object { scanner, name throws(JSONError) in
      isEmpty = false
      guard name == "@type" else { return try scanner.skipValue() }
      if url != nil { throw scanner.error("\"@type\" occurs twice") }
      guard try scanner.peek() == .string else { throw scanner.expected("a string").inside("@type") }
      url = try scanner.string()
    }
    if isEmpty {
      scanner = ahead
      return
    }
    guard let url else { throw scanner.error("expected a member \"@type\", found none") }
    let type: any Message.Type
    do { type = try AnyTypes.type(ofURL: url) } catch { throw scanner.error(error.message) }
    let contents = try contents(type.descriptor)
    try store(Array(url.utf8), into: message + Slot.valueOffset(0))
    try store(try pack(contents, as: type), into: message + Slot.valueOffset(1))
  }

  /// Reads what an `Any` holds: the members beside `@type`, or the member `value` of a type with a form of its own; of `Empty`
  /// either, for there are writers of both.
  private mutating func contents(_ descriptor: MessageDescriptor) throws(JSONError) -> UnsafeMutableRawPointer
  {
    let mayHaveValue = descriptor.wellKnownType != nil || descriptor.name == "google.protobuf.Empty"
    guard mayHaveValue else {
      let message = try makeStruct(descriptor)
      try members(of: message, descriptor, skipping: "@type")
      return message
    }
    var parser = self
    var result: UnsafeMutableRawPointer?
    try scanner.object { scanner, name throws(JSONError) in
      switch name {
      case "@type": try scanner.skipValue()
      case "value" where result == nil:
        parser.scanner = scanner
        result = try parser.message(descriptor)
        scanner = parser.scanner
      default:
        guard parser.options.ignoresUnknown else {
          throw scanner.error("there is no field \(JSONParser.shown(name)) beside \"@type\" and \"value\"")
        }
        try scanner.skipValue()
      }
    }
    if result == nil, descriptor.wellKnownType == nil { result = try makeStruct(descriptor) }
    guard let result else {
      throw scanner.error("expected a member \"value\", found none")
    }
    return result
  }

  /// The encoding of what an `Any` holds; by way of the message, so that its maps are in order.
  private func pack<M: Message>(_ message: UnsafeMutableRawPointer, as type: M.Type) throws(JSONError)
    -> [UInt8]
  {
    do throws(DecodingError) {
      return try M(reading: MessageReader(message)).serialized()
    } catch {
      throw scanner.error(error.message)
    }
  }
}
