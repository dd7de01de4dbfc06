/// Rewrites an encoded message so that libprotobuf-c reads it as the specification says.
///
/// The occurrences of a singular sub-message are joined into one (a concatenation of encodings is their merge), only
/// the last member of a oneof keeps its occurrences, and everything that the library refuses (groups, fields of an
/// unexpected wire type), takes for what it is not (values that a closed enum does not have) or is wasteful with (many
/// unknown fields) is bundled: one length-prefixed field of a number
/// that cannot occur on the wire, whose payload is the unknown fields, their values unchanged. `MessageReader` opens the bundle.
/// Strings are checked here, since those that are overwritten do not reach the reader. The input must have passed
/// `WireScanner`. Linear in the input for each level of nesting.
struct WireNormalizer {
  /// One above the largest field number.
  static let bundleNumber: UInt32 = 1 << 29

  private var output: [UInt8] = []
  private var damagedString: UInt32?

  /// - Throws: `DecodingError` when a string is not UTF-8.
  static func rewrite(
    _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ table: UnsafePointer<ScanTable>
  ) throws(DecodingError) -> [UInt8] {
    var normalizer = WireNormalizer()
    normalizer.output.reserveCapacity(end - start + 64)
    normalizer.write([WireCursor(start, end)], table)
    if let number = normalizer.damagedString {
      throw DecodingError(.invalidUTF8, "field \(number) is a string and not valid UTF-8")
    }
    return normalizer.output
  }

  /// The sub-messages and unknown fields of one level, held back until its other fields are written.
  struct Level {
    /// A member of a oneof that another has replaced.
    struct Dropped {
      let number: UInt32
      let payloads: [WireCursor]
    }

    var order: [UInt32] = []
    var payloads: [UInt32: [WireCursor]] = [:]
    var oneofs: [Int16: UInt32] = [:]
    var unknown: [UInt8] = []
  }

  private mutating func write(_ parts: [WireCursor], _ table: UnsafePointer<ScanTable>) {
    var level = Level()
    for var cursor in parts {
      while !cursor.isAtEnd {
        let fieldStart = cursor.start
        guard let tag = cursor.readTag() else { return }
        guard let field = table.pointee.find(tag >> 3)?.pointee, field.accepts(UInt8(tag & 7)) else {
          if write(closed: tag, &cursor, &level, table) { continue }
          let value = cursor.start
          _ = cursor.skipValue(tag, groupsAllowed: .max)
          level.keep(unknown: tag, value, cursor.start)
          continue
        }
        if let dropped = level.noteMember(field) { check(dropped, table) }
        let value = cursor.start
        guard let child = field.child, let payload = cursor.readPayload() else {
          if field.child == nil { check(string: field, cursor) }
          _ = cursor.skipValue(tag, groupsAllowed: 0)
          output.append(contentsOf: UnsafeBufferPointer(start: fieldStart, count: cursor.start - fieldStart))
          continue
        }
        if WireNormalizer.isUnknown(entry: payload, of: field) {
          level.keep(unknown: tag, value, cursor.start)
        } else if field.onceBit == 0 {
          writeMessage(field.number, [payload], child)
        } else {
          level.add(payload, of: field)
        }
      }
    }
    writeHeldBack(level, table)
  }

  /// Writes a field of a closed enum; values that the enum does not have are unknown fields.
  ///
  /// - Returns: False, without moving, when the field is none.
  private mutating func write(
    closed tag: UInt32, _ cursor: inout WireCursor, _ level: inout Level, _ table: UnsafePointer<ScanTable>
  ) -> Bool {
    guard let field = table.pointee.find(tag >> 3)?.pointee, field.acceptsClosed(UInt8(tag & 7)),
      var values = cursor.readVarints(UInt8(tag & 7))
    else { return false }
    while !values.isAtEnd {
      let start = values.start
      guard let value = values.readVarint() else { break }
      let bytes = UnsafeBufferPointer(start: start, count: values.start - start)
      if field.hasValue(value) {
        if let dropped = level.noteMember(field) { check(dropped, table) }
        output.appendVarint(UInt64(field.number) << 3)
        output.append(contentsOf: bytes)
      } else {
        level.unknown.appendVarint(UInt64(field.number) << 3)
        level.unknown.append(contentsOf: bytes)
      }
    }
    return true
  }

  /// Whether a field is a map and the entry's value one that its closed enum does not have.
  private static func isUnknown(entry: WireCursor, of field: ScanTable.Field) -> Bool {
    guard !field.nests, let value = field.child?.pointee.find(2)?.pointee, value.isClosed else {
      return false
    }
    var entry = entry
    while !entry.isAtEnd, let tag = entry.readTag() {
      if tag == 2 << 3 {
        guard let number = entry.readVarint(), value.hasValue(number) else { return true }
      } else {
        _ = entry.skipValue(tag, groupsAllowed: .max)
      }
    }
    return false
  }

  private mutating func check(string field: ScanTable.Field, _ cursor: WireCursor) {
    var cursor = cursor
    guard field.isString, let payload = cursor.readPayload() else { return }
    let bytes = UnsafeBufferPointer(start: payload.start, count: payload.count)
    if String(validating: bytes, as: UTF8.self) == nil { damagedString = field.number }
  }

  /// Looks at the strings in what is about to be left out.
  private mutating func check(_ dropped: Level.Dropped, _ table: UnsafePointer<ScanTable>) {
    guard let child = table.pointee.find(dropped.number)?.pointee.child else { return }
    let length = output.count
    write(dropped.payloads, child)
    output.removeSubrange(length...)
  }

  private mutating func writeHeldBack(_ level: Level, _ table: UnsafePointer<ScanTable>) {
    for number in level.order {
      guard let payloads = level.payloads[number], let child = table.pointee.find(number)?.pointee.child
      else {
        continue
      }
      writeMessage(number, payloads, child)
    }
    guard !level.unknown.isEmpty else { return }
    writeTag(WireNormalizer.bundleNumber)
    output.appendVarint(UInt64(level.unknown.count))
    output.append(contentsOf: level.unknown)
  }

  private mutating func writeMessage(
    _ number: UInt32, _ parts: [WireCursor], _ table: UnsafePointer<ScanTable>
  ) {
    writeTag(number)
    let lengthStart = output.count
    output.append(contentsOf: [0x80, 0x80, 0x80, 0x80, 0])
    write(parts, table)
    let length = output.count - lengthStart - 5
    for index in 0..<5 {
      output[lengthStart + index] |= UInt8(length >> (7 * index) & 0x7F)
    }
  }

  private mutating func writeTag(_ number: UInt32) {
    output.appendVarint(UInt64(number) << 3 | UInt64(WireType.lengthDelimited))
  }
}

extension WireNormalizer.Level {
  /// Keeps a field as libprotobuf-c would write it: the value as it is, its tag in as few bytes as it takes.
  fileprivate mutating func keep(
    unknown tag: UInt32, _ value: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>
  ) {
    unknown.appendVarint(UInt64(tag))
    unknown.append(contentsOf: UnsafeBufferPointer(start: value, count: end - value))
  }

  /// A member of a oneof ends the one that was set before.
  fileprivate mutating func noteMember(_ field: ScanTable.Field) -> Dropped? {
    guard field.oneof >= 0, let previous = oneofs.updateValue(field.number, forKey: field.oneof),
      previous != field.number, let payloads = payloads.removeValue(forKey: previous)
    else { return nil }
    order.removeAll { $0 == previous }
    return Dropped(number: previous, payloads: payloads)
  }

  fileprivate mutating func add(_ payload: WireCursor, of field: ScanTable.Field) {
    if payloads[field.number] == nil { order.append(field.number) }
    payloads[field.number, default: []].append(payload)
  }
}
