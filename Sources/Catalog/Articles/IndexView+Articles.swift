import ArticleAPI
import FullText
import Protobuf
import Storage

extension IndexView {
  /// The stored article of a document.
  ///
  /// - Throws: `storage`, its cause `damaged`, when what is stored has decayed since it was read last.
  public func article(_ document: Document) throws(CatalogError) -> Article {
    let article = withPayload(document) { bytes in try? Article(serialized: bytes) }
    // Bytes that are gone make an empty one.
    guard let article, !article.name.isEmpty else { throw .decayed(articleName(document)) }
    return article
  }

  private func articleName(_ document: Document) -> String {
    ResourceName.article.name(String(decoding: key(document), as: UTF8.self))
  }
}

extension CatalogError {
  /// What callers are told of an article whose bytes were checked when they were read from the disk, and are no article now.
  static func decayed(_ name: String) -> CatalogError {
    let cause = StorageError(
      .damaged, file: name, problem: "what is stored of it has decayed since it was read last",
      remedy:
        "verify the newest snapshot; then stop the server, and have matiane-server check say what is left")
    return CatalogError(.storage, cause.description, subject: name, cause: cause)
  }
}
