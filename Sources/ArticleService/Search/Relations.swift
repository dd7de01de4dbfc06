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
    var findings = RelationFindings(types) { document in
      scope.contains(document, in: view) ? preferred(document) : nil
    }
    try addLinks(to: &findings)
    try addBacklinks(to: &findings)
    for document in view.editions(ofStory: article.story) {
      try findings.add(document, .translation, 0.7) { () throws(RPCError) in [view.language(of: document)] }
    }
    if findings.wants(.similarText, .nearDuplicate) { try addSimilarTexts(limit: limit * 2, to: &findings) }
    var found = findings.evidence
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
  private func addLinks(to findings: inout RelationFindings) throws(RPCError) {
    let placed = PlacedLinks(of: article)
    // Not all have a name and an address: that both have none does not make two links the same.
    var known: Set<String> = []
    for related in article.related {
      known.formUnion([related.article, related.url])
      guard let document = try document(related.article, related.url) else { continue }
      try findings.add(
        document, related.type == .unspecified ? .inlineLink : related.type, 1,
        block: placed.block(linkingTo: related.article, related.url)
      ) { () throws(RPCError) in [related.title] }
    }
    known.remove("")
    try placed.forEach { (link) throws(RPCError) in
      guard !known.contains(link.article), !known.contains(link.url),
        let document = try document(link.article, link.url)
      else { return }
      try findings.add(document, link.type, 0.9, block: link.block) { () throws(RPCError) in [link.title] }
    }
  }

  /// Articles that name this one.
  private func addBacklinks(to findings: inout RelationFindings) throws(RPCError) {
    let documents = Set(
      ([article.name, article.url] + article.aliases).filter { !$0.isEmpty }
        .flatMap { view.index.documents(with: $0, in: ArticleSchema.link) })
    for document in documents {
      try findings.add(document, .backlink, 0.8) { () throws(RPCError) in
        try checkCaller()
        return [try view.article(document).title]
      }
    }
  }

  /// Articles in the same language that share the article's most telling words; those whose text is nearly the same as such.
  private func addSimilarTexts(limit: Int, to findings: inout RelationFindings) throws(RPCError) {
    let words = try tellingWords()
    guard !words.isEmpty else { return }
    let query = Query.within(fields: ["title", "summary", "body", "tag"], .or(words.map { .word($0) }))
    var plan = SearchPlan(
      query, condition: scope.restricting(.keyword(ArticleSchema.language, article.language)),
      languages: languages, limit: limit + 1)
    plan.goOn = goOn
    let hits = try view.search(plan).hits
    // The article itself scores highest of all: the measure of what likeness can be had.
    guard let best = hits.first?.score, best > 0 else { return }
    var shingles: Shingles?
    for hit in hits where hit.score / best >= 0.1 {
      if let similarity = try similarity(to: hit.document, &shingles) {
        let percent = Int((similarity * 100).rounded())
        try findings.add(hit.document, .nearDuplicate, 0.6 + 0.3 * similarity) { () throws(RPCError) in
          ["\(percent)% of the runs of three words are the same"]
        }
      }
      try findings.add(hit.document, .similarText, hit.score / best / 2) { () throws(RPCError) in
        try sharedWords(hit.document, plan)
      }
    }
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

  /// How much another article's text is the same, if it nearly is; the signatures say whether the texts need be compared.
  ///
  /// - Parameter own: the article's own runs of words, made when they are first needed.
  private func similarity(
    to document: IndexView.Document, _ own: inout Shingles?
  ) throws(RPCError) -> Double? {
    guard let this = view.document(named: article.name), this != document,
      let mine = view.index.signature(of: this, ArticleSchema.signature),
      let other = view.index.signature(of: document, ArticleSchema.signature),
      mine.similarity(to: other) >= Self.candidateSimilarity
    else { return nil }
    try checkCaller()
    let shingles = own ?? article.shingles
    own = shingles
    let similarity = shingles.similarity(to: try view.article(document).shingles)
    return similarity >= Self.leastSimilarity ? similarity : nil
  }

  /// The words of another article's head that it shares with this one.
  private func sharedWords(_ document: IndexView.Document, _ plan: SearchPlan) throws(RPCError) -> [String] {
    let other = try view.article(document)
    var words: [String] = []
    let tags = Passage(
      field: ArticleSchema.tagText, place: .field("tags"), text: other.tags.joined(separator: "\n"))
    for (place, passage) in (Passage.all(of: other) + [tags]).enumerated() {
      if place >= Self.passagesRead, !words.isEmpty { break }
      try checkCaller()
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

  private func document(_ name: String, _ url: String) throws(RPCError) -> IndexView.Document? {
    if name.isEmpty, url.isEmpty { return nil }
    try checkCaller()
    if !name.isEmpty, let document = view.document(named: name) { return document }
    return url.isEmpty ? nil : view.document(url: url, in: scope?.part)
  }

  /// - Throws: when the caller has gone.
  private func checkCaller() throws(RPCError) {
    guard goOn() else { throw .failure(SearchError.interrupted) }
  }
}
