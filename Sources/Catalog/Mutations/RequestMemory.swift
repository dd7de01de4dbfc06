import ArticleAPI

/// The answers to the newest requests that had an id, so that repeating one is harmless.
///
/// Bounded by count and bytes; a function of the mutations alone, so that every replay remembers the same.
struct RequestMemory: Sendable {
  private static let capacity = 4096

  private struct Answer: Sendable {
    let request: AnsweredRequest
    /// The bytes of the resource in it, encoded.
    let byteCount: Int
  }

  private var answers: [String: Answer] = [:]
  /// The bytes of the resources in them, encoded.
  private(set) var bytes = 0
  /// Ids in the order of their revisions; the first `dropped` are forgotten.
  private var order: [String] = []
  private var dropped = 0
  /// What was remembered and forgotten since ``begin()``.
  private var newest: (remembered: Int, forgotten: [Answer]) = (0, [])
  private let maxBytes: Int

  /// Remembers requests, given in the order of their revisions.
  init(_ requests: [AnsweredRequest] = [], maxBytes: Int = 64 << 20) {
    self.maxBytes = maxBytes
    for request in requests { insert(Answer(request: request, byteCount: request.answerBytes)) }
    begin()
  }

  /// The remembered requests, oldest first.
  var all: [AnsweredRequest] { order[dropped...].compactMap { answers[$0]?.request } }

  /// The answer to the request that a mutation repeats; nil when it has no id, or one that is new.
  ///
  /// - Throws: `requestReused` when another request had the id: its answer would say what was not done.
  func outcome(repeatedBy mutation: Mutation) throws(CatalogError) -> MutationOutcome? {
    if mutation.requestId.isEmpty { return nil }
    guard let answered = answers[mutation.requestId]?.request else { return nil }
    guard answered.isAnswer(to: mutation) else {
      throw CatalogError(
        .requestReused,
        "request_id: expected an id that no other request had, found that of the one which made revision "
          + "\(answered.revision)", subject: "request_id")
    }
    return answered.outcome
  }

  /// Begins a batch, which can be taken back until the next one.
  mutating func begin() {
    newest = (0, [])
    if dropped > Self.capacity {
      order.removeFirst(dropped)
      dropped = 0
    }
  }

  /// Takes back what was done since ``begin()``.
  mutating func takeBack() {
    // First what is new: among what was forgotten may be some of it, and some that had the same id.
    for id in order.suffix(newest.remembered) {
      bytes -= answers.removeValue(forKey: id)?.byteCount ?? 0
    }
    order.removeLast(newest.remembered)
    dropped -= newest.forgotten.count
    for answer in newest.forgotten.prefix(order.count - dropped) {
      answers[answer.request.id] = answer
      bytes += answer.byteCount
    }
    newest = (0, [])
  }

  /// Remembers what a mutation that has an id was answered.
  mutating func insert(_ mutation: Mutation, _ outcome: MutationOutcome) {
    if mutation.requestId.isEmpty { return }
    var request = AnsweredRequest()
    request.id = mutation.requestId
    request.requestDigest = mutation.requestDigest
    request.deletedName = mutation.change?.deletedName ?? ""
    request.revision = outcome.revision
    request.action = outcome.action
    request.answer =
      switch outcome.answer {
      case .article(let article): .article(article)
      case .category(let category): .category(category)
      case .story(let story): .story(story)
      case .savedQuery(let query): .savedQuery(query)
      case .synonymSet(let set): .synonymSet(set)
      case .deleted: .deleted(true)
      }
    insert(Answer(request: request, byteCount: outcome.encodedArticle?.count ?? request.answerBytes))
  }

  private mutating func insert(_ answer: Answer) {
    guard answers.updateValue(answer, forKey: answer.request.id) == nil else { return }
    order.append(answer.request.id)
    newest.remembered += 1
    bytes += answer.byteCount
    while answers.count > Self.capacity || bytes > maxBytes { forgetOldest() }
  }

  private mutating func forgetOldest() {
    if let answer = answers.removeValue(forKey: order[dropped]) {
      bytes -= answer.byteCount
      newest.forgotten.append(answer)
    }
    dropped += 1
  }
}

extension AnsweredRequest {
  /// Whether a mutation asks for what was answered.
  fileprivate func isAnswer(to mutation: Mutation) -> Bool {
    guard let change = mutation.change, isAnswer(to: change) else { return false }
    return requestDigest == 0 || mutation.requestDigest == 0 || requestDigest == mutation.requestDigest
  }

  /// Whether a change can be the one that was answered, as far as the answer tells: all that is known of requests of earlier
  /// releases. The name of a new article is no sign: it may be the server's choice, another one each time.
  private func isAnswer(to change: Mutation.Change) -> Bool {
    if let name = change.deletedName {
      let isDeleted = if case .deleted = answer { true } else { answer == nil }
      return isDeleted && (deletedName.isEmpty || deletedName == name)
    }
    return switch (change, answer) {
    case (.putArticle(let put), .article): put.existence.allows(action)
    case (.updateArticle(let update), .article(let article)):
      update.article?.name == article.name && (update.allowMissing || action != .created)
    case (.putCategory(let put), .category(let category)):
      put.category?.name == category.name && put.existence.allows(action)
    case (.updateCategory(let update), .category(let category)):
      update.category?.name == category.name && (update.allowMissing || action != .created)
    case (.linkEditions(let link), .story(let story)):
      (link.story.isEmpty || link.story == story.name) && link.articles.allSatisfy(story.holds)
    case (.unlinkEdition(let unlink), .story(let story)): story.holds(unlink.article)
    case (.putSavedQuery(let put), .savedQuery(let query)):
      put.savedQuery?.name == query.name && put.existence.allows(action)
    case (.putSynonymSet(let put), .synonymSet(let set)):
      put.synonymSet?.name == set.name && put.existence.allows(action)
    default: false
    }
  }

  /// What the resource in it takes, as it is stored.
  fileprivate var answerBytes: Int {
    switch answer {
    case .article(let article): article.serialized().count
    case .category(let category): category.serialized().count
    case .story(let story): story.serialized().count
    case .savedQuery(let query): query.serialized().count
    case .synonymSet(let set): set.serialized().count
    case .deleted, nil: 0
    }
  }

  fileprivate var outcome: MutationOutcome {
    let answer: MutationOutcome.Answer =
      switch self.answer {
      case .article(let article): .article(article)
      case .category(let category): .category(category)
      case .story(let story): .story(story)
      case .savedQuery(let query): .savedQuery(query)
      case .synonymSet(let set): .synonymSet(set)
      case .deleted, nil: .deleted
      }
    return MutationOutcome(answer: answer, action: action, revision: revision)
  }
}

extension Mutation.Change {
  /// The name of what it deletes; nil when it deletes nothing.
  fileprivate var deletedName: String? {
    switch self {
    case .deleteArticle(let delete): delete.name
    case .deleteCategory(let delete): delete.name
    case .deleteSavedQuery(let delete): delete.name
    case .deleteSynonymSet(let delete): delete.name
    default: nil
    }
  }
}

extension Existence {
  /// Whether what was done is what this asked for.
  fileprivate func allows(_ action: MutationAction) -> Bool {
    switch self {
    case .forbidden: action == .created
    case .required: action != .created
    default: true
    }
  }
}

extension Story {
  fileprivate func holds(_ article: String) -> Bool { editions.contains { $0.article == article } }
}
