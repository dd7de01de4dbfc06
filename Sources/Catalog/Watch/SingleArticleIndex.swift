import ArticleAPI
import FullText
import Protobuf
import Synchronization

/// Makes indexes that hold one article each: what tells whether it matches a query without searching the archive.
///
/// Thread-safe. The writers, whose memory is worth keeping, wait for their next article; what a long one has taken is given back.
public final class SingleArticleIndex: Sendable {
  /// From so many bytes of text on few are to be made at a time, for making an index takes up to fifty times as much as its article.
  public static let longBytes = 256 << 10
  private static let capacity = 16
  /// How many words a writer keeps, and with how large a table it is not kept itself.
  private static let rememberedWords = 1 << 12
  private static let keptTableBytes = 2 << 20
  private static let key = Array("article".utf8)

  // SAFETY: a writer is not Sendable because one thread at a time may use it. It is taken out of the pool under the lock,
  // used by one call without suspension, and given back under the lock.
  private struct Idle: @unchecked Sendable {
    var writers: [IndexWriter] = []
  }

  private let idle = Mutex(Idle())

  /// A maker of indexes.
  public init() {}

  /// The index of an article as it was at some time; its query fields are those of the archive.
  ///
  /// - Throws: `storage` when what was stored of it had decayed.
  /// - Complexity: O(words of the article).
  public func view(of change: RecordedChange, _ state: RecordedChange.State) throws(CatalogError) -> IndexView
  {
    view(of: try state.article(change.id), categories: state.categories)
  }

  /// The index of an article filed under these categories.
  ///
  /// - Complexity: O(words of the article).
  public func view(of article: Article, categories: [String]) -> IndexView {
    var document = article.document(categories: categories, payload: [])
    document.key = Self.key
    let taken = idle.withLock { idle in Idle(writers: idle.writers.popLast().map { [$0] } ?? []) }
    let writer =
      taken.writers.first ?? IndexWriter(schema: ArticleSchema.schema, rememberedWords: Self.rememberedWords)
    let used = Idle(writers: [writer])
    defer {
      if writer.wordTableBytes <= Self.keptTableBytes {
        idle.withLock { idle in
          if idle.writers.count < Self.capacity { idle.writers += used.writers }
        }
      }
    }
    do {
      return try writer.apply([.put(document)], revision: 0)
    } catch {
      // Too large for any index: nothing finds it.
      return IndexView(schema: ArticleSchema.schema, revision: 0, parts: [])
    }
  }
}
