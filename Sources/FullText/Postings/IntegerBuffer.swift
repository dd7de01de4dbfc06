/// A growing run of integers that keeps its memory when emptied.
///
/// Belongs to one thread and one owner.
final class IntegerBuffer {
  private(set) var count = 0
  private var capacity: Int
  private var base: UnsafeMutablePointer<UInt32>

  init(capacity: Int = 64) {
    self.capacity = capacity
    base = .allocate(capacity: capacity)
  }

  deinit { base.deallocate() }

  var values: UnsafeBufferPointer<UInt32> { UnsafeBufferPointer(start: base, count: count) }

  var memoryBytes: Int { capacity * MemoryLayout<UInt32>.stride }

  func removeAll() { count = 0 }

  /// Removes values from the front.
  func removeFirst(_ removed: Int) {
    count -= removed
    base.update(from: base + removed, count: count)
  }

  /// Keeps the first values only.
  func truncate(to kept: Int) { count = min(count, kept) }

  /// The values, to be changed in place; valid until the next append.
  var mutableValues: UnsafeMutablePointer<UInt32> { base }

  /// Makes room for more values and returns where they go; `commit` adds them.
  func reserve(_ extra: Int) -> UnsafeMutablePointer<UInt32> {
    while count + extra > capacity { grow() }
    return base + count
  }

  /// Adds values that were written behind `reserve`.
  func commit(_ extra: Int) { count += extra }

  @inline(__always)
  func append(_ value: UInt32) {
    if count == capacity { grow() }
    base[count] = value
    count += 1
  }

  @inline(never)
  private func grow() {
    let wider = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity * 2)
    wider.update(from: base, count: count)
    base.deallocate()
    base = wider
    capacity *= 2
  }
}
