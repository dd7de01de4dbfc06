import Glibc

/// Memory for arrays that are read or written all over, where huge pages spare most of the time that translating addresses
/// takes.
enum LargeMemory {
  private static let hugePageBytes = 2 << 20

  /// Arrays of more values than this are given back when they have become far too large.
  static let kept = 1 << 18

  /// Uninitialised memory for `count` values, to be given back by `deallocate()`; the system is asked for huge pages when it
  /// fills some of them, and may refuse.
  static func allocate<Value>(_ count: Int) -> UnsafeMutablePointer<Value> {
    let bytes = count * MemoryLayout<Value>.stride
    guard bytes >= 2 * hugePageBytes else { return .allocate(capacity: count) }
    let memory = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: hugePageBytes)
    _ = madvise(memory, bytes, MADV_HUGEPAGE)
    return memory.bindMemory(to: Value.self, capacity: count)
  }

  /// Asks for huge pages for those of a piece of memory that it fills, which is to be written now: the system zeroes each at once
  /// instead of being called for every 4 KiB.
  static func preferHugePages(_ memory: UnsafeMutableRawPointer, _ bytes: Int) {
    let start = (Int(bitPattern: memory) + hugePageBytes - 1) / hugePageBytes * hugePageBytes
    let end = (Int(bitPattern: memory) + bytes) / hugePageBytes * hugePageBytes
    if end > start { _ = madvise(UnsafeMutableRawPointer(bitPattern: start), end - start, MADV_HUGEPAGE) }
  }
}
