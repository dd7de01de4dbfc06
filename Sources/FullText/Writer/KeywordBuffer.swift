/// The values of one keyword field as documents bring them.
///
/// Belongs to one thread; emptied and reused, it keeps its memory.
final class KeywordBuffer {
  private let values = ByteInterner()
  private var pairs: [(document: DocID, value: UInt32)] = []

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
    var documents = [[DocID]](repeating: [], count: order.count)
    var next = 0
    for document in 0..<DocID(documentCount) {
      var own: [UInt32] = []
      while next < pairs.count, pairs[next].document == document {
        own.append(ordinals[Int(pairs[next].value)])
        next += 1
      }
      own = distinct(own)
      for ordinal in own { documents[Int(ordinal)].append(document) }
      writer.add(ordinals: own)
    }
    for (ordinal, value) in order.enumerated() {
      documents[ordinal].withUnsafeBufferPointer { writer.add(values.bytes(value), documents: $0) }
    }
  }

  private func distinct(_ ordinals: [UInt32]) -> [UInt32] {
    guard ordinals.count > 1 else { return ordinals }
    var result: [UInt32] = []
    for ordinal in ordinals.sorted() where ordinal != result.last { result.append(ordinal) }
    return result
  }
}
