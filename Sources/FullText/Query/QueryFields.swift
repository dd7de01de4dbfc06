/// What the text syntax may name before a colon, and how a word behind it is looked up.
public struct QueryFields: Sendable, Hashable {
  /// Names of text fields and the fields of the index that each one searches.
  public var text: [String: [String]]
  /// Names of keyword fields and the field of the index that holds their values.
  public var keyword: [String: String]
  /// Names of those keyword fields whose values are words in capitals, in whatever letters they are asked for.
  public var capitals: Set<String>
  /// The time that `before:` and `after:` compare; nil refuses both.
  public var time: TimeField?

  /// Makes a table of names.
  public init(
    text: [String: [String]] = [:], keyword: [String: String] = [:], capitals: Set<String> = [],
    time: TimeField? = nil
  ) {
    self.text = text
    self.keyword = keyword
    self.capitals = capitals
    self.time = time
  }

  /// What a name before a colon stands for.
  enum Role {
    case text([String])
    case keyword(Keyword)
    case before(TimeField)
    case after(TimeField)
  }

  /// A keyword field of the index, and how its values are written.
  struct Keyword {
    let field: String
    let isCapital: Bool

    /// The documents with a value.
    func query(_ value: String) -> Query { .keyword(field: field, value: written(value)) }

    /// The documents with a value that starts so.
    func query(prefix: String) -> Query { .keywordPrefix(field: field, prefix: written(prefix)) }

    private func written(_ value: String) -> String { isCapital ? value.uppercased() : value }
  }

  func role(of name: String) -> Role? {
    if let fields = text[name] { return .text(fields) }
    if let field = keyword[name] {
      return .keyword(Keyword(field: field, isCapital: capitals.contains(name)))
    }
    guard let time else { return nil }
    return name == "before" ? .before(time) : name == "after" ? .after(time) : nil
  }

  /// Every name, sorted, worded for an error.
  var known: String {
    let operators = time == nil ? [] : ["after", "before"]
    return (text.keys.sorted() + keyword.keys.sorted() + operators).map { "\($0):" }.joined(
      separator: ", ")
  }
}
