/// Builds one segment from documents.
///
/// Reused for segment after segment, it keeps its memory. Belongs to one thread.
// `@exclusivity(unchecked)`: on one thread, and no access to a property spans a call that could come back to it.
final class SegmentBuilder {
  let schema: Schema
  private let maxWords: Int
  private let analyzer: TextAnalyzer
  private let table: TermTable
  private let texts: [OccurrenceBuffer]
  private let placed = PlacedOccurrences()
  private let keywords: [KeywordBuffer]
  @exclusivity(unchecked) private var integers: [[Int64?]]
  private var documents = DocumentsImage.begin()
  @exclusivity(unchecked) private var offsets: [UInt64] = []
  @exclusivity(unchecked) private var hashes: [UInt64] = []
  @exclusivity(unchecked) private var checksum: UInt32 = 0
  @exclusivity(unchecked) private var fieldStates: [FieldState]

  /// How far the current document has come in a field.
  private struct FieldState {
    var length: UInt32 = 0
    var nextPosition: UInt32 = 0
  }

  /// Makes segments of about `maxWords` words at the most.
  init(schema: Schema, analyzer: TextAnalyzer, maxWords: Int = SegmentBuilder.maxWords) {
    self.schema = schema
    self.maxWords = maxWords
    self.analyzer = analyzer
    table = TermTable(analyzer.lexicon)
    texts = schema.textFields.map { _ in OccurrenceBuffer() }
    keywords = schema.keywordFields.map { _ in KeywordBuffer() }
    integers = schema.integerFields.map { _ in [] }
    fieldStates = schema.textFields.map { _ in FieldState() }
  }

  /// How many documents were added.
  var count: Int { offsets.count }

  /// What it keeps of the words it has met, between segments too.
  var wordTableBytes: Int { analyzer.lexicon.memoryBytes + table.memoryBytes }

  /// What it keeps for words and numbers of documents, between segments too.
  var bufferBytes: Int {
    let numbers = integers.reduce(0) { $0 + $1.capacity } * MemoryLayout<Int64?>.stride
    return texts.reduce(placed.memoryBytes + numbers) { $0 + $1.memoryBytes }
      + (offsets.capacity + hashes.capacity) * MemoryLayout<UInt64>.stride
  }

  /// A measure of the memory that the segment takes while it is built.
  var wordCount: Int { texts.reduce(0) { $0 + $1.count } }

  /// Whether the segment should be finished before it takes more memory.
  var isFull: Bool {
    count >= Limits.documentsPerSegment || wordCount >= maxWords
      || documents.count >= Self.maxDocumentBytes || analyzer.lexicon.isOverfull
  }

  /// About 200 MB of occurrences while they are sorted.
  static let maxWords = 1 << 23
  private static let maxDocumentBytes = 1 << 28

  /// Adds a document that keeps to `Limits` and whose key is new to the segment.
  func add(_ document: IndexDocument) {
    let number = DocID(count)
    store(document)
    for text in document.texts { index(text) }
    for field in texts.indices {
      texts[field].endDocument(number, length: fieldStates[field].length)
      fieldStates[field] = FieldState()
    }
    for keyword in document.keywords { keywords[keyword.field.index].add(keyword.value, document: number) }
    for field in integers.indices { integers[field].append(nil) }
    for integer in document.integers { integers[integer.field.index][Int(number)] = integer.value }
  }

  private func store(_ document: IndexDocument) {
    let offset = document.key.withUnsafeBytes { key in
      hashes.append(KeyTable.hash(key))
      return document.payload.withUnsafeBytes { payload in
        DocumentsImage.appendRecord(key: key, payload: payload, to: documents)
      }
    }
    offsets.append(UInt64(offset))
    checksum = DocumentsImage.combine(checksum, recordAt: offset, in: documents.bytes)
  }

  private func index(_ value: IndexDocument.Text) {
    analyzer.analyze(value.text, language: value.language)
    analyzer.lexicon.isPinned = true
    analyzer.withTokens { tokens in
      guard let last = tokens.last else { return }
      let occurrences = texts[value.field.index]
      var state = fieldStates[value.field.index]
      let base = state.length == 0 ? 0 : state.nextPosition + Limits.positionGap
      table.resolve(tokens, base: base, to: occurrences.reserve(tokens.count))
      occurrences.commit(tokens.count)
      state.length += UInt32(tokens.count)
      state.nextPosition = base &+ UInt32(bitPattern: last.position) &+ 1
      fieldStates[value.field.index] = state
    }
  }

  /// Makes the segment of the documents added and starts over.
  func finish() -> Segment {
    defer { removeAll() }
    let identity = DocumentsIdentity(bytes: UInt64(documents.count), checksum: checksum)
    DocumentsImage.header(count: count, identity: identity).withBytes { documents.overwrite($0, at: 0) }
    var sections: [(SectionID, ByteSink)] = []
    sections.append(SectionID(.schema)) {
      SchemaSection.encode(schema, texts.map(\.statistics), to: $0)
    }
    sections.append(SectionID(.documentOffsets)) { DocumentOffsets.encode(offsets, to: $0) }
    sections.append(SectionID(.keyTable)) { KeyTable.encode(hashes, to: $0) }
    sections += textSections()
    sections += keywordSections()
    for (field, values) in integers.enumerated() {
      sections.append(SectionID(.integerColumn, field)) { IntegerColumn.encode(values, to: $0) }
    }
    let index = IndexImage.assemble(documentCount: count, documents: identity, sections: sections)
    return Segment.made(documents: ImageRegion(adopting: documents), index: index, schema: schema)
  }

  private func textSections() -> [(SectionID, ByteSink)] {
    let encoder = TextFieldEncoder(table, memory: placed)
    var sections: [(SectionID, ByteSink)] = []
    for (field, occurrences) in texts.enumerated() where occurrences.count > 0 {
      sections += occurrences.norms.withUnsafeBufferPointer { norms in
        let writer = TextFieldWriter(
          field: field, norms: norms.baseAddress!, averageLength: occurrences.statistics.averageLength,
          hasPositions: schema.textFields[field].hasPositions)
        encoder.encode(occurrences, into: writer)
        return writer.sections()
      }
      sections.append(SectionID(.norms, field)) { sink in
        occurrences.norms.withUnsafeBytes { sink.append($0) }
      }
    }
    return sections
  }

  private func keywordSections() -> [(SectionID, ByteSink)] {
    keywords.enumerated().flatMap { field, buffer -> [(SectionID, ByteSink)] in
      guard !buffer.isEmpty else { return [] }
      let writer = KeywordFieldWriter(field: field, hasColumn: schema.keywordFields[field].hasColumn)
      buffer.encode(documentCount: count, into: writer)
      return writer.sections()
    }
  }

  /// Gives back what large segments have taken, until the next one does; call between segments.
  func giveBackMemory() {
    for buffer in texts { buffer.removeAll() }
    placed.trim(to: 0)
  }

  private func removeAll() {
    table.removeAll()
    analyzer.lexicon.isPinned = false
    analyzer.giveBackMemory()
    for buffer in texts { buffer.removeAll() }
    for buffer in keywords { buffer.removeAll() }
    for field in integers.indices { integers[field].removeAll(keepingCapacity: true) }
    documents = DocumentsImage.begin()
    offsets.removeAll(keepingCapacity: true)
    hashes.removeAll(keepingCapacity: true)
    checksum = 0
  }
}

extension [(SectionID, ByteSink)] {
  /// Appends a section unless it stays empty.
  mutating func append(_ id: SectionID, _ encode: (ByteSink) -> Void) {
    let sink = ByteSink()
    encode(sink)
    if sink.count > 0 { append((id, sink)) }
  }
}

extension Segment {
  /// A segment over images that this process has just made.
  static func made(documents: ImageRegion, index: ImageRegion, schema: Schema) -> Segment {
    do {
      return try Segment(documents: documents, index: index, schema: schema, isTrusted: true)
    } catch {
      preconditionFailure("a segment just made does not open: \(error)")
    }
  }
}
