import Catalog
import GRPC
import Protobuf
import TLS

/// Opaque page tokens: where a page ended, at which revision of which history, and for which request.
///
/// A token is bound to its request and signed with the data directory's key, so that nobody can make one up or carry it to
/// another query. It outlives the process, and is refused where its revision is not the one that it was.
struct PageTokens: Sendable {
  /// Bytes in front of the token's content: its signature.
  private static let signatureBytes = 16

  /// Whose pages they are.
  let catalog: Catalog

  /// The token of the page that begins behind `position`.
  func token(_ position: PagePosition, for request: some Message) -> String {
    let identity = catalog.identity
    var position = position
    position.epoch = identity.epoch(of: position.revision)
    let content = position.serialized()
    return Hex.encode(Self.sign(content[...], for: request, identity.key) + content)
  }

  /// Where the page of a token begins; nil for an empty token, the first page.
  ///
  /// - Throws: INVALID_ARGUMENT (PAGE_TOKEN_MISMATCH) for a token that was not made for this request in this data directory;
  ///   OUT_OF_RANGE (REVISION_UNKNOWN) for one of a revision that the archive has lost; UNAVAILABLE while it is loaded.
  func position(_ token: String, for request: some Message) throws(RPCError) -> PagePosition? {
    if token.isEmpty { return nil }
    do throws(CatalogError) { try catalog.checkReadable() } catch { throw .failure(error) }
    let identity = catalog.identity
    guard token.utf8.count <= 4096, let bytes = Hex.decode(token), bytes.count > Self.signatureBytes
    else { throw mismatch() }
    let content = bytes[Self.signatureBytes...]
    let isOurs = Self.sign(content, for: request, identity.key).withUnsafeBytes { expected in
      bytes.withUnsafeBytes { equalInConstantTime(expected, .init(rebasing: $0[..<Self.signatureBytes])) }
    }
    guard isOurs, let position = try? PagePosition(serialized: Array(content)) else { throw mismatch() }
    do throws(CatalogError) {
      try identity.check(position.revision, of: position.epoch)
    } catch {
      throw .failure(error)
    }
    return position
  }

  /// The signature of a token's content that belongs to a request: over the name of its type, the content with its length, and the
  /// request, so that no other three make the same message.
  private static func sign(
    _ content: ArraySlice<UInt8>, for request: some Message, _ key: Catalog.Identity.Key
  ) -> ArraySlice<UInt8> {
    let message =
      Array("\(type(of: request).descriptor.name) \(content.count) ".utf8) + content + request.serialized()
    return message.withUnsafeBytes { message in
      key.bytes.withUnsafeBytes { AuthenticationCode.of(message, key: $0).prefix(signatureBytes) }
    }
  }

  private func mismatch() -> RPCError {
    .invalid(
      "page_token",
      "expected the next_page_token of this very request to this archive, found another; begin at the first page",
      reason: .pageTokenMismatch)
  }
}
