import ArticleAPI

/// A displayed quotation as it comes together, or a post of elsewhere that stands in one.
struct HTMLQuote {
  /// How many are open, one inside the other; they are one quotation.
  private(set) var depth = 0
  var lines: [InlineText] = []
  var attribution = ""
  var isInAttribution = false
  private var post: (provider: String, url: String)?

  mutating func open(_ attributes: [String: String]) {
    depth += 1
    let style = attributes["class"] ?? ""
    if style.contains("twitter-") {
      post = ("twitter", "")
    } else if style.contains("instagram-media") {
      post = ("instagram", attributes["data-instgrm-permalink"] ?? "")
    } else if style.contains("tiktok-embed") {
      post = ("tiktok", attributes["cite"] ?? "")
    }
  }

  /// Ends the innermost one; the draft when that was the last.
  mutating func close() -> HTMLDraft? {
    guard depth > 0 else { return nil }
    depth -= 1
    guard depth == 0 else { return nil }
    defer { self = HTMLQuote() }
    guard let post else { return lines.isEmpty ? nil : .quote(lines, attribution: attribution) }
    var embed = Embed()
    embed.provider = post.provider
    // The link of a post stands behind its text.
    embed.url = post.url.isEmpty ? lines.last?.links.last?.url ?? "" : post.url
    embed.fallbackText = lines.map(\.text.replacingLineFeeds).joined(separator: " ")
    return .embed(embed)
  }
}
