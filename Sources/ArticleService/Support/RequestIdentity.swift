import ArticleAPI
import Checksums
import GRPC
import Protobuf

/// What a repeated write is known by: its caller's id of it, and what it asks for.
struct RequestIdentity {
  /// A write that is carried out each time.
  static let none = RequestIdentity(id: "", digest: 0)

  /// Empty for a write without an id.
  let id: String
  /// The first bytes of the SHA-256 of the request's encoding; 0 without an id.
  let digest: UInt64

  private init(id: String, digest: UInt64) {
    self.id = id
    self.digest = digest
  }

  /// The identity of a request.
  ///
  /// - Throws: INVALID_ARGUMENT for an id that is too long.
  init(_ request: some RepeatableRequest) throws(RPCError) {
    guard request.requestId.utf8.count <= 128 else {
      throw .invalid("request_id", "expected at most 128 bytes, found \(request.requestId.utf8.count)")
    }
    id = request.requestId
    digest = id.isEmpty ? 0 : Self.digest(request.serialized())
  }

  /// Never 0, which stands for a digest that was not taken.
  private static func digest(_ encoding: [UInt8]) -> UInt64 {
    let bytes = encoding.withUnsafeBytes { SHA256.of($0).digest }
    return max(1, bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) })
  }
}

/// A write that its caller may send again without its being done twice.
protocol RepeatableRequest: Message {
  var requestId: String { get }
}

extension CreateArticleRequest: RepeatableRequest {}
extension UpdateArticleRequest: RepeatableRequest {}
extension DeleteArticleRequest: RepeatableRequest {}
extension CreateCategoryRequest: RepeatableRequest {}
extension UpdateCategoryRequest: RepeatableRequest {}
extension DeleteCategoryRequest: RepeatableRequest {}
extension LinkEditionsRequest: RepeatableRequest {}
extension UnlinkEditionRequest: RepeatableRequest {}
extension CreateSavedQueryRequest: RepeatableRequest {}
extension UpdateSavedQueryRequest: RepeatableRequest {}
extension DeleteSavedQueryRequest: RepeatableRequest {}
extension CreateSynonymSetRequest: RepeatableRequest {}
extension UpdateSynonymSetRequest: RepeatableRequest {}
extension DeleteSynonymSetRequest: RepeatableRequest {}
