/// The words of one text field as documents bring them: who, where, in which form.
///
/// Belongs to one thread; emptied and reused, it keeps its memory.
// `@exclusivity(unchecked)`: on one thread, and no access to a property spans a call that could come back to it.
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
  @exclusivity(unchecked) private(set) var documents: [(document: DocID, end: Int)] = []
  /// The norm of every document so far; 0 where the field is absent.
  @exclusivity(unchecked) private(set) var norms: [UInt8] = []
  @exclusivity(unchecked) private(set) var statistics = FieldStatistics()

  /// What it keeps, whether it is in use or not.
  var memoryBytes: Int {
    capacity * MemoryLayout<Occurrence>.stride + norms.capacity
      + documents.capacity * MemoryLayout<(document: DocID, end: Int)>.stride
  }

  init() { items = .allocate(capacity: capacity) }

  deinit { items.deallocate() }

  /// Makes room for more words and returns where they go; `commit` adds them.
  func reserve(_ extra: Int) -> UnsafeMutablePointer<Occurrence> {
    while count + extra > capacity { grow() }
    return items + count
  }

  /// Adds words that were written behind `reserve`.
  func commit(_ extra: Int) { count += extra }

  /// Ends a document of so many words in the field, perhaps none.
  func endDocument(_ document: DocID, length: UInt32) {
    let norm = FieldNorm.encode(length)
    norms.append(norm)
    guard length > 0 else { return }
    documents.append((document, count))
    statistics.documentCount += 1
    statistics.totalLength += Double(FieldNorm.lengths[Int(norm)])
  }

  /// Forgets everything; keeps the memory unless it is many times what was needed.
  func removeAll() {
    if capacity > LargeMemory.kept, capacity / 8 > count {
      items.deallocate()
      capacity = LargeMemory.kept
      items = LargeMemory.allocate(capacity)
    }
    count = 0
    documents.removeAll(keepingCapacity: true)
    norms.removeAll(keepingCapacity: true)
    statistics = FieldStatistics()
  }

  @inline(never)
  private func grow() {
    let wider: UnsafeMutablePointer<Occurrence> = LargeMemory.allocate(capacity * 2)
    wider.initialize(from: items, count: count)
    items.deallocate()
    items = wider
    capacity *= 2
  }
}
