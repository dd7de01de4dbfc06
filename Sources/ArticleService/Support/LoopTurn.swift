import FullText
import GRPC

/// Lets other work of the loop have its turn while a handler goes through many stored articles.
struct LoopTurn {
  /// Bytes of articles that a handler goes through at once; an article counts as so many more, for being looked up.
  private static let bytes = 256 * 1024
  private static let bytesPerArticle = 1024

  private var left = LoopTurn.bytes

  /// Counts an article that is about to be read.
  ///
  /// - Throws: CANCELLED or DEADLINE_EXCEEDED when nobody waits for the answer any more.
  mutating func took(_ size: Int, _ context: ServerContext) async throws {
    left -= size + Self.bytesPerArticle
    guard left <= 0 else { return }
    left = Self.bytes
    await Task.yield()
    guard context.goOn() else { throw RPCError.failure(SearchError.interrupted) }
  }
}
