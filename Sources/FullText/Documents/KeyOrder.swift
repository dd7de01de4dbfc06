import Synchronization

/// The documents of a segment in the order of their keys: found out when first asked for, and kept.
final class KeyOrder: Sendable {
  private let made = Mutex<ContiguousArray<DocID>?>(nil)

  /// Whether it has been asked for already.
  var isMade: Bool { made.withLock { $0 != nil } }

  /// The order; `make` may be called by several threads that ask at the same time.
  func documents(_ make: () -> ContiguousArray<DocID>) -> ContiguousArray<DocID> {
    if let known = made.withLock({ $0 }) { return known }
    let fresh = make()
    made.withLock { $0 = fresh }
    return fresh
  }
}

extension Segment {
  /// The documents by rising key, deleted ones included.
  ///
  /// - Complexity: O(1), and O(n log n) in the number of documents for the first call.
  func documentsByKey() -> ContiguousArray<DocID> {
    keyOrder.documents {
      let shared = sharedKeyBytes()
      var entries = (0..<DocID(documentCount)).map { document in
        withKey(document) { (start: Self.start(of: $0, behind: shared), document: document) }
      }
      entries.sort { first, second in
        if first.start != second.start { return first.start < second.start }
        return withKey(first.document) { key in
          withKey(second.document) { key.lexicographicallyPrecedes($0) }
        }
      }
      return ContiguousArray(entries.lazy.map(\.document))
    }
  }

  /// The place of the first document whose key is not below `key`, the last place if there is none.
  func place(of key: [UInt8], in documents: ContiguousArray<DocID>) -> Int {
    var low = 0
    var high = max(documents.count - 1, 0)
    while low < high {
      let middle = (low + high) / 2
      if withKey(documents[middle], { $0.lexicographicallyPrecedes(key) }) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  /// How many bytes all keys begin with alike.
  private func sharedKeyBytes() -> Int {
    guard documentCount > 0 else { return 0 }
    return withKey(0) { first in
      var shared = first.count
      for document in 1..<DocID(max(documentCount, 1)) where shared > 0 {
        withKey(document) { key in
          shared = zip(first.prefix(shared), key).prefix { $0 == $1 }.count
        }
      }
      return shared
    }
  }

  /// The next eight bytes of a key as a number that orders as they do; most keys differ there.
  private static func start(of key: UnsafeRawBufferPointer, behind shared: Int) -> UInt64 {
    var start: UInt64 = 0
    for place in shared..<shared + 8 { start = start << 8 | (place < key.count ? UInt64(key[place]) : 0) }
    return start
  }
}
