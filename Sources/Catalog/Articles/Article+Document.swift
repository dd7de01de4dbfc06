import ArticleAPI
import FullText
import Protobuf

extension Article {
  /// The id in the name.
  var id: String { String(Substring(name.utf8.dropFirst(ResourceName.article.rawValue.utf8.count + 1))) }

  /// The ids of the categories that it is filed under.
  var categoryIDs: [String] { categories.compactMap { ResourceName.category.id($0) } }

  /// The article as the index takes it.
  ///
  /// - Parameters:
  ///   - categories: the ids of the categories that it is found under; when nil, of those that it is filed under.
  ///   - payload: the article encoded, when it is at hand.
  ///   - facts: what follows from its text, when that is at hand.
  func document(
    categories: [String]? = nil, payload: [UInt8]? = nil, facts: TextFacts? = nil
  ) -> IndexDocument {
    let facts = facts ?? TextFacts(self)
    return IndexDocument(
      key: Array(id.utf8), payload: payload ?? serialized(), texts: texts(facts.passages),
      keywords: keywords(categories: categories ?? categoryIDs, linkedFromText: facts.links),
      integers: integers(signature: facts.signature))
  }

  /// What tells how much the article's own text has in common with another's.
  public var shingles: Shingles { Shingles(self, blocks.map(TextFacts.Passage.init)) }

  /// The bytes of all texts that are indexed.
  func indexedTextBytes(_ passages: [TextFacts.Passage]) -> Int {
    var bytes = 0
    forEachText(passages) { bytes += $1.utf8.count }
    return bytes
  }

  private func texts(_ passages: [TextFacts.Passage]) -> [IndexDocument.Text] {
    var texts: [IndexDocument.Text] = []
    texts.reserveCapacity(passages.count + 4)
    let language = Language(tag: language)
    forEachText(passages) { field, text in
      if !text.isEmpty { texts.append(IndexDocument.Text(field, language: language, text)) }
    }
    return texts
  }

  private func forEachText(_ passages: [TextFacts.Passage], _ body: (TextFieldID, String) -> Void) {
    body(ArticleSchema.title, title)
    body(ArticleSchema.subtitle, subtitle)
    body(ArticleSchema.summary, summary)
    for passage in passages {
      body(passage.isLinkList ? ArticleSchema.links : ArticleSchema.body, passage.text)
    }
    for quote in quotes {
      body(ArticleSchema.quote, quote.text)
      body(ArticleSchema.quote, quote.speaker)
    }
    for author in authors { body(ArticleSchema.authorText, author.name) }
    for tag in tags { body(ArticleSchema.tagText, tag) }
  }

  private func keywords(categories: [String], linkedFromText: [String]) -> [IndexDocument.Keyword] {
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
    for target in linkTargets(linkedFromText) where target.utf8.count <= Limits.keywordBytes {
      add(ArticleSchema.link, target)
    }
    return keywords
  }

  /// Names and addresses of the articles that this one links to, from its typed links, its text and its link lists.
  private func linkTargets(_ linkedFromText: [String]) -> Set<String> {
    if related.isEmpty, linkedFromText.isEmpty { return [] }
    return Set(related.flatMap { [$0.article, $0.url] } + linkedFromText)
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

extension Shingles {
  /// The runs of words of an article's own text.
  init(_ article: Article, _ passages: [TextFacts.Passage]) {
    self.init([article.title, article.summary])
    for passage in passages where !passage.isLinkList { add(passage.text) }
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
