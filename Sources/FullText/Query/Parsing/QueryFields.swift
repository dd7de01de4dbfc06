/// What the text syntax may name before a colon, and how a word behind it is looked up.
public struct QueryFields: Sendable, Hashable {
  /// Names of text fields and the fields of the index that each one searches.
  public var text: [String: [String]]
  /// Names of keyword fields and the field of the index that holds their values.
  public var keyword: [String: String]
  /// How the values of some keyword fields are written, in whatever letters they are asked for; the others' are taken as
  /// they are.
  public var spellings: [String: ValueSpelling]
  /// The time that `before:` and `after:` compare; nil refuses both.
  public var time: TimeField?

  /// Makes a table of names.
  public init(
    text: [String: [String]] = [:], keyword: [String: String] = [:], spellings: [String: ValueSpelling] = [:],
    time: TimeField? = nil
  ) {
    self.text = text
    self.keyword = keyword
    self.spellings = spellings
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
    let spelling: ValueSpelling?

    /// The documents with a value; nil for one that none can have.
    func query(_ value: String) -> Query? {
      guard let spelling else { return .keyword(field: field, value: value) }
      return spelling.written(value).map { .keyword(field: field, value: $0) }
    }

    /// The documents with a value that starts so.
    func query(prefix: String) -> Query {
      .keywordPrefix(field: field, prefix: spelling?.written(prefix: prefix) ?? prefix)
    }
  }

  func role(of name: String) -> Role? {
    if let fields = text[name] { return .text(fields) }
    if let field = keyword[name] {
      return .keyword(Keyword(field: field, spelling: spellings[name]))
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
