import ArticleAPI
import XML

/// Reads the posts of a WordPress export (WXR) that comes in pieces.
///
/// Pictures are remembered by their ids, up to a bound, for the posts behind them that they stand on.
struct WXRReader {
  private let events = XMLEvents()
  private var path: [String] = []
  private var attributes: [String: String] = [:]
  private var text = ""
  private var textBytes = 0
  private var item: WXRItem?
  private var authors: [String: String] = [:]
  private var login = ""
  private var language = ""
  private var pictures: [String: String] = [:]
  private var isWide = false
  private static let mostPictures = 500_000
  private static let mostAuthors = 100_000

  /// The posts that end in the next piece.
  ///
  /// - Throws: `XMLError` where the text is no XML; nothing can be read behind it.
  mutating func read(_ piece: [UInt8], isLast: Bool) throws(XMLError) -> [FoundArticle] {
    var found: [FoundArticle] = []
    for event in try events.read(withoutControls(piece), isLast: isLast) {
      switch event.kind {
      case .start(let name, let attributes):
        if path.isEmpty, name != "rss" {
          found.append(
            .failed(event.line, "expected <rss>, as exports of WordPress begin, found <\(name.prefix(40))>"))
        }
        start(name, attributes, event.line)
      case .text(let text): gather(text)
      case .end(let name):
        path.removeLast()
        if let article = end(name) { found.append(article) }
      }
    }
    return found
  }

  /// The piece with spaces for the control characters that XML has no place for, and that texts pasted into WordPress bring into
  /// its exports. In UTF-16, which has zero bytes, everything stays.
  private mutating func withoutControls(_ piece: [UInt8]) -> [UInt8] {
    isWide = isWide || piece.prefix(64).contains(0)
    let isControl = { (byte: UInt8) in byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D }
    return !isWide && piece.contains(where: isControl) ? piece.map { isControl($0) ? 0x20 : $0 } : piece
  }

  private mutating func start(_ name: String, _ attributes: [String: String], _ line: Int) {
    path.append(name)
    self.attributes = attributes
    (text, textBytes) = ("", 0)
    if name == "item", item == nil { item = WXRItem(line: line) }
  }

  private mutating func gather(_ piece: String) {
    textBytes += piece.utf8.count
    // What is longer than an item may be is counted and not kept.
    if textBytes <= WXRItem.maxBytes + 1 { text += piece } else { text = "" }
  }

  /// Ends an element; gives the article of a post that ends.
  private mutating func end(_ name: String) -> FoundArticle? {
    if name == "item" { return endItem() }
    guard item != nil else {
      channel(name)
      text = ""
      return nil
    }
    if textBytes > WXRItem.maxBytes {
      item?.overflow()
    } else {
      item?.take(text, of: name, attributes)
    }
    (text, textBytes) = ("", 0)
    return nil
  }

  /// What is said of the whole site.
  private mutating func channel(_ name: String) {
    switch name {
    case "language" where path.last == "channel": language = text
    case "wp:author_login": login = text
    case "wp:author_display_name":
      if !text.isEmpty, authors.count < Self.mostAuthors, isShort(login + text) { authors[login] = text }
    default: break
    }
  }

  private mutating func endItem() -> FoundArticle? {
    guard let item else { return nil }
    self.item = nil
    if item["wp:post_type"] == "attachment", pictures.count < Self.mostPictures,
      isShort(item["wp:post_id"] + item["wp:attachment_url"])
    {
      pictures[item["wp:post_id"]] = item["wp:attachment_url"]
    }
    guard item.isArticle else { return nil }
    let result: Result<Article, ArticleError>
    do throws(ArticleError) {
      if item.isTooLong {
        throw ArticleError("item: expected at most \(WXRItem.maxBytes) bytes of text, found more")
      }
      result = .success(try post(item).article())
    } catch {
      result = .failure(error)
    }
    return FoundArticle(line: item.line, result: result)
  }

  /// Whether a text is as short as what is remembered of the whole export has to be.
  private func isShort(_ text: String) -> Bool { text.utf8.count <= 4096 }

  private func post(_ item: WXRItem) -> WordPressPost {
    var post = WordPressPost()
    post.id = item["wp:post_id"]
    post.guid = item["guid"]
    post.link = item["link"]
    post.titleHTML = item["title"]
    post.excerptHTML = item["excerpt:encoded"]
    post.contentHTML = item["content:encoded"]
    post.isRaw = true
    post.language = language
    post.published = item["wp:post_date_gmt"]
    post.modified = item["wp:post_modified_gmt"]
    // What readers need a password for is not public.
    post.status = item["wp:post_password"].isEmpty ? item["wp:status"] : "private"
    let creator = item["dc:creator"]
    if !creator.isEmpty { post.authors.append(author: authors[creator] ?? creator) }
    for term in item.terms {
      switch term.domain {
      case "category": post.addCategory(term.name, slug: term.slug)
      case "post_tag": post.tags.append(term.name)
      // Polylang's.
      case "language": post.language = term.slug
      case "post_translations": post.story = "\(WebAddress.host(of: post.link))/\(term.slug)"
      default: continue
      }
    }
    if let picture = item.notes["_thumbnail_id"].flatMap({ pictures[$0] }) {
      post.images.append(.with { $0.url = picture })
    }
    return post
  }
}
