import ArticleAPI
import FullText
import Synchronization

/// The categories of one revision with their exact counts.
///
/// A value: a view keeps its own. Categories are addressed by id, the part of the name behind the slash.
public struct CategoryTree: Sendable {
  /// Articles filed under a category.
  struct Counts: Hashable, Sendable {
    /// Under the category itself.
    var own: Int64 = 0
    /// Under it or anything below it, each article once.
    var total: Int64 = 0
  }

  struct Node: Hashable, Sendable {
    /// As stored, without counts.
    var category: Category
    /// The id of the category above.
    var parent: String?
  }

  private var nodes = SharedTable<Node>()
  /// Ids of the children, sorted; of the top under the empty id.
  private var childIDs = SharedTable<[String]>()
  private var counts = SharedTable<Counts>()
  /// A number that only trees with the same categories share, whatever their counts; of no meaning outside of the process.
  public private(set) var shape: UInt64 = 0
  private static let shapes = Atomic<UInt64>(0)

  /// A tree without categories.
  public init() {}

  /// How many categories there are.
  public var count: Int { nodes.count }

  /// Whether a category exists.
  public func contains(_ id: String) -> Bool { nodes[id] != nil }

  /// A category with its counts.
  public func category(_ id: String) -> Category? {
    guard var category = nodes[id]?.category else { return nil }
    let counts = counts[id] ?? Counts()
    category.articleCount = counts.own
    category.totalArticleCount = counts.total
    return category
  }

  /// The ids of the categories directly below `id`, sorted; those at the top for `nil`.
  public func children(of id: String?) -> [String] { childIDs[id ?? ""] ?? [] }

  /// The id of the category above, `nil` at the top.
  public func parent(of id: String) -> String? { nodes[id]?.parent }

  /// The ids of the categories above `id`, nearest first.
  public func ancestors(of id: String) -> [String] {
    var result: [String] = []
    var next = nodes[id]?.parent
    while let id = next {
      result.append(id)
      next = nodes[id]?.parent
    }
    return result
  }

  /// All ids below `id` (of the whole tree for `nil`), a parent before its children, siblings sorted.
  ///
  /// - Complexity: O(result).
  public func descendants(of id: String?) -> [String] {
    var result: [String] = []
    var stack = Array(children(of: id).reversed())
    while let id = stack.popLast() {
      result.append(id)
      stack.append(contentsOf: children(of: id).reversed())
    }
    return result
  }

  /// The ids of the named categories and of all above them, each once. Names of unknown categories are left out.
  public func closure(ofNames names: [String]) -> [String] {
    closure(of: names.compactMap { ResourceName.category.id($0) })
  }

  /// The ids and those of all categories above them, each once. Unknown ones are left out.
  func closure(of ids: [String]) -> [String] {
    var result: [String] = []
    var seen: Set<String> = []
    for id in ids {
      var next: String? = id
      while let id = next, let node = nodes[id], seen.insert(id).inserted {
        result.append(id)
        next = node.parent
      }
    }
    return result
  }
}

extension CategoryTree {
  /// The tree for searches: who asks for a category asks for all below it, and an article counts under all above its own.
  var values: ValueTree {
    ValueTree(
      ArticleSchema.category,
      above: { [self] id in parent(of: id) },
      downward: { [self] id in id.isEmpty ? [] : [id] + descendants(of: id) },
      beginning: { [nodes] text in nodes.ids.filter { $0.utf8.starts(with: text.utf8) } })
  }

  /// Adds a category or replaces the one of that id; the parent must exist and must not be below it.
  mutating func put(_ category: Category, id: String) {
    var category = category
    category.articleCount = 0
    category.totalArticleCount = 0
    let parent = ResourceName.category.id(category.parent)
    if let old = nodes[id] { removeChild(id, of: old.parent) }
    changeShape()
    nodes[id] = Node(category: category, parent: parent)
    childIDs.update(parent ?? "", default: []) { $0.insertSorted(id) }
  }

  /// Removes a category without children.
  mutating func remove(_ id: String) {
    guard let node = nodes[id] else { return }
    nodes[id] = nil
    changeShape()
    removeChild(id, of: node.parent)
    counts[id] = nil
  }

  private mutating func changeShape() {
    shape = Self.shapes.add(1, ordering: .relaxed).newValue
  }

  private mutating func removeChild(_ id: String, of parent: String?) {
    let isLast = childIDs.update(parent ?? "", default: []) { siblings in
      siblings.removeAll { $0 == id }
      return siblings.isEmpty
    }
    if isLast { childIDs[parent ?? ""] = nil }
  }

  /// Counts an article in (`by` 1) or out (`by` -1).
  mutating func count(own: [String], closure: [String], by difference: Int64) {
    for id in own where nodes[id] != nil {
      counts.update(id, default: Counts()) { $0.own += difference }
    }
    for id in closure where nodes[id] != nil {
      counts.update(id, default: Counts()) { $0.total += difference }
    }
  }

  /// This tree with the counts of another one, for the categories that both have.
  func withCounts(of other: CategoryTree) -> CategoryTree {
    var tree = self
    tree.counts = other.counts
    // Only a tree that lost a category can have the count of one that it does not have.
    if nodes.count < other.nodes.count {
      for id in other.counts.ids where nodes[id] == nil { tree.counts[id] = nil }
    }
    return tree
  }

  /// The tree of a stored list, with the counts that stand in it.
  init(_ categories: [Category]) {
    for category in categories {
      guard let id = ResourceName.category.id(category.name) else { continue }
      put(category, id: id)
      counts[id] = Counts(own: category.articleCount, total: category.totalArticleCount)
    }
  }

  /// All categories with their counts, by id.
  public var all: [Category] { nodes.ids.sorted().compactMap(category) }
}

extension CategoryTree: Equatable {
  /// Whether the same categories stand at the same places with the same counts.
  public static func == (left: CategoryTree, right: CategoryTree) -> Bool { left.all == right.all }
}
