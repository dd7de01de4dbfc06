/// A table that keeps what was asked for lately and forgets the rest, half of it at a time.
///
/// Two generations: what is added or found goes to the younger one; once that is half of the capacity, the older one is forgotten
/// and the younger takes its place. So an entry outlives as many others as half of the capacity, and all are never lost at once.
struct RecentTable<Key: Hashable, Value> {
  private let generation: Int
  private var younger: [Key: Value] = [:]
  private var older: [Key: Value] = [:]

  /// - Parameter capacity: how many entries there are at most; at least two.
  init(capacity: Int) { generation = max(1, capacity / 2) }

  /// How many entries there are.
  var count: Int { younger.count + older.count }

  /// The entry of a key, which is now among the last ones asked for; nil when there is none, or it has been forgotten.
  ///
  /// - Complexity: O(1), amortized.
  mutating func find(_ key: Key) -> Value? {
    if let value = younger[key] { return value }
    guard let value = older.removeValue(forKey: key) else { return nil }
    add(value, for: key)
    return value
  }

  /// Adds or replaces the entry of a key.
  ///
  /// - Complexity: O(1), amortized.
  mutating func keep(_ value: Value, for key: Key) {
    if !older.isEmpty { older.removeValue(forKey: key) }
    add(value, for: key)
  }

  private mutating func add(_ value: Value, for key: Key) {
    younger[key] = value
    guard younger.count >= generation else { return }
    swap(&younger, &older)
    younger.removeAll(keepingCapacity: true)
  }
}
