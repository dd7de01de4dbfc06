import ArticleAPI
import GRPC

extension Articles {
  /// Imports articles from any asynchronous sequence, each with its own result.
  ///
  /// The next articles are asked for only as fast as the server takes them. An article that is refused does not stop
  /// the rest, nor does one that no message has room for. When this returns, every accepted article is durable and searchable.
  /// - Parameters:
  ///   - maxMessageBytes: the largest message that the server takes; 4 MiB unless it was told otherwise.
  ///   - onResult: called with each result, in the order of the items; a result repeats the item's number.
  /// - Throws: `RPCError` when the stream breaks, or what the sequence or `onResult` throws. Items without a result
  ///   may or may not have been stored; importing them again is harmless for those with a name or a source id, and stores others
  ///   once more.
  @discardableResult
  public func importItems<Items: AsyncSequence & Sendable>(
    _ items: Items, options: ImportOptions = ImportOptions(), maxMessageBytes: Int = 4 << 20,
    onResult: (ImportResult) async throws -> Void = { _ in }
  ) async throws -> ImportSummary where Items.Element == ImportItem {
    let call = service.importArticles()
    let sender = ImportSender(call: call, options: options, maxMessageBytes: maxMessageBytes)
    return try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        do {
          for try await item in items { try await sender.add(item) }
          try await sender.finish()
        } catch {
          call.cancel()
          throw error
        }
      }
      var results = ImportResults(of: sender)
      do {
        for try await response in call.responses { try await results.take(response, onResult) }
        try await group.waitForAll()
        try await results.finish(onResult)
      } catch {
        call.cancel()
        group.cancelAll()
        // When the source failed, the call was cancelled for it: the source's error is the one to tell.
        do {
          try await group.waitForAll()
        } catch let source where !(source is RPCError || source is CancellationError) {
          throw source
        } catch {
          // Only that the call was cancelled: `error` says why.
        }
        throw error
      }
      return results.summary
    }
  }

  /// Imports articles from any asynchronous sequence; results count them from 1.
  ///
  /// - Throws: as `importItems`.
  @discardableResult
  public func importArticles<Source: AsyncSequence & Sendable>(
    _ articles: Source, options: ImportOptions = ImportOptions(), maxMessageBytes: Int = 4 << 20,
    onResult: (ImportResult) async throws -> Void = { _ in }
  ) async throws -> ImportSummary where Source.Element == Article {
    try await importItems(
      NumberedArticles(articles: articles), options: options, maxMessageBytes: maxMessageBytes,
      onResult: onResult)
  }

  /// Imports articles that are all there already; results count them from 1.
  ///
  /// - Throws: as `importItems`.
  @discardableResult
  public func importArticles(
    _ articles: [Article], options: ImportOptions = ImportOptions(), maxMessageBytes: Int = 4 << 20,
    onResult: (ImportResult) async throws -> Void = { _ in }
  ) async throws -> ImportSummary {
    let stream = AsyncStream { continuation in
      for article in articles { continuation.yield(article) }
      continuation.finish()
    }
    return try await importArticles(
      stream, options: options, maxMessageBytes: maxMessageBytes, onResult: onResult)
  }
}

/// Articles as import items, numbered from 1.
struct NumberedArticles<Source: AsyncSequence & Sendable>: AsyncSequence, Sendable
where Source.Element == Article {
  let articles: Source

  func makeAsyncIterator() -> Iterator {
    Iterator(articles: articles.makeAsyncIterator())
  }

  struct Iterator: AsyncIteratorProtocol {
    var articles: Source.AsyncIterator
    var number: Int64 = 0

    mutating func next() async throws -> ImportItem? {
      guard let article = try await articles.next(isolation: #isolation) else { return nil }
      number += 1
      var item = ImportItem()
      item.itemId = number
      item.article = article
      return item
    }
  }
}
