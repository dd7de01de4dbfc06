/// The words of one text field as documents bring them: who, where, in which form.
///
/// Belongs to one thread; emptied and reused, it keeps its memory.
final class OccurrenceBuffer {
  /// One word of a document.
  struct Occurrence {
    var term: UInt32
    var form: UInt32
    var position: UInt32
  }

  private(set) var count = 0
  private var capacity = 1 << 10
  private(set) var items: UnsafeMutablePointer<Occurrence>
  /// The documents that have the field, and where the occurrences of each end.
  private(set) var documents: [(document: DocID, end: Int)] = []
  /// The norm of every document so far; 0 where the field is absent.
  private(set) var norms: [UInt8] = []
  private(set) var statistics = FieldStatistics()

  init() { items = .allocate(capacity: capacity) }

  deinit { items.deallocate() }

  @inline(__always)
  func append(term: UInt32, form: UInt32, position: UInt32) {
    if count == capacity { grow() }
    items[count] = Occurrence(term: term, form: form, position: position)
    count += 1
  }

  /// Ends a document of so many words in the field, perhaps none.
  func endDocument(_ document: DocID, length: UInt32) {
    let norm = FieldNorm.encode(length)
    norms.append(norm)
    guard length > 0 else { return }
    documents.append((document, count))
    statistics.documentCount += 1
    statistics.totalLength += Double(FieldNorm.lengths[Int(norm)])
  }

  func removeAll() {
    count = 0
    documents.removeAll(keepingCapacity: true)
    norms.removeAll(keepingCapacity: true)
    statistics = FieldStatistics()
  }

  @inline(never)
  private func grow() {
    let wider = UnsafeMutablePointer<Occurrence>.allocate(capacity: capacity * 2)
    wider.initialize(from: items, count: count)
    items.deallocate()
    items = wider
    capacity *= 2
  }
}
