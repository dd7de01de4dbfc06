import Glibc

/// A first-in first-out queue of bytes in one piece of memory: appended at the tail, taken from the head.
///
/// Owns its memory. Taken bytes make room by moving what is left only when the tail hits the end, so that every byte
/// is moved O(1) times on average.
struct ByteQueue: ~Copyable {
  private static let minimumCapacity = 512

  private var base: UnsafeMutableRawPointer?
  private var capacity = 0
  private var head = 0
  private var tail = 0

  init() {}

  deinit { free(base) }

  /// The bytes waiting.
  var count: Int { tail - head }

  /// The bytes waiting, in order; valid until the next mutation.
  var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: base.map { UnsafeRawPointer($0 + head) }, count: count)
  }

  /// Makes room for `count` bytes at the tail, counts them as appended and returns them to be filled at once.
  mutating func extend(by count: Int) -> UnsafeMutableRawBufferPointer {
    if tail + count > capacity { makeRoom(for: count) }
    defer { tail += count }
    return UnsafeMutableRawBufferPointer(start: base.map { $0 + tail }, count: count)
  }

  /// Takes back the last `count` bytes that `extend(by:)` counted as appended.
  mutating func retract(by count: Int) {
    tail -= count
    if head == tail { (head, tail) = (0, 0) }
  }

  /// Appends a copy of `bytes`.
  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    guard let source = bytes.baseAddress, bytes.count > 0 else { return }
    extend(by: bytes.count).baseAddress!.copyMemory(from: source, byteCount: bytes.count)
  }

  /// Takes `count` bytes off the head; there must be so many.
  mutating func drop(_ count: Int) {
    head += count
    if head == tail { (head, tail) = (0, 0) }
  }

  /// Empties the queue and keeps its memory.
  mutating func removeAll() { (head, tail) = (0, 0) }

  /// Gives an empty queue the memory of another one, unless it has some.
  mutating func adopt(_ memory: Memory) {
    guard base == nil else { return free(memory.base) }
    base = memory.base
    capacity = memory.capacity
  }

  /// Empties the queue and hands out its memory; nil when it has none.
  mutating func surrender() -> Memory? {
    guard let memory = base else { return nil }
    defer { (base, capacity, head, tail) = (nil, 0, 0, 0) }
    return Memory(base: memory, capacity: capacity)
  }

  /// The memory of a queue on its way to another one; whoever holds it has to pass it on or free it.
  struct Memory {
    let base: UnsafeMutableRawPointer
    let capacity: Int
  }

  /// Whether the queue has memory.
  var hasMemory: Bool { base != nil }

  /// Empties the queue and frees its memory.
  mutating func release() {
    free(base)
    base = nil
    (capacity, head, tail) = (0, 0, 0)
  }

  private mutating func makeRoom(for added: Int) {
    let waiting = count
    if waiting + added <= capacity / 2 {
      base!.copyMemory(from: base! + head, byteCount: waiting)
    } else {
      let larger = max(Self.minimumCapacity, capacity * 2, waiting + added)
      // Swift's own allocation takes the slow path for aligned memory of the C library.
      guard let fresh = malloc(larger) else { preconditionFailure("out of memory") }
      if let base {
        fresh.copyMemory(from: base + head, byteCount: waiting)
        free(base)
      }
      base = fresh
      capacity = larger
    }
    head = 0
    tail = waiting
  }
}
