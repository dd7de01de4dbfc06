/// The paths of a field mask as a tree of names; a leaf stands for everything below it.
struct FieldTree {
  private(set) var children: [Substring: FieldTree] = [:]

  init() {}

  init(_ paths: [String]) {
    for path in paths { insert(path.split(separator: ".", omittingEmptySubsequences: false)[...]) }
  }

  var isLeaf: Bool { children.isEmpty }

  private mutating func insert(_ names: ArraySlice<Substring>) {
    guard let name = names.first else { return }
    let rest = names.dropFirst()
    // A whole sub-message covers any of its fields.
    if let child = children[name], child.isLeaf { return }
    if rest.isEmpty {
      children[name] = FieldTree()
    } else {
      children[name, default: FieldTree()].insert(rest)
    }
  }
}
