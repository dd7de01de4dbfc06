/// Walks the terms of several dictionaries in one order: each distinct term once, with those who hold it.
///
/// Belongs to one thread; the segments must outlive it.
struct TermMerge {
  private var iterators: [TermIterator]
  private var keys: [UInt64]
  private var live: [Bool]
  /// The inputs that hold the current term, in order.
  private(set) var holders: [Int] = []

  init(_ dictionaries: [TermDictionary]) {
    iterators = dictionaries.map { $0.makeIterator() }
    keys = dictionaries.map { _ in 0 }
    live = dictionaries.map { _ in false }
    for index in iterators.indices { advance(index) }
  }

  /// The current term.
  var term: UnsafeRawBufferPointer { iterators[holders[0]].termBytes }

  /// The input that holds the current term if only one does.
  var onlyHolder: Int? { holders.count == 1 ? holders[0] : nil }

  /// The entry of the current term in one of its holders.
  func entry(_ holder: Int) -> TermEntry { iterators[holder].entry! }

  /// Moves to the next term; false at the end.
  mutating func next() -> Bool {
    for holder in holders { advance(holder) }
    holders.removeAll(keepingCapacity: true)
    for index in iterators.indices where live[index] {
      guard let best = holders.first else {
        holders.append(index)
        continue
      }
      let order = compareCurrent(index, best)
      if order < 0 { holders.removeAll(keepingCapacity: true) }
      if order <= 0 { holders.append(index) }
    }
    return !holders.isEmpty
  }

  @inline(__always)
  private func compareCurrent(_ a: Int, _ b: Int) -> Int {
    if keys[a] != keys[b] { return keys[a] < keys[b] ? -1 : 1 }
    return compare(iterators[a].termBytes, iterators[b].termBytes)
  }

  private mutating func advance(_ index: Int) {
    live[index] = iterators[index].next()
    if live[index] { keys[index] = TermDictionaryFormat.key(iterators[index].termBytes) }
  }
}
