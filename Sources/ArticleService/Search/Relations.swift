import Access
import ArticleAPI
import Catalog
import FullText
import GRPC

/// Finds the articles that are related to one, and the reasons.
///
/// A named link counts most, then nearly the same text, a backlink, a translation; shared words count at most half a link.
struct Relations {
  /// A related article with every reason, strongest first.
  struct Related {
    let document: IndexView.Document
    var evidence: [RelationEvidence]
    /// The strongest reason, and a tenth of each other one.
    var score: Double {
      guard let strongest = evidence.first else { return 0 }
      return strongest.score + evidence.dropFirst().reduce(0) { $0 + $1.score } / 10
    }
  }

  /// How many of the article's most telling words similar texts are looked for with.
  private static let similarityWords = 24
  /// How much of a passage is looked at for the words that it shares.
  private static let headBytes = 4096
  /// How many passages are read for them, if any of these has one.
  private static let passagesRead = 4
  /// From which likeness of signatures on texts are compared, and from which likeness of texts on they count as the same.
  private static let candidateSimilarity = 0.5
  private static let leastSimilarity = 0.6

  private let article: Article
  private let view: CatalogView
  private let languages: [Language]
  private let preferences: [String]
  private let scope: AccessScope?
  private let goOn: @Sendable () -> Bool

  init(
    of article: Article, in view: CatalogView, languages: [Language], preferences: [String],
    scope: AccessScope?, goOn: @escaping @Sendable () -> Bool
  ) {
    self.preferences = preferences
    self.scope = scope
    self.article = article
    self.view = view
    self.languages = languages
    self.goOn = goOn
  }

  /// The strongest relations, of the types wanted; of all types for none.
  ///
  /// - Throws: when the caller has gone.
  func ranked(_ types: Set<RelationType>, limit: Int) throws(RPCError) -> [Related] {
    var found: [IndexView.Document: [RelationEvidence]] = [:]
    func add(_ document: IndexView.Document?, _ evidence: RelationEvidence) {
      guard let document, types.isEmpty || types.contains(evidence.type),
        scope.contains(document, in: view)
      else { return }
      found[preferred(document), default: []].append(evidence)
    }
    for (document, evidence) in links { add(document, evidence) }
    for (document, evidence) in try backlinks() { add(document, evidence) }
    for (document, evidence) in translations { add(document, evidence) }
    if types.isEmpty || types.contains(.similarText) || types.contains(.nearDuplicate) {
      for (document, evidence) in try similarTexts(limit: limit * 2) { add(document, evidence) }
    }
    if let own = view.document(named: article.name) { found[own] = nil }
    let related = found.map { document, evidence in
      Related(document: document, evidence: evidence.sorted { $0.score > $1.score })
    }
    return Array(
      related.sorted {
        $0.score != $1.score
          ? $0.score > $1.score
          : view.index.key($0.document).lexicographicallyPrecedes(view.index.key($1.document))
      }.prefix(limit))
  }

  /// The edition of a related article's story that the caller likes best; the article itself when there is no such.
  private func preferred(_ document: IndexView.Document) -> IndexView.Document {
    guard !preferences.isEmpty, let id = view.index.firstValue(of: document, in: ArticleSchema.story) else {
      return document
    }
    let story = ResourceName.story.name(id)
    if story == article.story { return document }
    let editions = view.editions(ofStory: story).filter { scope.contains($0, in: view) }
    for language in preferences {
      if let edition = editions.first(where: { view.language(of: $0) == language }) { return edition }
    }
    return document
  }

  /// What the article names itself: its typed links, and those in its text and link lists.
  private var links: [(IndexView.Document?, RelationEvidence)] {
    let typed = article.related.map { related in
      (
        document(related.article, related.url),
        evidence(
          related.type == .unspecified ? .inlineLink : related.type, 1, [related.title],
          block: block(linkingTo: related.article, related.url))
      )
    }
    // Not all have a name and an address: that both have none does not make two links the same.
    let known = Set(article.related.flatMap { [$0.article, $0.url] }).subtracting([""])
    let listed = article.placedLinks.filter {
      !known.contains($0.link.article) && !known.contains($0.link.url)
    }
    .map { placed in
      (
        document(placed.link.article, placed.link.url),
        evidence(placed.type, 0.9, [placed.link.title], block: placed.block)
      )
    }
    return typed + listed
  }

  /// Articles that name this one.
  private func backlinks() throws(RPCError) -> [(IndexView.Document?, RelationEvidence)] {
    let documents = Set(
      ([article.name, article.url] + article.aliases).filter { !$0.isEmpty }
        .flatMap { view.index.documents(with: $0, in: ArticleSchema.link) })
    var found: [(IndexView.Document?, RelationEvidence)] = []
    for document in documents {
      found.append((document, evidence(.backlink, 0.8, [try view.article(document).title], block: nil)))
    }
    return found
  }

  /// The other editions of the story.
  private var translations: [(IndexView.Document?, RelationEvidence)] {
    view.editions(ofStory: article.story).map { document in
      (document, evidence(.translation, 0.7, [view.language(of: document)], block: nil))
    }
  }

  /// Articles in the same language that share the article's most telling words; those whose text is nearly the same as such.
  private func similarTexts(
    limit: Int
  ) throws(RPCError) -> [(IndexView.Document?, RelationEvidence)] {
    let words = try tellingWords()
    guard !words.isEmpty else { return [] }
    let query = Query.within(fields: ["title", "summary", "body", "tag"], .or(words.map { .word($0) }))
    var plan = SearchPlan(
      query, condition: scope.restricting(.keyword(ArticleSchema.language, article.language)),
      languages: languages, limit: limit + 1)
    plan.goOn = goOn
    let hits = try view.search(plan).hits
    // The article itself scores highest of all: the measure of what likeness can be had.
    guard let best = hits.first?.score, best > 0 else { return [] }
    var found: [(IndexView.Document?, RelationEvidence)] = []
    for hit in hits where hit.score / best >= 0.1 {
      if let evidence = try duplicateEvidence(hit.document) { found.append((hit.document, evidence)) }
      found.append(
        (
          hit.document,
          evidence(.similarText, hit.score / best / 2, try sharedWords(hit.document, plan), block: nil)
        ))
    }
    return found
  }

  private func tellingWords() throws(RPCError) -> [String] {
    var weighted: [(text: String, weight: Double)] = [(article.title, 3), (article.summary, 2)]
    for block in article.blocks where !block.isLinkList { weighted.append((block.text, 1)) }
    for tag in article.tags { weighted.append((tag, 2)) }
    let texts = weighted
    return try Searchers.shared.withSearcher { searcher throws(SearchError) in
      try searcher.tellingWords(
        view.index, texts, language: Language(tag: article.language),
        in: [ArticleSchema.title, ArticleSchema.body], limit: Self.similarityWords, goOn: goOn)
    }
  }

  /// Evidence that another article's text is nearly the same; the signatures say whether the texts need be compared.
  private func duplicateEvidence(_ document: IndexView.Document) throws(RPCError) -> RelationEvidence? {
    guard let own = view.document(named: article.name), own != document,
      let mine = view.index.signature(of: own, ArticleSchema.signature),
      let other = view.index.signature(of: document, ArticleSchema.signature),
      mine.similarity(to: other) >= Self.candidateSimilarity
    else { return nil }
    let similarity = article.shingles.similarity(to: try view.article(document).shingles)
    guard similarity >= Self.leastSimilarity else { return nil }
    let percent = Int((similarity * 100).rounded())
    return evidence(
      .nearDuplicate, 0.6 + 0.3 * similarity, ["\(percent)% of the runs of three words are the same"],
      block: nil)
  }

  /// The words of another article's head that it shares with this one.
  private func sharedWords(_ document: IndexView.Document, _ plan: SearchPlan) throws(RPCError) -> [String] {
    let other = try view.article(document)
    var words: [String] = []
    let tags = Passage(
      field: ArticleSchema.tagText, place: .field("tags"), text: other.tags.joined(separator: "\n"))
    for (place, passage) in (Passage.all(of: other) + [tags]).enumerated() {
      if place >= Self.passagesRead, !words.isEmpty { break }
      let head = String(decoding: passage.text.utf8.prefix(Self.headBytes), as: UTF8.self)
      let text = HighlightText(passage.field, language: other.language, head)
      let spans = try Searchers.shared.withSearcher { searcher throws(SearchError) in
        try searcher.spans(view.index, plan, in: text)
      }
      let bytes = Array(head.utf8)
      for span in spans {
        let word = String(decoding: bytes[span], as: UTF8.self).lowercased()
        if !words.contains(word) { words.append(word) }
      }
    }
    return Array(words.prefix(8))
  }

  private func document(_ name: String, _ url: String) -> IndexView.Document? {
    if !name.isEmpty, let document = view.document(named: name) { return document }
    return url.isEmpty ? nil : view.document(url: url, in: scope?.part)
  }

  private func block(linkingTo name: String, _ url: String) -> Int32? {
    article.placedLinks.first {
      $0.link.article == name && !name.isEmpty || $0.link.url == url && !url.isEmpty
    }?.block
  }

  private func evidence(
    _ type: RelationType, _ score: Double, _ details: [String], block: Int32?
  ) -> RelationEvidence {
    var evidence = RelationEvidence()
    evidence.type = type
    evidence.score = score
    evidence.details = details.filter { !$0.isEmpty }
    evidence.block = block
    return evidence
  }
}

/// A link in an article's blocks.
private struct PlacedLink {
  let block: Int32
  let type: RelationType
  let link: Link
}

extension Article {
  /// How link lists are titled that name what to read next.
  private static let alsoReadTitles = [
    "also read", "read also", "read more", "ასევე წაიკითხეთ", "წაიკითხეთ ასევე", "читайте также",
    "читайте ещё",
  ]

  /// The links of paragraphs and link lists, in order.
  fileprivate var placedLinks: [PlacedLink] {
    blocks.enumerated().flatMap { index, block -> [PlacedLink] in
      switch block.content {
      case .linkList(let list):
        let title = list.title.lowercased()
        let isAlsoRead = Self.alsoReadTitles.contains { title.hasPrefix($0) }
        return list.links.map {
          PlacedLink(block: Int32(index), type: isAlsoRead ? .alsoRead : .inlineLink, link: $0)
        }
      case .paragraph(let paragraph):
        return paragraph.links.map {
          PlacedLink(block: Int32(index), type: .inlineLink, link: paragraph.link($0))
        }
      default: return []
      }
    }
  }
}

extension Paragraph {
  /// An inline link with the words that it stands on; without words when its offsets are none of this text.
  fileprivate func link(_ inline: InlineLink) -> Link {
    var link = Link()
    link.url = inline.url
    let bytes = Array(text.utf8)
    if inline.start >= 0, inline.start <= inline.end, Int(inline.end) <= bytes.count {
      link.title = String(decoding: bytes[Int(inline.start)..<Int(inline.end)], as: UTF8.self)
    }
    return link
  }
}
