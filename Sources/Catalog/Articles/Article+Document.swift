import ArticleAPI
import FullText
import Protobuf

extension Article {
  /// The id in the name.
  var id: String { String(name.dropFirst(ResourceName.article.rawValue.count + 1)) }

  /// The article as the index takes it, with the ids of its categories and of all above them.
  ///
  /// - Parameters:
  ///   - payload: the article encoded, when it is at hand.
  ///   - facts: what follows from its text, when that is at hand.
  func document(
    categories: [String], payload: [UInt8]? = nil, facts: TextFacts? = nil
  ) -> IndexDocument {
    IndexDocument(
      key: Array(id.utf8), payload: payload ?? serialized(), texts: texts,
      keywords: keywords(categories: categories),
      integers: integers(signature: facts.map(\.signature) ?? MinHash(shingles)))
  }

  /// What tells how much the article's own text has in common with another's.
  public var shingles: Shingles {
    var shingles = Shingles([title, summary])
    for block in blocks where !block.isLinkList { shingles.add(block.text) }
    return shingles
  }

  /// The bytes of all texts that are indexed.
  var indexedTextBytes: Int {
    var bytes = 0
    forEachText { bytes += $1.utf8.count }
    return bytes
  }

  private var texts: [IndexDocument.Text] {
    var texts: [IndexDocument.Text] = []
    texts.reserveCapacity(blocks.count + 4)
    let language = Language(tag: language)
    forEachText { field, text in
      if !text.isEmpty { texts.append(IndexDocument.Text(field, language: language, text)) }
    }
    return texts
  }

  private func forEachText(_ body: (TextFieldID, String) -> Void) {
    body(ArticleSchema.title, title)
    body(ArticleSchema.subtitle, subtitle)
    body(ArticleSchema.summary, summary)
    for block in blocks { body(block.isLinkList ? ArticleSchema.links : ArticleSchema.body, block.text) }
    for quote in quotes {
      body(ArticleSchema.quote, quote.text)
      body(ArticleSchema.quote, quote.speaker)
    }
    for author in authors { body(ArticleSchema.authorText, author.name) }
    for tag in tags { body(ArticleSchema.tagText, tag) }
  }

  private func keywords(categories: [String]) -> [IndexDocument.Keyword] {
    var keywords: [IndexDocument.Keyword] = []
    func add(_ field: KeywordFieldID, _ value: String) {
      if !value.isEmpty { keywords.append(IndexDocument.Keyword(field, value)) }
    }
    add(ArticleSchema.language, language)
    for category in categories { add(ArticleSchema.category, category) }
    for tag in tags { add(ArticleSchema.tag, tag) }
    for author in authors { add(ArticleSchema.author, author.name) }
    add(ArticleSchema.kind, kind.keyword)
    add(ArticleSchema.status, status.keyword)
    add(ArticleSchema.story, ResourceName.story.id(story) ?? "")
    add(ArticleSchema.url, url)
    for alias in aliases { add(ArticleSchema.alias, alias) }
    add(ArticleSchema.sourceID, source?.id ?? "")
    for target in linkTargets where target.utf8.count <= Limits.keywordBytes {
      add(ArticleSchema.link, target)
    }
    return keywords
  }

  /// Names and addresses of the articles that this one links to, from its typed links, its text and its link lists.
  private var linkTargets: Set<String> {
    var targets = Set(related.flatMap { [$0.article, $0.url] })
    for block in blocks {
      switch block.content {
      case .linkList(let list): for link in list.links { targets.formUnion([link.article, link.url]) }
      case .paragraph(let paragraph): targets.formUnion(paragraph.links.map(\.url))
      default: break
      }
    }
    return targets
  }

  private func integers(signature: MinHash?) -> [IndexDocument.Integer] {
    var integers: [IndexDocument.Integer] = []
    if let publishTime { integers.append(.init(ArticleSchema.publishTime, publishTime.ticks)) }
    if let updateTime { integers.append(.init(ArticleSchema.updateTime, updateTime.ticks)) }
    if let createTime { integers.append(.init(ArticleSchema.createTime, createTime.ticks)) }
    integers.append(.init(ArticleSchema.wordCount, Int64(wordCount)))
    integers.append(.init(ArticleSchema.revision, revision))
    if let signature {
      for (field, word) in zip(ArticleSchema.signature, signature.words) {
        integers.append(.init(field, word))
      }
    }
    return integers
  }
}

extension ArticleKind {
  /// The value under which the index knows it, as in filters: `NEWS`, `FACT_CHECK`; empty when not said.
  public var keyword: String { descriptorKeyword(prefix: "ARTICLE_KIND_", rawValue, Self.descriptor) }
}

extension ArticleStatus {
  /// The value under which the index knows it, as in filters: `PUBLISHED`; empty when not said.
  public var keyword: String { descriptorKeyword(prefix: "ARTICLE_STATUS_", rawValue, Self.descriptor) }
}

private func descriptorKeyword(prefix: String, _ number: Int32, _ descriptor: EnumDescriptor) -> String {
  if number == 0 { return "" }
  guard let name = descriptor.name(of: number) else { return String(number) }
  return name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : name
}

extension Timestamp {
  /// Microseconds since 1970, as the index keeps times.
  public var ticks: Int64 {
    let (product, overflow) = seconds.multipliedReportingOverflow(by: ArticleSchema.ticksPerSecond)
    if overflow { return seconds < 0 ? .min : .max }
    return product &+ Int64(nanos) / 1000
  }
}
