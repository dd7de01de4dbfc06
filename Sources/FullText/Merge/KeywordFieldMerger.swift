/// Merges one keyword field.
struct KeywordFieldMerger {
  private let inputs: [SegmentView]
  private let map: DocumentMap
  private let field: KeywordFieldID
  private let hasColumn: Bool

  init(_ inputs: [SegmentView], _ map: DocumentMap, _ field: KeywordFieldID, _ schema: Schema) {
    self.inputs = inputs
    self.map = map
    self.field = field
    hasColumn = schema.keywordFields[field.index].hasColumn
  }

  func merge() -> [(SectionID, ByteSink)] {
    var terms = TermMerge(inputs.map { $0.segment.keywordFields[field.index].dictionary })
    guard terms.next() else { return [] }
    let writer = KeywordFieldWriter(field: field.index, hasColumn: hasColumn)
    let indexes = inputs.map { $0.segment.keywords(field) }
    var pairs: [(document: DocID, ordinal: UInt32)] = []
    var ordinal: UInt32 = 0
    let documents = IntegerBuffer()
    repeat {
      documents.removeAll()
      for holder in terms.holders {
        let targets = map.targets[holder]
        indexes[holder].forEachDocument(of: terms.entry(holder)) { source in
          let target = targets[Int(source)]
          if target != endOfPostings { documents.append(target) }
        }
      }
      guard documents.count > 0 else { continue }
      writer.add(terms.term, documents: documents.values)
      if hasColumn { for document in documents.values { pairs.append((document, ordinal)) } }
      ordinal += 1
    } while terms.next()
    if hasColumn { addColumn(pairs, to: writer) }
    return writer.sections()
  }

  /// Sorts the pairs, which come by ordinal, by document, and hands each document's ordinals on.
  private func addColumn(_ pairs: [(document: DocID, ordinal: UInt32)], to writer: KeywordFieldWriter) {
    var ends = [Int](repeating: 0, count: map.count + 1)
    for pair in pairs { ends[Int(pair.document) + 1] += 1 }
    for index in 0..<map.count { ends[index + 1] += ends[index] }
    var ordinals = [UInt32](repeating: 0, count: pairs.count)
    for pair in pairs {
      ordinals[ends[Int(pair.document)]] = pair.ordinal
      ends[Int(pair.document)] += 1
    }
    ordinals.withUnsafeBufferPointer { ordinals in
      var start = 0
      for document in 0..<map.count {
        writer.add(ordinals: UnsafeBufferPointer(rebasing: ordinals[start..<ends[document]]))
        start = ends[document]
      }
    }
  }
}
