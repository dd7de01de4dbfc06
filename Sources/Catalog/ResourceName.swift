/// Names of resources: a collection, a slash, an id.
public enum ResourceName: String, Sendable {
  /// `articles/{article}`
  case article = "articles"
  /// `stories/{story}`
  case story = "stories"
  /// `categories/{category}`
  case category = "categories"
  /// `savedQueries/{query}`
  case savedQuery = "savedQueries"
  /// `synonymSets/{synonym_set}`
  case synonymSet = "synonymSets"

  /// The longest id.
  public static let maxIDBytes = 128

  /// The name of the resource `id` of this collection.
  public func name(_ id: String) -> String { "\(rawValue)/\(id)" }

  /// The id in a name of this collection, `nil` when it is not one.
  public func id(_ name: String) -> String? {
    let bytes = name.utf8
    guard name.hasPrefix(rawValue), bytes.dropFirst(rawValue.utf8.count).first == UInt8(ascii: "/") else {
      return nil
    }
    let id = String(name.dropFirst(rawValue.count + 1))
    return Self.isID(id) ? id : nil
  }

  /// Whether `id` has 1 to 128 of `A-Z a-z 0-9 . _ ~ : -` and begins with a letter or a digit.
  public static func isID(_ id: String) -> Bool {
    guard (1...maxIDBytes).contains(id.utf8.count), let first = id.utf8.first, isAlphanumeric(first) else {
      return false
    }
    return id.utf8.allSatisfy { isAlphanumeric($0) || marks.contains($0) }
  }

  /// The id in `name`.
  ///
  /// - Throws: `invalidField` naming `field`, when it is no name of this collection.
  func id(_ name: String, field: String) throws(CatalogError) -> String {
    if let id = id(name) { return id }
    throw .invalid(
      field,
      "expected a name such as \(rawValue)/abc-1 (1 to \(Self.maxIDBytes) of A-Z a-z 0-9 . _ ~ : -, a letter or digit"
        + " first), found \"\(name.prefix(200))\"")
  }

  private static let marks = Set("._~:-".utf8)

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }
}
