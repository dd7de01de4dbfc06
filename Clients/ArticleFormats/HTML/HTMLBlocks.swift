import ArticleAPI

/// An article's text as it was in HTML: blocks, what it links to, and its other editions.
///
/// Paragraphs, headings, quotations, lists, pictures and what is embedded become the blocks that are called so. Lists and
/// bulleted lines of nothing but links become link lists, with the line with a colon or the heading above as title, and
/// related as inline links; behind words like "Also read" as also-read ones. Links inside the text stay there and are
/// inline links.
struct HTMLBlocks {
  private(set) var blocks: [Block] = []
  /// Where the text links to, in order; each address once for each way of linking.
  private(set) var links: [RelatedArticle] = []
  /// Where the line "This post is also available in" leads, which is no text of the article.
  private(set) var translations: [Link] = []
  private let page: String
  private var pending = Pending.nothing
  /// Links that are related already.
  private var known: Set<String> = []

  /// What is not known to be whole.
  private enum Pending {
    case nothing
    /// A text that is the title of a list, if one follows.
    case announced(String, Block.Content)
    /// Lines that are links.
    case links(title: String, [Link])

    /// Whether the next link is of a list of earlier stories, which needs no bullet.
    var isAlsoRead: Bool {
      switch self {
      case .announced(let title, _), .links(let title, _): LinkPhrases.isAlsoRead(title)
      case .nothing: false
      }
    }
  }

  /// Reads HTML.
  ///
  /// - Parameters:
  ///   - page: the address of the article, from which links go out.
  ///   - emptyLinesSeparate: whether they separate paragraphs, and line feeds are line breaks, as in texts of WordPress
  /// that are not
  ///     rendered.
  /// - Complexity: O(bytes).
  init(_ html: String, page: String, emptyLinesSeparate: Bool = false) {
    self.page = page
    for draft in HTMLDrafts.read(html.utf8, page: page, keepsLines: emptyLinesSeparate) { add(draft) }
    drop()
  }

  private mutating func add(_ draft: HTMLDraft) {
    switch draft {
    case .paragraph(let text): paragraph(text)
    case .heading(let text, let level): heading(text, level)
    case .list(let items, let isOrdered): list(items, isOrdered)
    case .quote(let lines, let attribution):
      var quote = QuoteBlock()
      quote.text = lines.map(\.text.replacingLineFeeds).joined(separator: "\n").withoutQuotationMarks
      quote.attribution = attribution.drop { "—–- ".contains($0) }.trimmingSpace
      append(.quote(quote))
      for line in lines { relate(line.titledLinks, .inlineLink) }
    case .editions(let text): translate(text)
    case .image(let image): append(.image(image))
    case .embed(let embed): append(.embed(embed))
    }
  }

  private mutating func paragraph(_ text: InlineText) {
    if !text.links.isEmpty, LinkPhrases.beginsEditions(text.text) {
      translate(text)
    } else if let (title, links) = text.alsoRead {
      drop()
      pending = .links(title: title, links)
    } else if text.isTitle {
      announce(text.text.replacingLineFeeds, .paragraph(text.paragraph))
    } else {
      lines(text)
    }
  }

  /// Takes where the other editions are; what is behind a language's name and its translation is one.
  private mutating func translate(_ text: InlineText) {
    for link in text.titledLinks where known.insert(link.url).inserted { translations.append(link) }
  }

  /// Tells lines that are links by themselves from running text.
  private mutating func lines(_ text: InlineText) {
    if text.links.isEmpty { return append(.paragraph(text.paragraph)) }
    var running: [InlineText] = []
    for line in text.lines {
      if let link = line.soleLink(bulleted: !pending.isAlsoRead) {
        end(&running)
        append(link)
      } else {
        running.append(line)
      }
    }
    end(&running)
  }

  private mutating func end(_ running: inout [InlineText]) {
    guard !running.isEmpty else { return }
    let text = InlineText.joined(running)
    append(.paragraph(text.paragraph))
    relate(text.titledLinks, .inlineLink)
    running = []
  }

  private mutating func heading(_ text: InlineText, _ level: Int32) {
    var heading = Heading()
    heading.text = text.text.replacingLineFeeds
    heading.level = level
    if text.links.isEmpty, text.bytes.count <= InlineText.maxTitleBytes {
      return announce(heading.text, .heading(heading))
    }
    append(.heading(heading))
    relate(text.titledLinks, .inlineLink)
  }

  private mutating func list(_ items: [InlineText], _ isOrdered: Bool) {
    let links = items.compactMap { $0.soleLink(bulleted: false) }
    guard links.count == items.count else {
      var list = List()
      list.items = items.map(\.text.replacingLineFeeds)
      list.ordered = isOrdered
      append(.list(list))
      for item in items { relate(item.titledLinks, .inlineLink) }
      return
    }
    for link in links { append(link) }
    drop()
  }

  private mutating func announce(_ title: String, _ content: Block.Content) {
    drop()
    pending = .announced(title, content)
  }

  /// Ends what is pending: links are a list, what announced one and is followed by none is the text that it is.
  private mutating func drop() {
    switch pending {
    case .nothing: break
    case .announced(_, let content): blocks.append(Block(content))
    case .links(let title, let links):
      var list = LinkList()
      list.title = title
      list.links = links
      blocks.append(Block(.linkList(list)))
      relate(links, LinkPhrases.isAlsoRead(title) ? .alsoRead : .inlineLink)
    }
    pending = .nothing
  }

  private mutating func append(_ content: Block.Content) {
    drop()
    blocks.append(Block(content))
  }

  /// Adds a line that is a link to the list that has begun, or that this one begins.
  private mutating func append(_ link: Link) {
    switch pending {
    case .nothing: pending = .links(title: "", [link])
    case .announced(let title, _): pending = .links(title: title, [link])
    case .links(let title, var links):
      pending = .nothing
      links.append(link)
      pending = .links(title: title, links)
    }
  }

  private mutating func relate(_ links: [Link], _ type: RelationType) {
    for link in links where link.url != page && WebAddress.isWeb(link.url) && !WebAddress.isFile(link.url) {
      var article = RelatedArticle()
      article.url = link.url
      article.title = link.title
      article.type = type
      if known.insert("\(type.rawValue) \(link.url)").inserted { self.links.append(article) }
    }
  }

}
