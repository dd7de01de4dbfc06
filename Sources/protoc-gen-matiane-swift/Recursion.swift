import Protobuf

/// Finds the messages that reach themselves through singular sub-messages.
///
/// Repeated fields and maps hold their elements on the heap and end a chain. Complexity: O(messages × fields).
struct Recursion {
  /// The full names of those messages.
  private(set) var names: Set<String> = []

  private let edges: [String: [String]]

  init(_ entries: [String: TypeIndex.Entry]) {
    edges = entries.compactMapValues { entry in
      entry.message?.field.filter { $0.type == .message && $0.label != .repeated }.compactMap(\.typeName)
    }
    for name in edges.keys where reaches(name, from: name) { names.insert(name) }
  }

  private func reaches(_ target: String, from start: String) -> Bool {
    var visited: Set<String> = []
    var open = edges[start] ?? []
    while let name = open.popLast() {
      if name == target { return true }
      if visited.insert(name).inserted { open += edges[name] ?? [] }
    }
    return false
  }
}
