/// The opened sections of one text field.
struct TextFieldReader {
  let terms: TermDictionary
  /// Nil for a dictionary of few terms.
  let filter: TermFilter?
  let strays: StrayForms
  /// One code a document; nil when no document has the field.
  let norms: UnsafePointer<UInt8>?
  let statistics: FieldStatistics
  let hasPositions: Bool

  /// A field that the segment does not know.
  init() {
    let nothing = UnsafeRawBufferPointer(start: emptyBytes, count: 0)
    terms = TermDictionary(
      TermSections(
        terms: nothing, groups: nothing, postings: nothing, positions: nothing, forms: nothing,
        hasPositions: false, longestTerm: Limits.termBytes))
    filter = nil
    strays = StrayForms(nothing, terms)
    norms = nil
    statistics = FieldStatistics()
    hasPositions = false
  }

  /// Opens a field.
  /// - Throws: `damaged` when there are not as many norms as documents.
  init(_ stored: StoredSchema.Text, at field: Int, _ opened: OpenedIndexImage) throws(IndexError) {
    terms = TermDictionary(
      TermSections(
        terms: opened.bytes(.terms, field), groups: opened.bytes(.termGroups, field),
        postings: opened.bytes(.postings, field), positions: opened.bytes(.positions, field),
        forms: opened.bytes(.forms, field), hasPositions: stored.hasPositions,
        longestTerm: Limits.termBytes))
    filter = TermFilter(opened.bytes(.termFilter, field))
    strays = StrayForms(opened.bytes(.strayForms, field), terms)
    let norms = opened.bytes(.norms, field)
    guard norms.count == opened.documentCount || norms.isEmpty && terms.count == 0 else {
      throw IndexError(.damaged, "norms of field \(stored.name) are not as many as the documents")
    }
    self.norms = norms.isEmpty ? nil : norms.baseAddress!.assumingMemoryBound(to: UInt8.self)
    statistics = stored.statistics
    hasPositions = stored.hasPositions
  }
}

/// The opened sections of one keyword field.
struct KeywordFieldReader {
  let dictionary: TermDictionary
  let index: KeywordIndex
  let column: KeywordColumn?
  private let documentCount: Int

  /// A field that the segment does not know.
  init() {
    dictionary = TextFieldReader().terms
    index = KeywordIndex(dictionary, documentCount: 0)
    column = nil
    documentCount = 0
  }

  /// Opens a field.
  /// - Throws: `damaged` when the column is malformed.
  init(_ field: KeywordField, at place: Int, _ opened: OpenedIndexImage) throws(IndexError) {
    let nothing = UnsafeRawBufferPointer(start: emptyBytes, count: 0)
    documentCount = opened.documentCount
    dictionary = TermDictionary(
      TermSections(
        terms: opened.bytes(.keywordTerms, place), groups: opened.bytes(.keywordTermGroups, place),
        postings: opened.bytes(.keywordPostings, place), positions: nothing, forms: nothing,
        hasPositions: false, longestTerm: Limits.keywordBytes))
    index = KeywordIndex(dictionary, documentCount: opened.documentCount)
    let section = opened.bytes(.keywordColumn, place)
    guard !section.isEmpty, field.hasColumn else {
      column = nil
      return
    }
    column = KeywordColumn(section, documentCount: opened.documentCount, valueCount: dictionary.count)
    guard column != nil else { throw IndexError(.damaged, "column of field \(field.name) is malformed") }
  }

  /// Checks every bitmap, which the bitmap library would take on trust.
  func checkBitmaps(_ field: Int) throws(IndexError) {
    var iterator = dictionary.makeIterator()
    while iterator.next(), let entry = iterator.entry {
      guard
        entry.documentFrequency < KeywordPostings.bitmapFrom
          || KeywordPostings.isValid(entry, documentCount: documentCount)
      else {
        throw IndexError(.damaged, "bitmap of value \(entry.ordinal) of keyword field \(field) is malformed")
      }
    }
  }
}
