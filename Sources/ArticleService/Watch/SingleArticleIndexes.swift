import Catalog
import FullText
import GRPC
import Synchronization

/// Indexes of single articles by which live queries are decided, kept for the other watches that ask the same.
///
/// Watches follow the same changes at about the same time, so a few of the newest suffice, of long articles none beyond those who ask
/// at the same time. Each is made once for all of these; and of long articles one after the other, for making one takes many times
/// what the article does.
final class SingleArticleIndexes: Sendable {
  private struct Key: Hashable {
    let position: ChangePosition
    let isAfter: Bool
  }

  /// An index that is being made: whoever comes first makes it under its lock, the others find it there.
  private final class Making: Sendable {
    let result = Mutex<Result<IndexView, RPCError>?>(nil)
  }

  private struct State {
    var views: [Key: IndexView] = [:]
    var order: [Key] = []
    var bytes = 0
    /// With how many who make it or wait for it.
    var making: [Key: (making: Making, users: Int)] = [:]
  }

  private static let capacity = 128
  private static let mostBytes = 16 << 20
  private let index = SingleArticleIndex()
  /// Hears when an index is begun and when it is done; for tests.
  private let onMaking: (@Sendable (_ isBegun: Bool) -> Void)?
  private let state = Mutex(State())
  /// Held by whoever makes the index of a long article.
  private let longTurn = Mutex<Void>(())

  init(onMaking: (@Sendable (_ isBegun: Bool) -> Void)? = nil) { self.onMaking = onMaking }

  /// The article before or after a change, as an index of its own; nil when it was not there.
  ///
  /// - Throws: DATA_LOSS when what was stored of it had decayed.
  func view(of change: RecordedChange, isAfter: Bool) throws(RPCError) -> IndexView? {
    guard let article = isAfter ? change.after : change.before else { return nil }
    let key = Key(position: change.position, isAfter: isAfter)
    let (known, shared) = state.withLock { state -> (IndexView?, Making?) in
      if let known = state.views[key] { return (known, nil) }
      let making = state.making[key]?.making ?? Making()
      state.making[key, default: (making, 0)].users += 1
      return (nil, making)
    }
    guard let making = shared else { return known }
    defer { leave(key) }
    let result = making.result.withLock { result -> Result<IndexView, RPCError> in
      if let result { return result }
      let made = makeInTurn(change, article)
      if case .success(let view) = made { keep(view, key) }
      result = made
      return made
    }
    return try result.get()
  }

  private func makeInTurn(
    _ change: RecordedChange, _ article: RecordedChange.State
  ) -> Result<IndexView, RPCError> {
    if article.payload.count <= SingleArticleIndex.longBytes { return make(change, article) }
    return longTurn.withLock { _ in make(change, article) }
  }

  private func make(
    _ change: RecordedChange, _ article: RecordedChange.State
  ) -> Result<IndexView, RPCError> {
    onMaking?(true)
    defer { onMaking?(false) }
    do throws(CatalogError) {
      return .success(try index.view(of: change, article))
    } catch {
      return .failure(.failure(error))
    }
  }

  /// With the last who wants it, what was made is forgotten, unless it is kept.
  private func leave(_ key: Key) {
    // What is given up is freed behind the lock.
    _ = state.withLock { state -> Making? in
      guard var entry = state.making[key] else { return nil }
      entry.users -= 1
      state.making[key] = entry.users > 0 ? entry : nil
      return entry.users > 0 ? nil : entry.making
    }
  }

  private func keep(_ view: IndexView, _ key: Key) {
    state.withLock { state in
      guard state.views.updateValue(view, forKey: key) == nil else { return }
      state.order.append(key)
      state.bytes += view.indexBytes
      while state.order.count > Self.capacity || state.bytes > Self.mostBytes, let oldest = state.order.first
      {
        state.order.removeFirst()
        state.bytes -= state.views.removeValue(forKey: oldest)?.indexBytes ?? 0
      }
    }
  }

  /// An index of an article without content, to try a query on.
  var blank: IndexView { index.view(of: .init(), categories: []) }
}

extension IndexView {
  fileprivate var indexBytes: Int { parts.reduce(0) { $0 + $1.segment.indexImage.bytes.count } }
}
