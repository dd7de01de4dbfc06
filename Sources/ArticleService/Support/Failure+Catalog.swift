import ArticleAPI
import Catalog
import FullText
import GRPC

extension RPCError {
  /// What a caller is told when the catalog refuses: the one place where its errors become statuses.
  static func failure(_ error: CatalogError, field: String = "") -> RPCError {
    let facts = error.subject.isEmpty ? [:] : ["resource": error.subject]
    switch error.code {
    case .notFound: return failure(.notFound, .notFound, error.message, facts)
    case .alreadyExists: return failure(.alreadyExists, .alreadyExists, error.message, facts)
    case .etagMismatch:
      return failure(
        .aborted, .etagMismatch, error.message, facts.merging(["etag": error.currentEtag]) { $1 })
    case .unknownCategory: return failure(.failedPrecondition, .categoryUnknown, error.message, facts)
    case .categoryCycle: return failure(.failedPrecondition, .categoryCycle, error.message, facts)
    case .categoryInUse: return failure(.failedPrecondition, .inUse, error.message, facts)
    case .editionConflict: return failure(.failedPrecondition, .languageTaken, error.message, facts)
    case .outOfScope: return failure(.permissionDenied, .roleDenied, error.message)
    case .requestReused: return invalid("request_id", error.problem)
    case .invalidField:
      return invalid(field.isEmpty ? error.subject : field, error.problem)
    case .loading: return unavailable(.indexLoading, error.message, retryAfter: .seconds(1))
    case .draining: return unavailable(.draining, error.message, retryAfter: .seconds(1))
    case .readOnly: return failure(.failedPrecondition, .readOnly, error.message)
    case .unknownOutcome: return failure(.unavailable, .readOnly, error.message)
    case .diskFull: return exhausted(.diskFull, error.message, what: "disk space")
    case .memoryLimit: return exhausted(.memoryLimit, error.message, what: "memory")
    case .revisionCompacted:
      return failure(
        .outOfRange, .revisionCompacted, error.message, ["oldest_revision": String(error.oldestRevision)])
    case .revisionUnknown: return failure(.outOfRange, .revisionUnknown, error.message)
    case .cancelled: return RPCError(.cancelled, error.message)
    case .storage:
      let isLoss = error.cause?.code == .damaged
      return failure(isLoss ? .dataLoss : .internal, .storageFailed, error.message, facts)
    }
  }

  /// What a caller is told when a search is refused or given up.
  static func failure(_ error: SearchError) -> RPCError {
    switch error.code {
    case .interrupted: failure(.deadlineExceeded, .deadlineExceeded, "the deadline passed during the search")
    case .invalidField: invalid("query", error.message)
    case .damagedIndex: failure(.dataLoss, .storageFailed, error.message)
    }
  }

  /// What a caller is told when a query or filter cannot be read.
  static func failure(_ error: SyntaxError, field: String, reason: FailureReason) -> RPCError {
    invalid(field, error.description, reason: reason, byte: error.position)
  }
}

extension CatalogView {
  /// The stored article of a document.
  ///
  /// - Throws: DATA_LOSS when what is stored has decayed.
  func article(_ document: IndexView.Document) throws(RPCError) -> Article {
    do throws(CatalogError) { return try index.article(document) } catch { throw .failure(error) }
  }

  /// As ``Catalog/CatalogView/story(named:)``.
  ///
  /// - Throws: DATA_LOSS when what is stored of an edition has decayed.
  func readStory(named name: String) throws(RPCError) -> Story? {
    do throws(CatalogError) { return try story(named: name) } catch { throw .failure(error) }
  }
}

extension CatalogError {
  /// The message without the field's name in front, where it has one.
  fileprivate var problem: String {
    let prefix = subject + ": "
    return message.hasPrefix(prefix) ? String(message.dropFirst(prefix.count)) : message
  }
}
