import ArticleAPI

/// Turns HTML tokens into drafts of blocks, in one pass and with no more nesting than a count.
///
/// Tags may be missing on either side: a block ends where the next one begins, and everything at the end of the text.
struct HTMLDrafts {
  var drafts: [HTMLDraft] = []
  /// Address of the page, for links that do not say the whole of theirs.
  let page: String
  /// Whether line feeds count, as in what WordPress stores of posts from before its block editor.
  let keepsLines: Bool

  private var inline = InlineText()
  private var headingLevel: Int32?
  private var preDepth = 0
  private var skippedDepth = 0
  private var skippedName = ""
  /// The lists that are open, innermost last: whether they are numbered.
  private var lists: [Bool] = []
  private var items: [InlineText] = []
  private var quote = HTMLQuote()
  /// Pictures and the like inside a text, which stand behind it.
  private var inside: [HTMLDraft] = []
  private var isInCaption = false
  private var isInEditions = false
  /// Where the figure begins that is open.
  var figureStart: Int?

  private init(page: String, keepsLines: Bool) {
    self.page = page
    self.keepsLines = keepsLines
  }

  static func read(_ html: some Sequence<UInt8>, page: String, keepsLines: Bool = false) -> [HTMLDraft] {
    var tokens = HTMLTokenizer(html)
    var builder = HTMLDrafts(page: page, keepsLines: keepsLines)
    while let token = tokens.next() { builder.take(token) }
    builder.finish()
    return builder.drafts
  }

  private mutating func take(_ token: HTMLToken) {
    if skippedDepth > 0 { return skip(token) }
    switch token {
    case .text(let text): add(text)
    case .open(let name, let attributes): open(name, attributes)
    case .close(let name): close(name)
    }
  }

  private mutating func skip(_ token: HTMLToken) {
    switch token {
    case .open(skippedName, _): skippedDepth += 1
    case .close(skippedName): skippedDepth -= 1
    default: break
    }
  }

  private mutating func add(_ text: [UInt8]) {
    guard keepsLines, preDepth == 0, lists.isEmpty else {
      return inline.append(text, preformatted: preDepth > 0)
    }
    // An empty line ends a paragraph, another line feed a line.
    let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (place, line) in lines.enumerated() {
      let isBlank = line.allSatisfy { $0 <= 0x20 }
      if place > 0, inline.isAtLineStart, !inline.isEmpty || isBlank { flush() }
      if place > 0, !inline.isEmpty { inline.breakLine() }
      inline.append(line)
    }
  }

  private mutating func open(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "br": inline.breakLine()
    case "a":
      if let url = attributes["href"].flatMap({ WebAddress.resolved($0, from: page) }) {
        inline.openLink(url)
      }
    case "img", "iframe", "video", "audio", "source", "embed", "object": media(name, attributes)
    case "h1", "h2", "h3", "h4", "h5", "h6":
      flush()
      headingLevel = Int32(name.dropFirst())
    case "ul", "ol":
      flush()
      lists.append(name == "ol")
    case "li": flush()
    case "blockquote":
      flush()
      quote.open(attributes)
    case "cite" where quote.depth > 0, "footer" where quote.depth > 0:
      flush()
      quote.isInAttribution = true
    case "figure":
      flush()
      figureStart = drafts.count
    case "figcaption":
      flush()
      isInCaption = true
    case "td", "th": inline.space()
    case "nav", "head":
      flush()
      skippedName = name
      skippedDepth = 1
    case _ where Self.isShared(attributes["class"]):
      flush()
      skippedName = name
      skippedDepth = 1
    case let name where Self.blocks.contains(name):
      // A paragraph inside a list's item is a part of it.
      if lists.isEmpty { flush() } else { inline.space() }
      if name == "pre" { preDepth += 1 }
      isInEditions = Self.namesEditions(attributes["class"] ?? "")
    default: break
    }
  }

  private mutating func close(_ name: String) {
    switch name {
    case "a": inline.closeLink()
    case "h1", "h2", "h3", "h4", "h5", "h6":
      flush()
      headingLevel = nil
    case "li": flush()
    case "cite" where quote.isInAttribution, "footer" where quote.isInAttribution:
      flush()
      quote.isInAttribution = false
    case "figcaption":
      flush()
      isInCaption = false
    case "figure":
      flush()
      figureStart = nil
    case "ul", "ol": closeList()
    case "blockquote": closeQuote()
    case let name where Self.blocks.contains(name):
      if lists.isEmpty { flush() } else { inline.space() }
      if name == "pre" { preDepth = max(0, preDepth - 1) }
      isInEditions = false
    default: break
    }
  }

  /// Ends the text that has begun, as what it stands in.
  private mutating func flush() {
    let url = inline.openURL
    let text = inline.ended()
    inline = InlineText()
    if let url { inline.openLink(url) }
    if !text.isEmpty { place(text) }
    drafts += inside
    inside = []
  }

  private mutating func place(_ text: InlineText) {
    if isInCaption, caption(text.text.replacingLineFeeds) { return }
    if isInEditions { return drafts.append(.editions(text)) }
    if quote.isInAttribution {
      quote.attribution = text.text.replacingLineFeeds
    } else if quote.depth > 0, lists.isEmpty {
      quote.lines.append(text)
    } else if !lists.isEmpty {
      items.append(text)
    } else if let level = headingLevel {
      drafts.append(.heading(text, level: level))
      headingLevel = nil
    } else if let url = text.bareEmbed {
      drafts.append(.embed(.with { ($0.url, $0.provider) = (url, WebAddress.provider(of: url)) }))
    } else {
      drafts.append(.paragraph(text))
    }
  }

  private mutating func closeList() {
    flush()
    guard let isOrdered = lists.popLast(), lists.isEmpty, !items.isEmpty else { return }
    if quote.depth > 0 { quote.lines += items } else { drafts.append(.list(items, isOrdered: isOrdered)) }
    items = []
  }

  private mutating func closeQuote() {
    while !lists.isEmpty { closeList() }
    flush()
    if let draft = quote.close() { drafts.append(draft) }
  }

  private mutating func finish() {
    while !lists.isEmpty { closeList() }
    flush()
    while quote.depth > 0 { closeQuote() }
  }

  /// Adds a picture or the like: at once between blocks, behind the text that it stands in.
  mutating func add(_ draft: HTMLDraft) {
    if inline.isEmpty, lists.isEmpty { drafts.append(draft) } else { inside.append(draft) }
  }
}
