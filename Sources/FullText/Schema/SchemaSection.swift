/// The section that says which fields a segment was built with, and how long its text fields are.
enum SchemaSection {
  static func encode(_ schema: Schema, _ statistics: [FieldStatistics], to sink: ByteSink) {
    sink.append(varint: schema.textFields.count)
    for (field, statistics) in zip(schema.textFields, statistics) {
      append(field.name, to: sink)
      sink.append(field.hasPositions ? 1 : 0)
      sink.append(varint: statistics.documentCount)
      sink.append(integer: statistics.totalLength.bitPattern)
    }
    sink.append(varint: schema.keywordFields.count)
    for field in schema.keywordFields { append(field.name, to: sink) }
    sink.append(varint: schema.integerFields.count)
    for field in schema.integerFields { append(field.name, to: sink) }
  }

  private static func append(_ name: String, to sink: ByteSink) {
    var name = name
    name.withUTF8 { bytes in
      sink.append(varint: bytes.count)
      sink.append(UnsafeRawBufferPointer(bytes))
    }
  }
}

/// What a segment holds, by field names.
struct StoredSchema {
  struct Text {
    let name: String
    let hasPositions: Bool
    let statistics: FieldStatistics
  }

  private(set) var text: [Text] = []
  private(set) var keywords: [String] = []
  private(set) var integers: [String] = []

  /// Reads the section.
  /// - Throws: `damaged` when it ends early.
  init(_ section: UnsafeRawBufferPointer) throws(IndexError) {
    var cursor = ByteCursor(section)
    for _ in 0..<min(cursor.count(), Limits.fields) {
      let name = Self.name(&cursor)
      let hasPositions = cursor.byte() != 0
      let documents = cursor.count()
      let length = Double(bitPattern: cursor.integer(UInt64.self))
      text.append(
        Text(
          name: name, hasPositions: hasPositions,
          statistics: FieldStatistics(documentCount: documents, totalLength: length)))
    }
    for _ in 0..<min(cursor.count(), Limits.fields) { keywords.append(Self.name(&cursor)) }
    for _ in 0..<min(cursor.count(), Limits.fields) { integers.append(Self.name(&cursor)) }
    guard !cursor.isPastEnd else { throw IndexError(.damaged, "schema section ends early") }
  }

  /// Where the field of a name stands: mostly where the schema has it, too.
  static func place<Field>(
    _ name: String, expectedAt place: Int, in fields: [Field], _ nameOf: (Field) -> String
  ) -> Int? {
    if place < fields.count, nameOf(fields[place]) == name { return place }
    return fields.firstIndex { nameOf($0) == name }
  }

  private static func name(_ cursor: inout ByteCursor) -> String {
    String(decoding: cursor.bytes(cursor.count()), as: UTF8.self)
  }
}
