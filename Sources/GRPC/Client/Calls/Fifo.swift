/// A queue on an array: appended at the back, taken from the front.
///
/// - Complexity: O(1) amortised for both.
struct Fifo<Element> {
  private var storage: [Element?] = []
  private var head = 0

  var isEmpty: Bool { head == storage.count }

  var count: Int { storage.count - head }

  mutating func append(_ element: Element) { storage.append(element) }

  mutating func popFirst() -> Element? {
    guard head < storage.count else { return nil }
    let element = storage[head]
    storage[head] = nil
    head += 1
    if head == storage.count {
      storage.removeAll(keepingCapacity: storage.capacity <= 64)
      head = 0
    } else if head >= 64, head * 2 >= storage.count {
      storage.removeFirst(head)
      head = 0
    }
    return element
  }

  /// - Complexity: O(n).
  mutating func removeAll(where isUnwanted: (Element) -> Bool) {
    storage.removeAll { $0.map(isUnwanted) ?? true }
    head = 0
  }

  mutating func removeAll() {
    storage = []
    head = 0
  }
}
