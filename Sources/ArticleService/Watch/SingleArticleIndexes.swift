import Catalog
import FullText
import GRPC
import Synchronization

/// Indexes of single articles by which live queries are decided, kept for the other watches that ask the same.
///
/// Watches follow the same changes at about the same time, so a few of the newest suffice.
final class SingleArticleIndexes: Sendable {
  private struct Key: Hashable {
    let position: ChangePosition
    let isAfter: Bool
  }

  private struct State {
    var views: [Key: IndexView] = [:]
    var order: [Key] = []
  }

  private static let capacity = 128
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
      if state.order.count > Self.capacity { state.views[state.order.removeFirst()] = nil }
    }
    return view
  }

  /// An index of an article without content, to try a query on.
  var blank: IndexView { index.view(of: .init(), categories: []) }
}
