/// Makes one segment of several, leaving out what is deleted.
///
/// Documents keep their order: those of the first input first. Streams over the sorted terms of all inputs at once, so
/// it needs memory for the result and one posting list. The same inputs give the same bytes.
struct SegmentMerger {
  /// A merged segment and where each input's documents went.
  struct Result: Sendable {
    let segment: Segment
    /// For each input, the new number of each document; `endOfPostings` for those left out.
    let documents: [[DocID]]
  }

  let schema: Schema
  let inputs: [SegmentView]
  private let map: DocumentMap

  init(_ inputs: [SegmentView], schema: Schema) {
    self.inputs = inputs
    self.schema = schema
    map = DocumentMap(inputs)
  }

  /// Merges. Nil when every document is deleted.
  /// - Throws: `damaged` when an input turns out not to hold what it promises.
  /// - Complexity: O(words of the inputs); long. Safe on any thread.
  func merge() throws(IndexError) -> Result? {
    guard map.count > 0 else { return nil }
    let segment = try segment(of: try StoredDocumentsMerger(inputs, map).merge())
    return Result(segment: segment, documents: map.targets)
  }

  /// Makes the segment of stored documents, one for each document of the inputs that is not deleted.
  /// - Throws: `damaged`, as `merge` does.
  func segment(of documents: StoredDocuments) throws(IndexError) -> Segment {
    var texts: [TextFieldMerger.Result] = []
    for field in schema.textFieldIDs { texts.append(try TextFieldMerger(inputs, map, field, schema).merge()) }
    var sections: [(SectionID, ByteSink)] = []
    sections.append(SectionID(.schema)) { SchemaSection.encode(schema, texts.map(\.statistics), to: $0) }
    sections.append(SectionID(.documentOffsets)) { DocumentOffsets.encode(documents.offsets, to: $0) }
    sections.append(SectionID(.keyTable)) { KeyTable.encode(documents.hashes, to: $0) }
    for text in texts { sections += text.sections }
    for field in schema.keywordFields.indices {
      sections += KeywordFieldMerger(inputs, map, KeywordFieldID(field), schema).merge()
    }
    for field in schema.integerFields.indices {
      sections.append(SectionID(.integerColumn, field)) { IntegerColumn.encode(integers(field), to: $0) }
    }
    let index = IndexImage.assemble(
      documentCount: map.count, documents: documents.identity, sections: sections)
    return Segment.made(documents: documents.image, index: index, schema: schema)
  }

  private func integers(_ field: Int) -> [Int64?] {
    var values: [Int64?] = []
    values.reserveCapacity(map.count)
    for (input, part) in inputs.enumerated() {
      let column = part.segment.integers(IntegerFieldID(field))
      map.forEachLive(input) { source, _ in values.append(column.value(source)) }
    }
    return values
  }
}

/// Where the documents of the inputs go.
struct DocumentMap {
  /// For each input, the new number of each document; `endOfPostings` for those left out.
  let targets: [[DocID]]
  /// How many documents there are afterwards.
  let count: Int
  /// Whether nothing is left out, by input.
  let isComplete: [Bool]

  init(_ inputs: [SegmentView]) {
    var next: DocID = 0
    targets = inputs.map { part in
      (0..<DocID(part.segment.documentCount)).map { document in
        guard !part.deletions.contains(document) else { return endOfPostings }
        defer { next += 1 }
        return next
      }
    }
    count = Int(next)
    isComplete = inputs.map(\.deletions.isEmpty)
  }

  /// The new number of an input's first document, if none of its documents is left out: the others follow it.
  func base(of input: Int) -> DocID? { isComplete[input] ? targets[input].first : nil }

  /// Calls `body` with the old and the new number of each document that stays, in order.
  func forEachLive(_ input: Int, _ body: (_ source: DocID, _ target: DocID) -> Void) {
    for (source, target) in targets[input].enumerated() where target != endOfPostings {
      body(DocID(source), target)
    }
  }
}
