import ArticleAPI
import GRPC

/// Passes the results of an import on in the order of its items, and counts them.
struct ImportResults {
  /// What came of the items whose results were passed on.
  private(set) var summary = ImportSummary()
  /// Items that the server has answered.
  private var answered = 0
  private let sender: ImportSender

  /// The results of what a sender sends.
  init(of sender: ImportSender) {
    self.sender = sender
  }

  /// Passes on what a response holds, and before each result those of items that were not sent.
  ///
  /// - Throws: what `onResult` throws, or what sending the next items does.
  mutating func take(
    _ response: ImportArticlesResponse, _ onResult: (ImportResult) async throws -> Void
  ) async throws {
    var refusals = await sender.refusals(before: answered + response.results.count - 1)[...]
    for result in response.results {
      while let refusal = refusals.first, refusal.place <= answered {
        refusals.removeFirst()
        try await pass(refusal.result, onResult)
      }
      try await pass(result, onResult)
      answered += 1
    }
    summary.revision = max(summary.revision, response.revision)
    try await sender.acknowledged(response.results.count)
  }

  /// Passes on the results of items that were not sent, behind the last one that was.
  ///
  /// - Throws: DATA_LOSS when not every item was answered; what `onResult` throws.
  mutating func finish(_ onResult: (ImportResult) async throws -> Void) async throws {
    let taken = await sender.taken
    guard answered == taken else {
      throw RPCError(
        .dataLoss,
        "expected \(taken) results, found \(answered): the server ended the import before the others")
    }
    for refusal in await sender.refusals(before: .max) { try await pass(refusal.result, onResult) }
  }

  private mutating func pass(
    _ result: ImportResult, _ onResult: (ImportResult) async throws -> Void
  ) async throws {
    summary.count(result)
    try await onResult(result)
  }
}
