import Catalog
import FullText
import GRPC
import Synchronization

/// Indexes of single articles by which live queries are decided, kept for the other watches that ask the same.
///
/// Watches follow the same changes at about the same time, so a few of the newest suffice, of long articles none.
final class SingleArticleIndexes: Sendable {
  private struct Key: Hashable {
    let position: ChangePosition
    let isAfter: Bool
  }

  private struct State {
    var views: [Key: IndexView] = [:]
    var order: [Key] = []
    var bytes = 0
  }

  private static let capacity = 128
  private static let mostBytes = 16 << 20
  private let index = SingleArticleIndex()
  private let state = Mutex(State())

  /// The article before or after a change, as an index of its own; nil when it was not there.
  ///
  /// - Throws: DATA_LOSS when what was stored of it had decayed.
  func view(of change: RecordedChange, isAfter: Bool) throws(RPCError) -> IndexView? {
    guard let article = isAfter ? change.after : change.before else { return nil }
    let key = Key(position: change.position, isAfter: isAfter)
    if let known = state.withLock({ $0.views[key] }) { return known }
    let view: IndexView
    do throws(CatalogError) { view = try index.view(of: change, article) } catch { throw .failure(error) }
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
    return view
  }

  /// An index of an article without content, to try a query on.
  var blank: IndexView { index.view(of: .init(), categories: []) }
}

extension IndexView {
  fileprivate var indexBytes: Int { parts.reduce(0) { $0 + $1.segment.indexImage.bytes.count } }
}
