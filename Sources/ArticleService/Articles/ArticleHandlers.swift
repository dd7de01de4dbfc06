import ArticleAPI
import Catalog
import GRPC

/// The handlers of `matiane.v1.ArticleService`; one file a method.
public struct ArticleHandlers: ArticleServiceServer {
  let archive: Archive

  /// Serves the articles of an archive.
  public init(_ archive: Archive) {
    self.archive = archive
  }
}

/// Refuses what is no resource name of a collection.
///
/// - Throws: INVALID_ARGUMENT naming `field`.
func checkName(_ name: String, _ collection: ResourceName, field: String) throws(RPCError) {
  guard collection.isName(name) else {
    throw .invalid(
      field,
      "expected a name such as \(collection.rawValue)/abc-1 (1 to 128 of A-Z a-z 0-9 . _ ~ : -, a letter or digit "
        + "first), found '\(shortened(name))'")
  }
}

/// Text of a caller's as an error message quotes it: not longer than anyone reads.
func shortened(_ text: String) -> String {
  text.utf8.count <= 80 ? text : "\(String(text.unicodeScalars.prefix(60)))…"
}
