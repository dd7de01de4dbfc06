import Storage

/// Why the catalog refused or could not do something.
public struct CatalogError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kinds that callers tell apart.
  public enum Code: Hashable, Sendable {
    /// There is no such article, category, story or snapshot.
    case notFound
    /// The name is taken.
    case alreadyExists
    /// Someone else changed it since the caller read it.
    case etagMismatch
    /// An article names a category that does not exist.
    case unknownCategory
    /// A category would become its own ancestor.
    case categoryCycle
    /// A category still has children or articles.
    case categoryInUse
    /// A story would have two editions in one language.
    case editionConflict
    /// The caller may not write what it is about.
    case outOfScope
    /// The id of the request is that of another one.
    case requestReused
    /// A field holds what it must not.
    case invalidField
    /// The archive is still being loaded.
    case loading
    /// The server is about to stop.
    case draining
    /// Writes are switched off, or the log failed.
    case readOnly
    /// The log failed while a change was on its way to the disk: nobody knows whether a restart will find it.
    case unknownOutcome
    /// No space left, or less than the floor; nothing was changed.
    case diskFull
    /// The process holds as much memory as it may; nothing was changed.
    case memoryLimit
    /// The wanted revision is no longer kept.
    case revisionCompacted
    /// The archive has not reached the wanted revision: it is to come, of another archive, or of this one before it was set back.
    case revisionUnknown
    /// The caller gave up waiting.
    case cancelled
    /// The store cannot be opened or written.
    case storage
  }

  /// Which kind it is.
  public let code: Code
  /// What was expected and what was found.
  public let message: String
  /// The name of the resource that it is about, or the path of the field for ``Code/invalidField``.
  public let subject: String
  /// For ``Code/etagMismatch`` the etag there is.
  public let currentEtag: String
  /// For ``Code/revisionCompacted`` the oldest revision that can be read.
  public let oldestRevision: UInt64
  /// The failure of the store behind it.
  public let cause: StorageError?

  /// Describes a refusal.
  public init(
    _ code: Code, _ message: String, subject: String = "", currentEtag: String = "",
    oldestRevision: UInt64 = 0,
    cause: StorageError? = nil
  ) {
    self.code = code
    self.message = message
    self.subject = subject
    self.currentEtag = currentEtag
    self.oldestRevision = oldestRevision
    self.cause = cause
  }

  /// The message, with the store's failure.
  public var description: String { message }
}

extension CatalogError {
  static func notFound(_ name: String) -> CatalogError {
    CatalogError(.notFound, "\(name) does not exist", subject: name)
  }

  static func invalid(_ field: String, _ problem: String) -> CatalogError {
    CatalogError(.invalidField, "\(field): \(problem)", subject: field)
  }

  /// A failure of the store as callers of the catalog see it.
  init(_ error: StorageError) {
    switch error.code {
    case .diskFull:
      self.init(.diskFull, "the disk is full; nothing was changed (\(error))", cause: error)
    case .failedBefore:
      self.init(
        .readOnly, "the log failed, so the archive is read-only until a restart (\(error))", cause: error)
    case .tooLarge:
      self.init(
        .invalidField, "request: the change is too large for the log (\(error))", subject: "request",
        cause: error)
    default:
      self.init(.storage, error.description, cause: error)
    }
  }
}
