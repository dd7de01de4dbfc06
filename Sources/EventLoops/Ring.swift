/// A growing ring, first in, first out; confined to one thread or guarded by its owner.
///
/// - Complexity: `push` amortised O(1), `pop` O(1); no allocation once grown.
struct Ring<Element>: ~Copyable {
  private var storage: UnsafeMutablePointer<Element>
  private var mask: Int
  private var head = 0
  private(set) var count = 0

  var isEmpty: Bool { count == 0 }

  /// An empty ring with room for `capacity`, a power of two.
  init(capacity: Int = 256) {
    precondition(capacity > 0 && capacity & (capacity - 1) == 0)
    storage = .allocate(capacity: capacity)
    mask = capacity - 1
  }

  deinit {
    for offset in 0..<count { (storage + ((head + offset) & mask)).deinitialize(count: 1) }
    storage.deallocate()
  }

  mutating func push(_ element: Element) {
    if count > mask { grow() }
    (storage + ((head + count) & mask)).initialize(to: element)
    count += 1
  }

  mutating func pop() -> Element? {
    guard count > 0 else { return nil }
    let element = (storage + head).move()
    head = (head + 1) & mask
    count -= 1
    return element
  }

  private mutating func grow() {
    let capacity = (mask + 1) * 2
    let grown = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    let tail = mask + 1 - head
    grown.moveInitialize(from: storage + head, count: tail)
    (grown + tail).moveInitialize(from: storage, count: head)
    storage.deallocate()
    storage = grown
    mask = capacity - 1
    head = 0
  }
}
