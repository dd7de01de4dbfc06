/// One pass over an encoded message before libprotobuf-c sees it.
///
/// It refuses what would harm the library (deep nesting, tags and lengths that lie) and notes what the library would
/// read differently from the specification, so that `WireNormalizer` rewrites the message first: groups, fields of an
/// unexpected wire type, values that a closed enum does not have, a sub-message, a string or a member of a oneof that
/// occurs twice. Linear, without allocation.
struct WireScanner {
  /// Nesting allowed below the message.
  let maxDepth: Int

  /// Whether the message must be rewritten before it is unpacked.
  private(set) var needsNormalizing = false

  /// Unknown fields beyond this many are rewritten into one: unpacking takes some 100 bytes for each.
  private static let unknownFieldsKeptSingle = 16

  init(maxDepth: Int) { self.maxDepth = maxDepth }

  /// Checks the message between two addresses.
  mutating func scan(
    _ table: UnsafePointer<ScanTable>, _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>,
    depth: Int = 0
  ) throws(DecodingError) {
    guard depth <= maxDepth else { throw tooDeep(table) }
    var cursor = WireCursor(start, end)
    var seen: UInt64 = 0
    var unknown = 0
    while !cursor.isAtEnd {
      guard let tag = cursor.readTag() else { throw malformed(table, "has an impossible tag", cursor) }
      guard let field = table.pointee.find(tag >> 3), field.pointee.accepts(UInt8(tag & 7)) else {
        if try scanClosed(tag, &cursor, &seen, table) { continue }
        unknown += 1
        let isKnown = table.pointee.find(tag >> 3) != nil
        if isKnown || UInt8(tag & 7) == WireType.startGroup { needsNormalizing = true }
        try skip(tag, &cursor, depth, table)
        continue
      }
      note(field, &seen)
      if UInt8(tag & 7) != WireType.lengthDelimited {
        try skip(tag, &cursor, depth, table)
        continue
      }
      guard let payload = cursor.readPayload() else {
        throw malformed(table, "is cut short", cursor, tag >> 3)
      }
      guard let child = field.pointee.child else {
        try checkRun(field, payload, table)
        continue
      }
      try scan(child, payload.start, payload.end, depth: depth + (field.pointee.nests ? 1 : 0))
    }
    if unknown > WireScanner.unknownFieldsKeptSingle { needsNormalizing = true }
  }

  /// Notes what occurs for a second time.
  @inline(__always)
  private mutating func note(_ field: UnsafePointer<ScanTable.Field>, _ seen: inout UInt64) {
    if field.pointee.onceBit & seen != 0 { needsNormalizing = true }
    seen |= field.pointee.onceBit
  }

  /// Passes over a field of a closed enum.
  ///
  /// - Returns: False, without moving, when the field is none or holds a value that the enum does not have.
  private mutating func scanClosed(
    _ tag: UInt32, _ cursor: inout WireCursor, _ seen: inout UInt64, _ table: UnsafePointer<ScanTable>
  ) throws(DecodingError) -> Bool {
    let wireType = UInt8(tag & 7)
    guard let field = table.pointee.find(tag >> 3), field.pointee.acceptsClosed(wireType) else {
      return false
    }
    var after = cursor
    guard var values = after.readVarints(wireType) else {
      throw malformed(table, "is cut short or malformed", cursor, tag >> 3)
    }
    var hasAll = true
    while !values.isAtEnd {
      guard let value = values.readVarint() else {
        throw malformed(table, "is packed and ends within a value", cursor, tag >> 3)
      }
      if !field.pointee.hasValue(value) { hasAll = false }
    }
    guard hasAll else { return false }
    note(field, &seen)
    cursor = after
    return true
  }

  private func skip(
    _ tag: UInt32, _ cursor: inout WireCursor, _ depth: Int, _ table: UnsafePointer<ScanTable>
  ) throws(DecodingError) {
    switch cursor.skipValue(tag, groupsAllowed: maxDepth - depth) {
    case .skipped: return
    case .tooDeep: throw tooDeep(table)
    case .malformed: throw malformed(table, "is cut short or malformed", cursor, tag >> 3)
    }
  }

  /// A packed run must hold whole values.
  private func checkRun(
    _ field: UnsafePointer<ScanTable.Field>, _ run: WireCursor, _ table: UnsafePointer<ScanTable>
  ) throws(DecodingError) {
    guard field.pointee.isPackable, !run.isAtEnd else { return }
    let fixed = Int(field.pointee.fixedBytes)
    let isWhole = fixed == 0 ? run.end[-1] < 0x80 : (run.end - run.start) % fixed == 0
    if !isWhole { throw malformed(table, "is packed and ends within a value", run, field.pointee.number) }
  }

  private func tooDeep(_ table: UnsafePointer<ScanTable>) -> DecodingError {
    DecodingError(.tooDeep, "\(describe(table)) is nested deeper than \(maxDepth) levels")
  }

  private func malformed(
    _ table: UnsafePointer<ScanTable>, _ what: String, _ cursor: WireCursor, _ number: UInt32? = nil
  ) -> DecodingError {
    let field = number.map { " field \($0)" } ?? ""
    return DecodingError(
      .malformed, "\(describe(table))\(field) \(what), at byte \(cursor.consumed) of the message")
  }

  private func describe(_ table: UnsafePointer<ScanTable>) -> String {
    MessageDescriptor(opaque: table.pointee.descriptor!).name
  }
}
