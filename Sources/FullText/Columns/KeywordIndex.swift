/// The values of a keyword field in one segment, and the documents of each.
///
/// A view into the segment's image, valid while the segment lives.
struct KeywordIndex {
  private let dictionary: TermDictionary
  private let documentCount: Int

  init(_ dictionary: TermDictionary, documentCount: Int) {
    self.dictionary = dictionary
    self.documentCount = documentCount
  }

  /// How many distinct values there are.
  var count: Int { dictionary.count }

  /// The ordinal of a value.
  func find(_ value: [UInt8]) -> UInt32? { dictionary.find(value).map { UInt32($0.ordinal) } }

  /// The bytes of a value.
  func value(at ordinal: UInt32) -> [UInt8] { dictionary.term(at: Int(ordinal)) }

  /// The ordinals of the values with a prefix.
  func ordinals(withPrefix prefix: [UInt8]) -> Range<UInt32> {
    let range = dictionary.ordinals(withPrefix: prefix)
    return UInt32(range.lowerBound)..<UInt32(range.upperBound)
  }

  /// Calls `body` with each value in order, and how many documents have it, deleted ones included.
  func forEach(_ body: (_ ordinal: UInt32, _ value: UnsafeRawBufferPointer, _ documents: UInt32) -> Void) {
    var iterator = dictionary.makeIterator()
    while iterator.next(), let entry = iterator.entry {
      body(UInt32(entry.ordinal), iterator.termBytes, entry.documentFrequency)
    }
  }

  /// How many documents have a value, deleted ones included.
  func documentFrequency(of ordinal: UInt32) -> UInt32 {
    dictionary.entry(at: Int(ordinal)).documentFrequency
  }

  /// The documents that have a value, deleted ones included.
  func documents(of ordinal: UInt32) -> DocumentSet {
    let entry = dictionary.entry(at: Int(ordinal))
    if entry.documentFrequency >= KeywordPostings.bitmapFrom,
      let bitmap = KeywordPostings.bitmap(entry.postings, documentCount: documentCount)
    {
      return bitmap
    }
    let set = DocumentSet()
    KeywordPostings.forEach(entry, documentCount: documentCount) { set.insert($0) }
    return set
  }

  /// Adds the documents that have a value, deleted ones included, to a set.
  func insertDocuments(of ordinal: UInt32, into set: BitSet) {
    KeywordPostings.insertAll(dictionary.entry(at: Int(ordinal)), into: set)
  }

  /// Calls `body` with the documents of all values with a prefix, value by value; stops when interrupted.
  func forEachDocument(withPrefix prefix: [UInt8], _ interruption: Interruption, _ body: (DocID) -> Void) {
    let range = dictionary.ordinals(withPrefix: prefix)
    for start in stride(from: range.lowerBound, to: range.upperBound, by: Self.valuesPerQuestion) {
      dictionary.forEachTerm(in: start..<min(start + Self.valuesPerQuestion, range.upperBound)) { _, entry in
        if interruption.tick(Self.stepsPerValue + Int(entry.documentFrequency)) { return }
        forEachDocument(of: entry, body)
      }
      if interruption.isInterrupted { return }
    }
  }

  private static let valuesPerQuestion = 1024
  /// How many postings are read in the time of reading one value.
  private static let stepsPerValue = 16

  /// Calls `body` with the documents of a dictionary entry, rising.
  func forEachDocument(of entry: TermEntry, _ body: (DocID) -> Void) {
    if entry.documentFrequency >= KeywordPostings.bitmapFrom {
      KeywordPostings.bitmap(entry.postings, documentCount: documentCount)?.forEach(body)
    } else {
      KeywordPostings.forEach(entry, documentCount: documentCount, body)
    }
  }
}
