/// Memory for the occurrences of one text field while they are sorted by term.
///
/// Used for segment after segment, so that the system need not clear its pages each time. Belongs to one thread.
final class PlacedOccurrences {
  /// One word: where it stands, in which form.
  struct Placed {
    var document: DocID
    var form: UInt32
    var position: UInt32
  }

  private var items: UnsafeMutablePointer<Placed>?
  private var capacity = 0

  /// What it keeps, whether it is in use or not.
  var memoryBytes: Int { capacity * MemoryLayout<Placed>.stride }

  init() {}

  deinit { items?.deallocate() }

  /// Room for so many; what stood there is lost.
  func room(for count: Int) -> UnsafeMutablePointer<Placed> {
    if let items, count <= capacity { return items }
    items?.deallocate()
    capacity = max(count, 1 << 10)
    let wider: UnsafeMutablePointer<Placed> = LargeMemory.allocate(capacity)
    items = wider
    return wider
  }

  /// Gives back memory that is many times what `count` occurrences take.
  func trim(to count: Int) {
    guard capacity > LargeMemory.kept, capacity / 8 > count else { return }
    items?.deallocate()
    items = nil
    capacity = 0
  }
}
