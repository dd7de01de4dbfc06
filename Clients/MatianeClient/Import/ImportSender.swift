import ArticleAPI
import GRPC

/// Gathers items into requests: at once while nothing is under way, in batches while the server is busy.
///
/// So a slow source loses no time, and a fast one pays for few messages. One producer adds; the reader of the
/// responses acknowledges.
actor ImportSender {
  private static let maxItems = 200
  private static let maxBytes = 1 << 20

  private let call: BidirectionalCall<ImportArticlesRequest, ImportArticlesResponse>
  private var next = ImportArticlesRequest()
  private var nextBytes = 0
  private var outstanding = 0
  private var isSending = false
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(call: BidirectionalCall<ImportArticlesRequest, ImportArticlesResponse>, options: ImportOptions) {
    self.call = call
    next.options = options
  }

  func add(_ item: ImportItem) async throws {
    nextBytes += item.article.map(approximateBytes) ?? 0
    next.items.append(item)
    if outstanding == 0 || next.items.count >= Self.maxItems || nextBytes >= Self.maxBytes {
      try await flush()
    }
  }

  func acknowledged(_ count: Int) async throws {
    outstanding -= count
    if outstanding == 0, !isSending { try await flush() }
  }

  /// Sends what is left, behind whatever is being sent, and ends the requests.
  func finish() async throws {
    try await flush()
    call.finish()
  }

  /// Sends what has gathered; one request at a time, so that nothing follows the last one.
  private func flush() async throws {
    while isSending { await withCheckedContinuation { waiting.append($0) } }
    if next.items.isEmpty { return }
    let request = next
    next = ImportArticlesRequest()
    nextBytes = 0
    outstanding += request.items.count
    isSending = true
    defer {
      isSending = false
      for waiter in waiting { waiter.resume() }
      waiting = []
    }
    _ = try await call.send(request)
  }
}

/// About how large an article's message is: its texts, without what frames them.
private func approximateBytes(_ article: Article) -> Int {
  article.blocks.reduce(article.title.utf8.count + article.summary.utf8.count + 256) { sum, block in
    switch block.content {
    case .paragraph(let paragraph): sum + paragraph.text.utf8.count + 16
    case .list(let list): list.items.reduce(sum) { $0 + $1.utf8.count + 4 }
    case .quote(let quote): sum + quote.text.utf8.count + 16
    default: sum + 256
    }
  }
}
