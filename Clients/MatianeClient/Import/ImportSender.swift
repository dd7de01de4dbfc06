import ArticleAPI
import GRPC

/// Gathers items into requests: at once while nothing is under way, in batches while the server is busy.
///
/// So a slow source loses no time, and a fast one pays for few messages. One producer adds; the reader of the
/// responses acknowledges.
actor ImportSender {
  private static let maxItems = 200
  private static let maxBytes = 1 << 20
  /// What stands in a request beside its items at the most: the options.
  private static let headBytes = 64
  /// What an item takes beside its own bytes at the most: field number and length.
  private static let frameBytes = 6

  private let call: BidirectionalCall<ImportArticlesRequest, ImportArticlesResponse>
  private let maxMessageBytes: Int
  private var next = ImportArticlesRequest()
  private var nextBytes = ImportSender.headBytes
  private var outstanding = 0
  private var isSending = false
  private var waiting: [CheckedContinuation<Void, Never>] = []
  /// How many items have been taken to be sent.
  private(set) var taken = 0
  /// Results of items that no message has room for, each with the number of items taken before it.
  private var refusals: [(place: Int, result: ImportResult)] = []

  init(
    call: BidirectionalCall<ImportArticlesRequest, ImportArticlesResponse>, options: ImportOptions,
    maxMessageBytes: Int
  ) {
    self.call = call
    self.maxMessageBytes = maxMessageBytes
    next.options = options
  }

  func add(_ item: ImportItem) async throws {
    let size = item.serializedSize + Self.frameBytes
    guard Self.headBytes + size <= maxMessageBytes else {
      refusals.append((taken, .tooLarge(item, bytes: size, limit: maxMessageBytes)))
      return
    }
    if nextBytes + size > min(Self.maxBytes, maxMessageBytes) { try await flush() }
    taken += 1
    nextBytes += size
    next.items.append(item)
    if outstanding == 0 || next.items.count >= Self.maxItems { try await flush() }
  }

  func acknowledged(_ count: Int) async throws {
    outstanding -= count
    if outstanding == 0, !isSending { try await flush() }
  }

  /// The results that come before that of the item numbered `place` from 0, which are given once.
  func refusals(before place: Int) -> [(place: Int, result: ImportResult)] {
    let ready = refusals.prefix { $0.place <= place }
    refusals.removeFirst(ready.count)
    return Array(ready)
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
    nextBytes = Self.headBytes
    outstanding += request.items.count
    isSending = true
    defer {
      isSending = false
      for waiter in waiting { waiter.resume() }
      waiting = []
    }
    guard try await call.send(request) else {
      throw RPCError(.dataLoss, "the server ended the import before all articles were sent")
    }
  }
}

extension ImportResult {
  /// What the server would answer if the item could be sent.
  fileprivate static func tooLarge(_ item: ImportItem, bytes: Int, limit: Int) -> ImportResult {
    var status = Status()
    status.code = Int32(StatusCode.resourceExhausted.rawValue)
    status.message = "an article of \(bytes) bytes is over the limit of \(limit) bytes a message"
    var result = ImportResult()
    result.itemId = item.itemId
    result.name = item.article?.name ?? ""
    result.outcome = .error(status)
    return result
  }
}
