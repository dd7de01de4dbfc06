/// A comparison of a document's values of one field with some values, of which one is enough.
struct ValueTest {
  let isNegated: Bool
  /// How many documents hold such values, those with several of them counted several times.
  let documentFrequency: Int
  /// A bit for each document that holds such a value, once they have been gathered.
  private(set) var documents: UnsafePointer<UInt64>?

  private let field: KeywordFieldID
  private let ordinals: [UInt32]
  private let column: KeywordColumn
  /// The set that a document has which holds the only value that is looked for, in a column of single values; else -1.
  private let wantedSet: Int
  /// How often the sets of documents have been gone through.
  private var askedCount = 0

  /// The time of going through the set of a document, in documents gathered.
  private static let gatheredPerAsked = 4
  /// A value that more than one document in so many holds has bits for its documents.
  private static let documentsPerBit = 16
  /// How many documents of a set are gone through in the time of gathering one.
  private static let documentsPerStep = 64

  init(
    _ field: KeywordFieldID, _ column: KeywordColumn, _ ordinals: [UInt32], _ index: KeywordIndex,
    isNegated: Bool
  ) {
    self.field = field
    self.column = column
    self.ordinals = ordinals
    self.isNegated = isNegated
    documentFrequency = ordinals.reduce(0) { $0 + Int(index.documentFrequency(of: $1)) }
    wantedSet = column.isSingleValued && ordinals.count == 1 ? Int(ordinals[0]) + 1 : -1
  }

  /// Whether a document holds such a value; nil where that takes going through its set.
  @inline(__always)
  func holds(_ document: DocID) -> Bool? {
    if let documents { return documents[Int(document >> 6)] >> UInt64(document & 63) & 1 != 0 }
    return wantedSet < 0 ? nil : column.set(of: document) == wantedSet
  }

  /// Whether a document holds such a value, from its set.
  func isInSet(of document: DocID) -> Bool {
    var isFound = false
    column.forEachOrdinal(document) { ordinal in isFound = isFound || ordinals.contains(ordinal) }
    return isFound
  }

  /// How long gathering the documents takes in a segment of so many, in documents gathered: those of a frequent value are a bitmap.
  func gatheringTime(_ documentCount: Int) -> Int {
    min(documentFrequency, ordinals.count * (documentCount / Self.documentsPerBit))
      + documentCount / Self.documentsPerStep
  }

  /// Counts that the set of a document is gone through; true when so many have been that gathering the documents would have taken
  /// less time.
  mutating func countAsked(_ documentCount: Int) -> Bool {
    askedCount += max(1, ordinals.count / 8)
    return isGatheringQuicker(than: askedCount, documentCount)
  }

  /// Whether the documents are gathered sooner than so many documents are asked about.
  func isGatheringQuicker(than asked: Int, _ documentCount: Int) -> Bool {
    asked * (wantedSet < 0 ? Self.gatheredPerAsked : 1) > gatheringTime(documentCount)
  }

  /// Adds the documents that hold such a value to an empty set.
  func gather(_ segment: Segment, into set: BitSet) {
    let index = segment.keywords(field)
    for ordinal in ordinals { index.insertDocuments(of: ordinal, into: set) }
  }

  /// Answers from a set of the documents that hold such a value from now on; it must live as long.
  mutating func answer(from set: BitSet) { documents = UnsafePointer(set.words.baseAddress) }
}
