internal import CProtobufC

/// Reads JSON into a message's C struct by walking its descriptor.
struct JSONParser {
  var scanner: JSONScanner
  let options: JSONDecodingOptions
  let scratch: Scratch

  static func parse<M: Message>(
    _ bytes: [UInt8], as type: M.Type, _ options: JSONDecodingOptions
  ) throws(JSONError) -> M {
    let (scaled, overflow) = bytes.count.multipliedReportingOverflow(by: options.maxMemoryFactor)
    let scratch = Scratch(limit: overflow ? .max : scaled + 1 << 20)
    defer { scratch.end() }
    return try bytes.withUnsafeBufferPointer { buffer throws(JSONError) in
      guard String(validating: buffer, as: UTF8.self) != nil else {
        throw JSONError("the text is not valid UTF-8")
      }
      let scanner = JSONScanner(buffer, maxDepth: options.maxDepth)
      var parser = JSONParser(scanner: scanner, options: options, scratch: scratch)
      let message = try parser.message(M.descriptor)
      try parser.scanner.finish()
      do throws(DecodingError) {
        return try M(reading: MessageReader(message))
      } catch {
        throw JSONError(error.message)
      }
    }
  }

  /// Reads a message: an object, or the form that its type has of its own.
  mutating func message(_ descriptor: MessageDescriptor) throws(JSONError) -> UnsafeMutableRawPointer {
    let message = try makeStruct(descriptor)
    if let type = descriptor.wellKnownType {
      try read(wellKnown: type, into: message, descriptor)
    } else {
      try members(of: message, descriptor, skipping: nil)
    }
    return message
  }

  /// Reads the members of a message's object; one member may be left out.
  mutating func members(
    of message: UnsafeMutableRawPointer, _ descriptor: MessageDescriptor, skipping skipped: String?
  ) throws(JSONError) {
    guard try scanner.peek() == .object else { throw expected("an object") }
    let table = descriptor.jsonTable
    var seen = [Bool](repeating: false, count: descriptor.fields.count)
    var extensions: [String: [UInt8]] = [:]
    let parser = self
    var copy = scanner
    try copy.object { scanner, name throws(JSONError) in
      if name == skipped { return try scanner.skipValue() }
      // By its bytes: Unicode takes the Kelvin sign for a K.
      guard let index = table[name], descriptor.fields[index].isNamed(name) else {
        if let field = JSONParser.find(extension: name, of: descriptor) {
          let encoding = try parser.within(&scanner, name) { inner throws(JSONError) in
            try inner.encoding(of: field)
          }
          guard extensions.updateValue(encoding, forKey: name) == nil else {
            throw scanner.error("occurs twice").inside(name)
          }
          return
        }
        if parser.options.ignoresUnknown { return try scanner.skipValue() }
        throw scanner.error("there is no field \(JSONParser.shown(name))")
      }
      if seen[index] { throw scanner.error("occurs twice").inside(name) }
      seen[index] = true
      try parser.within(&scanner, name) { inner throws(JSONError) in
        try inner.field(index, of: message, descriptor)
      }
    }
    scanner = copy
    guard !extensions.isEmpty else { return }
    let encoded = extensions.sorted { $0.key < $1.key }.flatMap(\.value)
    MessageWriter.setUnknown(encoded, of: message, in: UnsafeMutableRawPointer(scratch.arena), copying: true)
  }

  /// Goes on with a scanner inside a field, which errors then name.
  private func within<T>(
    _ scanner: inout JSONScanner, _ field: String, _ body: (inout JSONParser) throws(JSONError) -> T
  ) throws(JSONError) -> T {
    var inner = self
    inner.scanner = scanner
    do throws(JSONError) {
      let result = try body(&inner)
      scanner = inner.scanner
      return result
    } catch {
      throw error.inside(field)
    }
  }

  /// Reads the value of a field.
  mutating func field(
    _ index: Int, of message: UnsafeMutableRawPointer, _ descriptor: MessageDescriptor
  ) throws(JSONError) {
    let field = descriptor.fields[index]
    let quantifier = message + Slot.offset(descriptor.slots[index])
    let target = message + Slot.valueOffset(descriptor.slots[index])
    if try scanner.peek() == .null, field.cardinality.isRepeated || !field.type.acceptsNull {
      return try scanner.literal("null")
    }
    switch field.cardinality {
    case .repeated, .packed:
      let (elements, count) = try repeated(field, descriptor, index)
      quantifier.storeBytes(of: count, as: Int.self)
      target.storeBytes(of: elements, as: UnsafeMutableRawPointer?.self)
    case .implicit:
      _ = try value(field.type, into: target, descriptor, index)
    case .explicit:
      if field.oneof != nil, quantifier.load(as: UInt32.self) != 0 {
        throw scanner.error("another member of the same oneof is set already")
      }
      guard try value(field.type, into: target, descriptor, index) else { return }
      quantifier.storeBytes(of: field.oneof == nil ? 1 : field.number, as: UInt32.self)
    }
  }

  /// Reads the elements of a repeated field or map into a C array.
  private mutating func repeated(
    _ field: FieldDescriptor, _ descriptor: MessageDescriptor, _ index: Int
  ) throws(JSONError) -> (UnsafeMutableRawPointer?, Int) {
    if case .map(let key, let value) = field.type {
      return try map(key, value, descriptor.entry(index))
    }
    guard try scanner.peek() == .array else { throw expected("an array") }
    var list = CArray(stride: field.type.cStride)
    var parser = self
    var position = 0
    try scanner.array { scanner throws(JSONError) in
      parser.scanner = scanner
      do throws(JSONError) {
        if try parser.scanner.peek() == .null, !field.type.acceptsNull { throw parser.expected("a value") }
        let slot = try list.next(parser)
        if try parser.value(field.type, into: slot, descriptor, index) { list.count += 1 }
      } catch {
        throw error.inside(position)
      }
      position += 1
      scanner = parser.scanner
    }
    return (list.start, list.count)
  }

  private mutating func map(
    _ key: FieldType, _ value: FieldType, _ entry: MessageDescriptor
  ) throws(JSONError) -> (UnsafeMutableRawPointer?, Int) {
    guard try scanner.peek() == .object else { throw expected("an object") }
    var list = CArray(stride: 8)
    var parser = self
    var seen = SeenKeys()
    try scanner.object { scanner, text throws(JSONError) in
      parser.scanner = scanner
      let slot = try list.next(parser)
      let message = try parser.makeStruct(entry)
      let keySlot = message + Slot.valueOffset(0)
      try parser.mapKey(text, key, into: keySlot)
      let isNew = if case .string = key { seen.add(text) } else { seen.add(keySlot.load(as: UInt64.self)) }
      guard isNew else { throw parser.scanner.error("the key \(JSONParser.shown(text)) occurs twice") }
      let isKnown: Bool
      do throws(JSONError) {
        if try parser.scanner.peek() == .null, !value.acceptsNull { throw parser.expected("a value") }
        isKnown = try parser.value(value, into: message + Slot.valueOffset(1), entry, 1)
      } catch {
        throw error.inside("[\(JSONParser.shown(text))]")
      }
      if isKnown {
        message.storeBytes(of: 1, toByteOffset: Slot.offset(0), as: Int32.self)
        message.storeBytes(of: 1, toByteOffset: Slot.offset(1), as: Int32.self)
        slot.storeBytes(of: message, as: UnsafeMutableRawPointer.self)
        list.count += 1
      }
      scanner = parser.scanner
    }
    return (list.start, list.count)
  }

  func expected(_ what: String) -> JSONError { scanner.expected(what) }

  /// A name or key that the text holds, in quotes, shortened.
  static func shown(_ text: String) -> String {
    "\"\(text.count > 40 ? text.prefix(40) + "…" : text[...])\""
  }

  /// A zeroed struct for a message.
  func makeStruct(_ descriptor: MessageDescriptor) throws(JSONError) -> UnsafeMutableRawPointer {
    let memory = try allocate(descriptor.structBytes)
    memory.initializeMemory(as: UInt8.self, repeating: 0, count: descriptor.structBytes)
    memory.storeBytes(of: UnsafePointer(descriptor.table), as: UnsafePointer<ProtobufCMessageDescriptor>.self)
    return memory
  }

  func allocate(_ bytes: Int) throws(JSONError) -> UnsafeMutableRawPointer {
    guard let memory = matiane_arena_allocate(scratch.arena, bytes) else {
      throw scanner.error("the text holds more values than its size allows for")
    }
    return memory
  }
}

/// The keys of an object so far: texts by their bytes, for those that Unicode takes for the same are two keys, and the rest by
/// what they say, for 1 and 1.0 are one.
struct SeenKeys {
  private var texts: Set<[UInt8]> = []
  private var numbers: Set<UInt64> = []

  /// False when it was there.
  mutating func add(_ text: String) -> Bool { texts.insert(Array(text.utf8)).inserted }

  /// False when it was there.
  mutating func add(_ number: UInt64) -> Bool { numbers.insert(number).inserted }
}

/// A C array that grows in the arena.
struct CArray {
  private(set) var start: UnsafeMutableRawPointer?
  var count = 0
  private var capacity = 0
  private let stride: Int

  init(stride: Int) { self.stride = stride }

  /// The address of the next element, zeroed; it counts once `count` is raised.
  mutating func next(_ parser: JSONParser) throws(JSONError) -> UnsafeMutableRawPointer {
    if count == capacity {
      let larger = try parser.allocate(max(4, 2 * capacity) * stride)
      if let start { larger.copyMemory(from: start, byteCount: count * stride) }
      start = larger
      capacity = max(4, 2 * capacity)
    }
    let address = start! + count * stride
    address.initializeMemory(as: UInt8.self, repeating: 0, count: stride)
    return address
  }
}

extension FieldDescriptor.Cardinality {
  var isRepeated: Bool { self == .repeated || self == .packed }
}

extension FieldType {
  /// Whether JSON null is a value of the type rather than the absence of one.
  var acceptsNull: Bool {
    switch self {
    case .message(let type): type.descriptor.wellKnownType == .value
    case .enumeration(let type): type.descriptor.name == "google.protobuf.NullValue"
    default: false
    }
  }
}
