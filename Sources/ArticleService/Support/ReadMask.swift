import ArticleAPI
import GRPC
import Protobuf

/// Which fields of a stored article a caller wants.
///
/// Without a mask the stored bytes go out as they are, undecoded; with one, the fields that it names do.
struct ReadMask {
  /// The most paths that a mask may have.
  static let maxPaths = 256

  private let mask: EncodedFieldMask?

  /// - Throws: INVALID_ARGUMENT naming `field` when the mask names something that an article does not have.
  init(_ mask: FieldMask?, field: String = "read_mask") throws(RPCError) {
    guard let mask, !mask.paths.isEmpty, mask.paths != [FieldMask.everything] else {
      self.mask = nil
      return
    }
    try checkCount(mask.paths.count, Self.maxPaths, field: field)
    try mask.checkEverythingStandsAlone(field: field)
    if let path = mask.paths.first(where: { !FieldMask.isValid($0, for: Article.self) }) {
      throw .invalid(field, "expected paths of fields of Article, found '\(shortened(path))'")
    }
    self.mask = EncodedFieldMask(mask, of: Article.self)
  }

  /// The message to send for a stored article.
  ///
  /// - Throws: DATA_LOSS when what is stored has decayed, as far as that is looked at.
  /// - Complexity: O(fields of the article + bytes kept).
  func apply(to stored: [UInt8]) throws(RPCError) -> Article {
    guard let mask else { return Article(verbatim: stored) }
    guard let kept = mask.filter(stored) else {
      throw .failure(
        .dataLoss, .storageFailed, "what is stored of an article has decayed since it was read last")
    }
    return Article(verbatim: kept)
  }
}
