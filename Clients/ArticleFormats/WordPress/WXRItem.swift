/// One item of a WordPress export as it is being read: a post, a picture, or something that is no article.
struct WXRItem {
  /// The line on which it begins.
  let line: Int
  /// What stands in its elements that have text, by their names.
  private(set) var texts: [String: String] = [:]
  /// Its categories, tags and other terms.
  private(set) var terms: [(domain: String, slug: String, name: String)] = []
  /// What plugins and themes note, by key.
  private(set) var notes: [String: String] = [:]
  /// Whether it holds more than an article may.
  private(set) var isTooLong = false

  private var bytes = 0
  private var noteKey = ""

  /// The most bytes of text that are kept of an item.
  static let maxBytes = ArticleReader.maxForeignBytes

  init(line: Int) { self.line = line }

  /// Takes the text of an element that has ended.
  mutating func take(_ text: String, of name: String, _ attributes: [String: String]) {
    bytes += text.utf8.count
    if bytes > Self.maxBytes { return overflow() }
    switch name {
    case "category": terms.append((attributes["domain"] ?? "category", attributes["nicename"] ?? "", text))
    case "wp:meta_key": noteKey = text
    case "wp:meta_value": notes[noteKey] = text
    case "guid", "link", "title", "dc:creator", "content:encoded", "excerpt:encoded", "wp:post_id",
      "wp:post_date_gmt", "wp:post_modified_gmt", "wp:status", "wp:post_type", "wp:attachment_url",
      "wp:post_password":
      texts[name] = text
    default: break
    }
  }

  /// Notes that the item holds more than an article may.
  mutating func overflow() {
    isTooLong = true
    for name in texts.keys where !name.hasPrefix("wp:") { texts[name] = nil }
    notes = [:]
  }

  subscript(_ name: String) -> String { texts[name] ?? "" }

  /// Whether it is an article of its writers, and not a page, a picture, a menu, or a setting of a theme.
  var isArticle: Bool {
    let type = self["wp:post_type"]
    return !type.hasPrefix("wp_") && !Self.otherTypes.contains(type)
  }

  private static let otherTypes: Set<String> = [
    "attachment", "page", "revision", "nav_menu_item", "custom_css", "customize_changeset", "oembed_cache",
    "user_request", "feedback", "jp_pay_order", "acf-field", "acf-field-group",
  ]
}
