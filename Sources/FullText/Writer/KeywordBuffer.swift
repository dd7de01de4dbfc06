/// The values of one keyword field as documents bring them.
///
/// Belongs to one thread; emptied and reused, it keeps its memory.
// `@exclusivity(unchecked)`: on one thread, and no access to the property spans a call that could come back to it.
final class KeywordBuffer {
  private let values = ByteInterner()
  @exclusivity(unchecked) private var pairs: [(document: DocID, value: UInt32)] = []

  /// Whether no document has a value.
  var isEmpty: Bool { pairs.isEmpty }

  /// Adds a value of a document; documents come in order.
  func add(_ value: String, document: DocID) {
    var value = value
    let id = value.withUTF8 { values.intern(UnsafeRawBufferPointer($0)) }
    pairs.append((document, id))
  }

  func removeAll() {
    if pairs.isEmpty { return }
    values.removeAll()
    pairs.removeAll(keepingCapacity: true)
  }

  /// Writes everything; a value repeated in a document counts once.
  func encode(documentCount: Int, into writer: KeywordFieldWriter) {
    let order = values.sorted()
    var ordinals = [UInt32](repeating: 0, count: order.count)
    for (ordinal, value) in order.enumerated() { ordinals[Int(value)] = UInt32(ordinal) }
    // The documents of all values, sorted by value; the end of each value's.
    var documents = [DocID](repeating: 0, count: pairs.count)
    var ends = [Int](repeating: 0, count: order.count + 1)
    let distinct = distinctPairs(ordinals, documentCount: documentCount) { writer.add(ordinals: $0) }
    for pair in distinct { ends[Int(pair.ordinal) + 1] += 1 }
    for ordinal in order.indices { ends[ordinal + 1] += ends[ordinal] }
    for pair in distinct {
      documents[ends[Int(pair.ordinal)]] = pair.document
      ends[Int(pair.ordinal)] += 1
    }
    documents.withUnsafeBufferPointer { documents in
      var start = 0
      for (ordinal, value) in order.enumerated() {
        writer.add(
          values.bytes(value), documents: UnsafeBufferPointer(rebasing: documents[start..<ends[ordinal]]))
        start = ends[ordinal]
      }
    }
  }

  /// Each document with each of its values once, by document; calls `body` with the ordinals of each document, rising.
  private func distinctPairs(
    _ ordinals: [UInt32], documentCount: Int, _ body: (UnsafeBufferPointer<UInt32>) -> Void
  ) -> [(document: DocID, ordinal: UInt32)] {
    var result: [(document: DocID, ordinal: UInt32)] = []
    result.reserveCapacity(pairs.count)
    var own: [UInt32] = []
    var next = 0
    for document in 0..<DocID(documentCount) {
      own.removeAll(keepingCapacity: true)
      while next < pairs.count, pairs[next].document == document {
        own.append(ordinals[Int(pairs[next].value)])
        next += 1
      }
      if own.count > 1 { own = Self.sortedOnce(own) }
      for ordinal in own { result.append((document, ordinal)) }
      own.withUnsafeBufferPointer(body)
    }
    return result
  }

  private static func sortedOnce(_ ordinals: [UInt32]) -> [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(ordinals.count)
    for ordinal in ordinals.sorted() where ordinal != result.last { result.append(ordinal) }
    return result
  }
}
