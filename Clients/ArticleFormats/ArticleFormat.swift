import MatianeClient

/// How articles are written down.
public enum ArticleFormat: String, CaseIterable, Sendable {
  /// The canonical JSON of an `Article`, or the flat form; what an export writes.
  case matiane
  /// JSON-LD in the vocabulary of schema.org: `NewsArticle` and its kin.
  case schemaOrg = "schema-org"
  /// IPTC ninjs 3.1.
  case ninjs
  /// Posts of the REST API of WordPress (`/wp-json/wp/v2/posts?_embed`).
  case wordpress
  /// An export of WordPress (WXR).
  case wxr

  /// The format of what begins like this; ``matiane`` where nothing says another, nil where it has the signs of several.
  ///
  /// - Complexity: O(bytes).
  public init?(ofTextThatBegins text: [UInt8]) {
    let first = text.drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }.first
    if first == UInt8(ascii: "<") {
      self = .wxr
      return
    }
    let names = JSONMemberNames.ofFirstObject(in: text)
    let told = Set(Self.telling.filter { $0.names.isSubset(of: names) }.map(\.format))
    guard told.count < 2 else { return nil }
    self = told.first ?? .matiane
  }

  /// Members that objects of no other format have together.
  private static let telling: [(names: Set<String>, format: ArticleFormat)] = [
    (["@context"], .schemaOrg), (["@type"], .schemaOrg), (["@graph"], .schemaOrg),
    (["guid", "title"], .wordpress), (["id", "date_gmt"], .wordpress),
    (["id", "title", "content"], .wordpress),
    (["uri", "headlines"], .ninjs), (["uri", "bodies"], .ninjs), (["uri", "standard"], .ninjs),
    (["uri", "contentcreated"], .ninjs), (["uri", "versioncreated"], .ninjs),
    (["uri", "contentCreated"], .ninjs), (["uri", "versionCreated"], .ninjs),
  ]
}
