extension JSONPrinter {
  /// Writes a message in the form that its type has of its own.
  mutating func write(
    wellKnown type: WellKnownType, _ reader: MessageReader, _ descriptor: MessageDescriptor
  ) throws(JSONError) {
    switch type {
    case .any: try writeAny(reader)
    case .timestamp:
      let text = try TimestampText.format(seconds: reader.int64(0), nanos: reader.int32(1))
      emit { $0.quoted(text) }
    case .duration:
      let text = try DurationText.format(seconds: reader.int64(0), nanos: reader.int32(1))
      emit { $0.quoted(text) }
    case .fieldMask: try writeFieldMask(reader)
    case .structure: try write(structure: reader.base)
    case .listValue: try write(list: reader)
    case .value: try write(dynamicValue: reader)
    default:
      try write(value: reader.base + Slot.valueOffset(0), descriptor.fields[0].type, descriptor, 0)
    }
  }

  private mutating func writeFieldMask(_ reader: MessageReader) throws(JSONError) {
    var paths: [String] = []
    for path in reader.elements(0, of: UnsafeBufferPointer<UInt8>.Reversed.self) {
      paths.append(try FieldMaskText.camel(String(decoding: path.buffer, as: UTF8.self)))
    }
    let joined = Array(paths.joined(separator: ",").utf8)
    joined.withUnsafeBufferPointer { bytes in emit { $0.string(bytes) } }
  }

  private mutating func write(structure base: UnsafeRawPointer) throws(JSONError) {
    let reader = MessageReader(base)
    emit { $0.open("{") }
    for entry in reader.elements(0, of: UnsafeRawPointer.self) {
      let entry = MessageReader(entry)
      let name = String(decoding: entry.bytes(inSlot: 0), as: UTF8.self)
      emit { $0.name(name) }
      guard let value = entry.value(1, as: UnsafeRawPointer?.self) else {
        throw JSONError("google.protobuf.Struct holds a Value without a kind")
      }
      try write(dynamicValue: MessageReader(value))
    }
    emit { $0.close("}") }
  }

  private mutating func write(list reader: MessageReader) throws(JSONError) {
    emit { $0.open("[") }
    for value in reader.elements(0, of: UnsafeRawPointer.self) {
      emit { $0.separate() }
      try write(dynamicValue: MessageReader(value))
    }
    emit { $0.close("]") }
  }

  private mutating func write(dynamicValue reader: MessageReader) throws(JSONError) {
    let address = reader.base + Slot.valueOffset(0)
    switch reader.member(0) {
    case 1: emit { $0.raw("null") }
    case 2:
      let number = reader.double(0)
      guard number.isFinite else {
        throw JSONError("google.protobuf.Value holds \(number), which JSON cannot say")
      }
      write(number: number)
    case 3: emit { $0.string(reader.bytes(inSlot: 0)) }
    case 4: emit { $0.raw(reader.bool(0) ? "true" : "false") }
    case 5: try write(structure: address.load(as: UnsafeRawPointer.self))
    case 6: try write(list: MessageReader(address.load(as: UnsafeRawPointer.self)))
    default: throw JSONError("google.protobuf.Value has no kind set")
    }
  }

  private mutating func writeAny(_ reader: MessageReader) throws(JSONError) {
    let url = String(decoding: reader.bytes(inSlot: 0), as: UTF8.self)
    let value = reader.bytes(inSlot: 1)
    // What an `Any` holds is decoded for itself, so that no bound on decoding holds for all levels together.
    guard text.depth < JSONDecodingOptions().maxDepth else {
      throw JSONError(
        "google.protobuf.Any in more than \(text.depth) levels of JSON, deeper than it would be read")
    }
    emit { $0.open("{") }
    if !url.isEmpty || !value.isEmpty {
      let type = try AnyTypes.type(ofURL: url)
      emit { $0.name("@type") }
      var bytes = url
      bytes.withUTF8 { utf8 in emit { $0.string(utf8) } }
      try writeContents(ofAny: UnsafeRawBufferPointer(value), type)
    }
    emit { $0.close("}") }
  }

  private mutating func writeContents<M: Message>(
    ofAny bytes: UnsafeRawBufferPointer, _ type: M.Type
  ) throws(JSONError) {
    let message: M
    do {
      message = try M(serialized: bytes)
    } catch {
      throw JSONError("google.protobuf.Any holds no \(M.descriptor.name): \(error.message)")
    }
    let scratch = Scratch()
    defer { scratch.end() }
    let base = MessageWriter.fill(message, in: UnsafeMutableRawPointer(scratch.arena), splicing: false)
    if M.descriptor.wellKnownType == nil {
      try writeFields(of: UnsafeRawPointer(base), M.descriptor)
    } else {
      emit { $0.name("value") }
      try write(message: UnsafeRawPointer(base), M.descriptor)
    }
  }
}

/// How `Any` names types: a URL whose last part is the full name.
enum AnyTypes {
  /// - Throws: `JSONError` when the URL has no such part or the program knows no type of that name.
  static func type(ofURL url: String) throws(JSONError) -> any Message.Type {
    guard let slash = url.lastIndex(of: "/") else {
      throw JSONError("\"\(url)\" is no type URL; expected a name after the last slash")
    }
    let name = String(url[url.index(after: slash)...])
    guard let type = TypeRegistry.shared.message(named: name) else {
      throw JSONError("the message type \"\(name)\" in google.protobuf.Any is not known")
    }
    return type
  }
}
