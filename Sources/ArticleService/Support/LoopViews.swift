import Catalog
import EventLoops

/// The newest view for the calls of each loop.
final class LoopViews: Sendable {
  private let catalog: Catalog
  private let views: [LoopView]

  /// - Parameter loops: by their index.
  init(_ catalog: Catalog, _ loops: [EventLoop]) {
    self.catalog = catalog
    views = loops.map { LoopView(catalog, $0) }
  }

  /// Calls `body` with the newest view.
  ///
  /// - Parameter index: of the loop that calls.
  func read<Failure: Error>(
    onLoop index: Int, _ body: (CatalogView) throws(Failure) -> Void
  ) throws(Failure) {
    if index < views.count, try views[index].lend(body) { return }
    try body(catalog.view)
  }
}
