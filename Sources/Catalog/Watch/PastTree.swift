/// Where the categories of an earlier revision stood: those of a later one, with all moves and deletions since undone.
///
/// Says nothing of categories that did not exist then.
struct PastTree: Sendable {
  private let tree: CategoryTree
  /// The categories above those that stood elsewhere; the empty id for those that stood at the top.
  private var parents: [String: String] = [:]

  /// - Parameter moves: those behind the earlier revision up to that of the tree, in order.
  init(_ tree: CategoryTree, undoing moves: [CategoryMove]) {
    self.tree = tree
    for move in moves.reversed() { undo(move) }
  }

  /// Takes back the last move, or deletion.
  mutating func undo(_ move: CategoryMove) { parents[move.id] = move.before.first ?? "" }

  private func parent(of id: String) -> String? {
    guard let parent = parents[id] else { return tree.parent(of: id) }
    return parent.isEmpty ? nil : parent
  }

  /// The ids and those of all categories above them, each once. Unknown ones are left out.
  func closure(of ids: [String]) -> [String] {
    var result: [String] = []
    var seen: Set<String> = []
    for id in ids {
      var next: String? = id
      while let id = next, parents[id] != nil || tree.contains(id), seen.insert(id).inserted {
        result.append(id)
        next = parent(of: id)
      }
    }
    return result
  }

  /// A category and all below it.
  ///
  /// - Complexity: O(categories below it, and those that stood elsewhere).
  func subtree(of id: String) -> [String] {
    var moved: [String: [String]] = [:]
    for (id, parent) in parents { moved[parent, default: []].append(id) }
    var result = [id]
    var next = 0
    while next < result.count {
      let id = result[next]
      result += tree.children(of: id).filter { parents[$0] == nil } + (moved[id] ?? [])
      next += 1
    }
    return result
  }
}
