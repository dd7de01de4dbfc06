/// The answers to the newest requests that had an id, so that repeating one is harmless.
///
/// Bounded by count; a function of the mutations alone, so that every replay remembers the same.
struct RequestMemory: Sendable {
  static let capacity = 4096

  private var answers: [String: AnsweredRequest] = [:]
  /// Ids in the order of their revisions; the first `dropped` are forgotten.
  private var order: [String] = []
  private var dropped = 0

  init() {}

  init(_ requests: [AnsweredRequest]) {
    for request in requests { insert(request) }
  }

  /// The remembered requests, oldest first.
  var all: [AnsweredRequest] { order[dropped...].compactMap { answers[$0] } }

  func outcome(of id: String) -> MutationOutcome? { answers[id]?.outcome }

  mutating func insert(_ id: String, _ outcome: MutationOutcome) {
    var request = AnsweredRequest()
    request.id = id
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
    insert(request)
  }

  private mutating func insert(_ request: AnsweredRequest) {
    guard answers.updateValue(request, forKey: request.id) == nil else { return }
    order.append(request.id)
    if answers.count > Self.capacity {
      answers[order[dropped]] = nil
      dropped += 1
    }
    if dropped > Self.capacity {
      order.removeFirst(dropped)
      dropped = 0
    }
  }
}

extension AnsweredRequest {
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
