/// A keyword field whose values stand in a tree: a document that has a value counts as having all values above it, too.
///
/// The index holds what documents have themselves, so a value that moves to another place moves all its documents without
/// one of them being indexed again. What stands above and below is looked up when somebody searches.
public struct ValueTree: Sendable {
  /// The field.
  public let field: KeywordFieldID
  /// The value right above one.
  let above: @Sendable (String) -> String?
  /// A value, and all below it.
  let downward: @Sendable (String) -> [String]
  /// The values that begin with a text.
  let beginning: @Sendable (String) -> [String]

  /// Describes a tree.
  ///
  /// - Parameters:
  ///   - above: the value right above one; nil at the top, and where the tree does not know it.
  ///   - downward: a value and all below it, each once; the value alone where the tree does not know it.
  ///   - beginning: the values that begin with a text.
  public init(
    _ field: KeywordFieldID, above: @escaping @Sendable (String) -> String?,
    downward: @escaping @Sendable (String) -> [String],
    beginning: @escaping @Sendable (String) -> [String]
  ) {
    self.field = field
    self.above = above
    self.downward = downward
    self.beginning = beginning
  }

  /// What a condition asks for in terms of the values that documents have themselves.
  func resolve(_ condition: Condition) -> Condition {
    switch condition {
    case .keyword(field, let value): among([value])
    // Whatever has a value above has one. The tree need not know all values.
    case .keywordPrefix(field, let prefix) where !prefix.isEmpty: .or([condition, among(beginning(prefix))])
    case .and(let operands): .and(operands.map(resolve))
    case .or(let operands): .or(operands.map(resolve))
    case .not(let operand): .not(resolve(operand))
    case .all, .none, .keyword, .keywordPrefix, .keywordAmong, .integer: condition
    }
  }

  private func among(_ values: [String]) -> Condition {
    if values.count == 1 {
      let found = downward(values[0])
      return found.count == 1 ? .keyword(field, found[0]) : .keywordAmong(field, found)
    }
    return .keywordAmong(field, Array(Set(values.flatMap(downward))))
  }
}

extension IndexView {
  /// The live documents that have a value, or one below it in the tree, in the order of the view.
  ///
  /// - Complexity: O(values below · segments · log values + documents found).
  public func documents(withOrBelow value: String, in field: KeywordFieldID) -> [Document] {
    guard let tree, tree.field == field else { return documents(with: value, in: field) }
    let values = tree.downward(value)
    let found = values.flatMap { documents(with: $0, in: field) }
    return values.count > 1 ? Set(found).sorted { ($0.part, $0.document) < ($1.part, $1.document) } : found
  }
}
