/// Encodes the sections of one keyword field: values in rising order, then documents in order.
///
/// Belongs to one thread.
final class KeywordFieldWriter {
  private let dictionary = TermDictionaryWriter()
  private let postings = ByteSink()
  private var column: KeywordColumnWriter?
  private let field: Int
  private var valueCount = 0

  init(field: Int, hasColumn: Bool) {
    self.field = field
    column = hasColumn ? KeywordColumnWriter() : nil
  }

  /// Adds a value and its documents, rising, at least one.
  func add(_ value: UnsafeRawBufferPointer, documents: UnsafeBufferPointer<DocID>) {
    let list = KeywordPostings.encode(documents, to: postings)
    dictionary.add(value, list, formBytes: 0, hasSeveralForms: false, positions: postings)
    valueCount += 1
  }

  /// Adds the ordinals of the next document to the column, rising and distinct.
  func add(ordinals: UnsafeBufferPointer<UInt32>) { column?.add(ordinals) }

  /// The sections; none when no document has a value.
  func sections() -> [(SectionID, ByteSink)] {
    guard valueCount > 0 else { return [] }
    dictionary.finish()
    var sections = [
      (SectionID(.keywordTerms, field), dictionary.terms),
      (SectionID(.keywordTermGroups, field), dictionary.groups),
      (SectionID(.keywordPostings, field), postings),
    ]
    if let column {
      let sink = ByteSink()
      column.encode(valueCount: valueCount, to: sink)
      sections.append((SectionID(.keywordColumn, field), sink))
    }
    return sections
  }
}
