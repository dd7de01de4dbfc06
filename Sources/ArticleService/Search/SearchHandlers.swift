import ArticleAPI
import GRPC

/// The handlers of `matiane.v1.SearchService`; one file a method.
public struct SearchHandlers: SearchServiceServer {
  let archive: Archive

  /// Searches an archive.
  public init(_ archive: Archive) {
    self.archive = archive
  }
}

extension ServerContext {
  /// Tells long work whether anyone still waits for it.
  ///
  /// The clock is asked, because the timer of the deadline cannot fire while work holds its loop.
  var goOn: @Sendable () -> Bool {
    { !isCancelled && (timeRemaining ?? .seconds(1)) > .zero }
  }
}
