/// Values by id, in shards: a copy shares with the original all but those that are changed.
///
/// A view of each revision holds its own table, and a change must not cost what the whole table does.
struct SharedTable<Value: Sendable>: Sendable {
  private static var shardCount: Int { 256 }

  private var shards = [[String: Value]](repeating: [:], count: shardCount)
  private(set) var count = 0

  private static func shard(of id: String) -> Int { id.hashValue & (shardCount - 1) }

  /// The value of an id; nil removes it.
  /// - Complexity: O(1) to read; O(values / 256) to change after a copy was made.
  subscript(id: String) -> Value? {
    get { shards[Self.shard(of: id)][id] }
    set {
      guard let newValue else {
        if shards[Self.shard(of: id)].removeValue(forKey: id) != nil { count -= 1 }
        return
      }
      if shards[Self.shard(of: id)].updateValue(newValue, forKey: id) == nil { count += 1 }
    }
  }

  /// Changes the value of an id in place; it begins as `initial` where there is none.
  mutating func update<Result>(
    _ id: String, default initial: @autoclosure () -> Value, _ body: (inout Value) -> Result
  ) -> Result {
    if shards[Self.shard(of: id)][id] == nil { self[id] = initial() }
    return body(&shards[Self.shard(of: id)][id, default: initial()])
  }

  /// All ids, in no particular order.
  var ids: [String] { shards.flatMap(\.keys) }
}

extension SharedTable: Equatable where Value: Equatable {}

extension [String] {
  /// Inserts an id where it belongs among sorted ones.
  mutating func insertSorted(_ id: String) {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < id { low = middle + 1 } else { high = middle }
    }
    insert(id, at: low)
  }
}
