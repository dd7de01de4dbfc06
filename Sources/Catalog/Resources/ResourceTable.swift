/// All resources of one kind, by id. A value: a view keeps its own.
public struct ResourceTable<Value: StoredResource>: Sendable, Equatable {
  private var values = SharedTable<Value>()
  private var ids: [String] = []

  init(_ values: [Value] = []) {
    for value in values {
      guard let id = Value.collection.id(value.name) else { continue }
      self.values[id] = value
    }
    ids = self.values.ids.sorted()
  }

  /// How many there are.
  public var count: Int { ids.count }

  /// All of them, by id.
  public var all: [Value] { ids.compactMap { values[$0] } }

  /// The one of a name.
  public subscript(name name: String) -> Value? { Value.collection.id(name).flatMap { values[$0] } }

  subscript(id: String) -> Value? { values[id] }

  mutating func put(_ value: Value, id: String) {
    if values[id] == nil { ids.insertSorted(id) }
    values[id] = value
  }

  mutating func remove(_ id: String) {
    guard values[id] != nil else { return }
    values[id] = nil
    ids.removeAll { $0 == id }
  }
}
