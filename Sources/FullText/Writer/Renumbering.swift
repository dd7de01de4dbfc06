/// Numbers some of many numbered things anew, from 0, in the order in which they are met.
///
/// Emptied in no time, however many there are: an entry counts only if it bears the current epoch. Belongs to one thread.
final class Renumbering {
  /// The old numbers by the new ones.
  let sources = IntegerBuffer()

  private struct Entry {
    var epoch: UInt32 = 0
    var number: UInt32 = 0
  }

  private var entries: UnsafeMutablePointer<Entry>
  private var capacity = 1 << 10
  private var epoch: UInt32 = 1

  init() {
    entries = LargeMemory.allocate(capacity)
    entries.initialize(repeating: Entry(), count: capacity)
  }

  deinit { entries.deallocate() }

  /// How many things were met.
  var count: Int { sources.count }

  var memoryBytes: Int { capacity * MemoryLayout<Entry>.stride + sources.memoryBytes }

  /// The new number of an old one below `bound`; whether it was met for the first time.
  @inline(__always)
  func number(of source: UInt32, below bound: Int) -> (number: UInt32, isNew: Bool) {
    if bound > capacity { grow(to: bound) }
    let entry = entries + Int(source)
    if entry.pointee.epoch == epoch { return (entry.pointee.number, false) }
    let number = UInt32(sources.count)
    entry.pointee = Entry(epoch: epoch, number: number)
    sources.append(source)
    return (number, true)
  }

  /// Forgets everything.
  func removeAll() {
    sources.removeAll()
    epoch &+= 1
    guard epoch == 0 else { return }
    entries.update(repeating: Entry(), count: capacity)
    epoch = 1
  }

  @inline(never)
  private func grow(to needed: Int) {
    let wanted = max(needed, capacity * 2)
    let wider: UnsafeMutablePointer<Entry> = LargeMemory.allocate(wanted)
    wider.initialize(from: entries, count: capacity)
    (wider + capacity).initialize(repeating: Entry(), count: wanted - capacity)
    entries.deallocate()
    entries = wider
    capacity = wanted
  }
}
