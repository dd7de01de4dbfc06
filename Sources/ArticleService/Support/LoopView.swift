import Catalog
import EventLoops

/// The newest view as the calls of one loop read it: looked up once a turn of the loop, and again when there is a newer one.
///
/// All cores read the same view. If each call counted a reference to it, and took the lock before it, the cores would wait
/// for one another's caches; so calls that are answered within their event borrow the loop's own reference.
// SAFETY: everything mutable is touched on `loop` only.
final class LoopView: EndOfTurnHandler, @unchecked Sendable {
  private let catalog: Catalog
  private let loop: EventLoop
  // `@exclusivity(unchecked)`: on one thread; `isLent` keeps what is lent from being replaced.
  @exclusivity(unchecked) private var view: Unmanaged<CatalogView>?
  @exclusivity(unchecked) private var isLent = false

  init(_ catalog: Catalog, _ loop: EventLoop) {
    self.catalog = catalog
    self.loop = loop
  }

  deinit { view?.release() }

  /// Calls `body` with the newest view; false, without a call, where that can't be done without counting.
  func lend<Failure: Error>(_ body: (CatalogView) throws(Failure) -> Void) throws(Failure) -> Bool {
    guard loop.isCurrent, !isLent else { return false }
    isLent = true
    defer { isLent = false }
    // SAFETY: this object has counted the view, and lets go of it in `newest` and `endOfTurn` only.
    let failure = newest()._withUnsafeGuaranteedRef { view -> Failure? in
      do throws(Failure) { try body(view) } catch { return error }
      return nil
    }
    if let failure { throw failure }
    return true
  }

  /// Whoever has heard of a revision finds it: a view is used again only if there is no newer one.
  private func newest() -> Unmanaged<CatalogView> {
    if let view, view._withUnsafeGuaranteedRef({ $0.revision == catalog.revision }) { return view }
    if let view { view.release() } else { loop.atEndOfTurn(self) }
    let newest = Unmanaged.passRetained(catalog.view)
    view = newest
    return newest
  }

  /// An idle loop does not keep alive what others have replaced.
  func endOfTurn() { view.take()?.release() }
}
