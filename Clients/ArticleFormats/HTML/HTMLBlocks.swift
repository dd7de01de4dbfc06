import ArticleAPI

/// An article's text as blocks, made from its HTML.
///
/// Paragraphs, headings, quotations, lists, lists of links, pictures and what is embedded become the blocks that are called so;
/// what is none of them is text of a paragraph. Nothing nests: what stands in something else comes in its order.
/// - Complexity: O(bytes).
struct HTMLBlocks {
  /// The blocks, in order.
  private(set) var blocks: [Block] = []
  /// Where the text links to, in order, each address once.
  private(set) var links: [RelatedArticle] = []
  /// Where the line "This post is also available in" leads, which is no text of the article.
  private(set) var translations: [Link] = []

  private let page: String
  private var text = HTMLText()
  private var heading: Int32?
  private var quote: Quotation?
  private var list: Listing?
  private var figure: Figure?
  private var seen: Set<String> = []
  private var isListOfTranslations = false

  private struct Quotation {
    var depth = 1
    var paragraphs: [String] = []
    var attribution = ""
    var isAttribution = false
  }

  private struct Listing {
    var depth = 1
    var isOrdered: Bool
    var items: [(text: String, links: [InlineLink])] = []
  }

  private struct Figure {
    var firstImage: Int
    var isCaption = false
  }

  /// Reads HTML.
  ///
  /// - Parameters:
  ///   - page: the address of the article, from which links go out.
  ///   - emptyLinesSeparate: whether empty lines separate paragraphs, as in texts of WordPress that are not rendered.
  init(_ html: String, page: String, emptyLinesSeparate: Bool = false) {
    self.page = page
    for token in HTMLTokens(html) {
      switch token {
      case .text(let bytes):
        if emptyLinesSeparate { appendLines(bytes) } else { text.append(bytes) }
      case .start(let name, let attributes): start(name, attributes)
      case .end(let name): end(name)
      }
    }
    flush()
    endList()
    endQuote()
  }

  // MARK: - Elements

  private mutating func start(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "a":
      if let url = WebAddress.resolved(attributes["href"] ?? "", from: page) { text.beginLink(to: url) }
    case "br": breakLine()
    case "img": add(image(attributes))
    case "iframe", "embed", "video", "audio", "source", "object": embed(attributes)
    case "h1", "h2", "h3", "h4", "h5", "h6":
      flush()
      heading = Int32(name.dropFirst())
    case "blockquote": startQuote()
    case "cite", "footer": if quote != nil { startAttribution() }
    case "ul", "ol": startList(isOrdered: name == "ol")
    case "li": flush()
    case "figure":
      flush()
      figure = Figure(firstImage: blocks.count)
    case "figcaption":
      flush()
      figure?.isCaption = true
    case "td", "th": text.append([0x20])
    case _ where Self.blockElements.contains(name):
      flush()
      isListOfTranslations = Self.namesTranslations(attributes["class"] ?? "")
    default: break
    }
  }

  private mutating func end(_ name: String) {
    switch name {
    case "a": text.endLink()
    case "h1", "h2", "h3", "h4", "h5", "h6":
      flush()
      heading = nil
    case "blockquote":
      flush()
      quote?.depth -= 1
      if quote?.depth == 0 { endQuote() }
    case "cite", "footer": endAttribution()
    case "ul", "ol":
      flush()
      list?.depth -= 1
      if list?.depth == 0 { endList() }
    case "li", "figcaption":
      flush()
      figure?.isCaption = false
    case "figure":
      flush()
      figure = nil
    case _ where Self.blockElements.contains(name):
      flush()
      isListOfTranslations = false
    default: break
    }
  }

  private static let blockElements: Set<String> = [
    "p", "div", "section", "article", "main", "header", "aside", "address", "pre", "table", "tr", "hr", "dl",
    "dt", "dd", "center", "details", "summary", "nav", "form", "body", "html", "head", "title",
  ]

  private static func namesTranslations(_ classes: String) -> Bool {
    classes.split(separator: " ").contains {
      $0 == "icl_post_in_other_langs" || $0 == "wpml-ls-statics-post_translations"
    }
  }

  // MARK: - Text

  /// A second line break in a row ends the paragraph.
  private mutating func breakLine() {
    if text.isAtLineBreak { flush() } else { text.breakLine() }
  }

  private mutating func appendLines(_ bytes: [UInt8]) {
    for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      if number > 0 { breakLine() }
      text.append(Array(line))
    }
  }

  /// Ends the text that has gathered, and puts it where it belongs.
  private mutating func flush() {
    let (text, links) = text.take()
    if text.isEmpty { return }
    if figure?.isCaption == true { return caption(text) }
    if quote?.isAttribution == true {
      quote?.attribution = Self.withoutDash(text)
      return
    }
    if isListOfTranslations || Self.saysTranslations(text) {
      return translations += links.map { link in
        Link.with {
          $0.title = link.text(in: text)
          $0.url = link.url
        }
      }
    }
    if list != nil {
      list?.items.append((text, links))
      return
    }
    note(links, in: text)
    if quote != nil {
      quote?.paragraphs.append(text)
    } else if let level = heading {
      add(.heading(.with { ($0.text, $0.level) = (text, level) }))
    } else {
      add(.paragraph(.with { ($0.text, $0.links) = (text, links) }))
    }
  }

  private static func saysTranslations(_ text: String) -> Bool {
    text.hasPrefix("This post is also available in") || text.hasPrefix("This article is also available in")
  }

  private mutating func add(_ content: Block.Content?) {
    guard let content else { return }
    flush()
    blocks.append(.with { $0.content = content })
  }

  /// Notes where a text leads.
  private mutating func note(_ links: [InlineLink], in text: String, _ type: RelationType = .inlineLink) {
    for link in links { note(link.url, link.text(in: text), type) }
  }

  private mutating func note(_ url: String, _ title: String, _ type: RelationType) {
    guard WebAddress.isWeb(url), !WebAddress.isFile(url), url != page, seen.insert(url).inserted else {
      return
    }
    links.append(.with { ($0.url, $0.title, $0.type) = (url, title, type) })
  }

  // MARK: - Quotations

  private mutating func startQuote() {
    flush()
    if quote == nil { quote = Quotation() } else { quote?.depth += 1 }
  }

  private mutating func startAttribution() {
    flush()
    quote?.isAttribution = true
  }

  private mutating func endAttribution() {
    guard quote?.isAttribution == true else { return }
    flush()
    quote?.isAttribution = false
  }

  private mutating func endQuote() {
    guard let quote else { return }
    self.quote = nil
    let text = quote.paragraphs.joined(separator: "\n")
    guard !text.isEmpty else { return }
    add(.quote(.with { ($0.text, $0.attribution) = (text, quote.attribution) }))
  }

  private static func withoutDash(_ text: String) -> String {
    String(text.drop { "—–-― ".contains($0) })
  }

  // MARK: - Lists

  private mutating func startList(isOrdered: Bool) {
    flush()
    if list == nil { list = Listing(isOrdered: isOrdered) } else { list?.depth += 1 }
  }

  private mutating func endList() {
    guard let list else { return }
    self.list = nil
    if list.items.isEmpty { return }
    guard list.items.allSatisfy({ Self.isLink($0) }) else {
      for item in list.items { note(item.links, in: item.text) }
      return add(.list(.with { ($0.items, $0.ordered) = (list.items.map(\.text), list.isOrdered) }))
    }
    let title = takeTitle()
    let type: RelationType = Self.saysAlsoRead(title) ? .alsoRead : .inlineLink
    for item in list.items { note(item.links, in: item.text, type) }
    let links = list.items.map { item in
      Link.with { ($0.title, $0.url) = (item.links[0].text(in: item.text), item.links[0].url) }
    }
    add(.linkList(.with { ($0.title, $0.links) = (title, links) }))
  }

  /// Whether an item is one link and nothing else, but for what stands around it.
  private static func isLink(_ item: (text: String, links: [InlineLink])) -> Bool {
    guard item.links.count == 1, let link = item.links.first else { return false }
    let bytes = Array(item.text.utf8)
    let outside = bytes[..<Int(link.start)] + bytes[Int(link.end)...]
    return !String(decoding: outside, as: UTF8.self).contains { $0.isLetter || $0.isNumber }
  }

  /// Takes a line with a colon at its end, or a heading, that stands right above a list of links.
  private mutating func takeTitle() -> String {
    let title: String
    switch blocks.last?.content {
    case .paragraph(let paragraph) where paragraph.links.isEmpty && paragraph.text.hasSuffix(":"):
      title = paragraph.text
    case .heading(let heading): title = heading.text
    default: return ""
    }
    guard title.utf8.count <= 200 else { return "" }
    blocks.removeLast()
    return title
  }

  private static func saysAlsoRead(_ title: String) -> Bool {
    let title = title.lowercased()
    return alsoRead.contains { title.hasPrefix($0) }
  }

  private static let alsoRead = [
    "also read", "read also", "read more", "see also", "related", "more on", "читайте также", "также читайте",
    "см. также", "по теме", "ასევე წაიკითხეთ", "წაიკითხეთ ასევე", "იხილეთ ასევე", "ამავე თემაზე",
  ]

  // MARK: - Pictures and what is embedded

  private func image(_ attributes: [String: String]) -> Block.Content? {
    let sources = ["data-lazy-src", "data-src", "data-orig-file", "src"].compactMap { attributes[$0] }
    guard let url = sources.lazy.compactMap({ WebAddress.resolved($0, from: page) }).first else { return nil }
    var image = Image()
    image.url = url
    image.alternativeText = Self.plain(attributes["alt"] ?? "")
    image.width = Self.pixels(attributes["width"])
    image.height = Self.pixels(attributes["height"])
    // A picture of one pixel counts readers.
    if image.width == 1 || image.height == 1 { return nil }
    return .image(image)
  }

  private static func pixels(_ text: String?) -> Int32 {
    max(0, Int32((text ?? "").prefix { $0.isASCII && $0.isNumber }) ?? 0)
  }

  private static func plain(_ text: String) -> String {
    var plain = HTMLText()
    plain.append(Array(text.utf8))
    return plain.take().text
  }

  /// The text under the pictures of a figure; that of something else is a paragraph.
  private mutating func caption(_ caption: String) {
    let first = figure?.firstImage ?? blocks.count
    var isTaken = false
    for index in blocks.indices[min(first, blocks.count)...] {
      switch blocks[index].content {
      case .image(var image) where image.caption.isEmpty:
        image.caption = caption
        blocks[index].content = .image(image)
        isTaken = true
      case .embed(var embed) where embed.fallbackText.isEmpty:
        embed.fallbackText = caption
        blocks[index].content = .embed(embed)
        isTaken = true
      default: continue
      }
    }
    if !isTaken { add(.paragraph(.with { $0.text = caption })) }
  }

  private mutating func embed(_ attributes: [String: String]) {
    let source = attributes["data-src"] ?? attributes["src"] ?? attributes["data"] ?? ""
    guard let url = WebAddress.resolved(source, from: page) else { return }
    if case .embed(let last)? = blocks.last?.content, last.url == url { return }
    add(.embed(.with { ($0.url, $0.provider) = (url, WebAddress.provider(of: url)) }))
  }
}

extension WebAddress {
  /// Who shows what is at an address: `youtube` for what is at www.youtube.com.
  static func provider(of address: String) -> String {
    let labels = host(of: address).split(separator: ".")
    if labels.last == "be", labels.first == "youtu" { return "youtube" }
    return labels.count > 1 ? String(labels[labels.count - 2]) : ""
  }
}
