import ArticleAPI
import GRPC
import Protobuf

/// Which fields of a stored article a caller wants.
///
/// Without a mask the stored bytes go out as they are, undecoded; with one of whole fields, those that it names do.
struct ReadMask {
  private let mask: FieldMask?
  /// The same mask for the stored bytes; nil where it goes into sub-messages.
  private let encodedMask: EncodedFieldMask?

  /// - Throws: INVALID_ARGUMENT naming `field` when the mask names something that an article does not have.
  init(_ mask: FieldMask?, field: String = "read_mask") throws(RPCError) {
    guard let mask, !mask.paths.isEmpty, mask.paths != ["*"] else {
      self.mask = nil
      encodedMask = nil
      return
    }
    if let path = mask.paths.first(where: { !FieldMask.isValid($0, for: Article.self) }) {
      throw .invalid(field, "expected paths of fields of Article, found '\(shortened(path))'")
    }
    self.mask = mask
    encodedMask = EncodedFieldMask(mask, of: Article.self)
  }

  /// The message to send for a stored article.
  func apply(to stored: [UInt8]) throws(RPCError) -> Article {
    guard let mask else { return Article(verbatim: stored) }
    if let kept = encodedMask?.filter(stored) { return Article(verbatim: kept) }
    do {
      return mask.filter(try Article(serialized: stored))
    } catch {
      throw .failure(.internal, .storageFailed, "a stored article cannot be decoded: \(error)")
    }
  }
}
