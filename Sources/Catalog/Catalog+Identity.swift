import Storage

extension Catalog {
  /// What tells this archive's revisions and tokens from those of others.
  public typealias Identity = ArchiveIdentity

  /// The archive's identity, which does not change from its start on.
  public var identity: Identity { ownIdentity.withLock { $0 } }
}

extension ArchiveIdentity {
  /// The epoch that made a revision: what a token has to hold beside it.
  public func epoch(of revision: UInt64) -> UInt64 { lineage.epoch(of: revision) }

  /// Checks that a revision of a token is one of this archive's history, and not another one of the same number.
  ///
  /// - Throws: `revisionUnknown`, saying how far the two have the same history if that is known.
  public func check(_ revision: UInt64, of epoch: UInt64) throws(CatalogError) {
    guard lineage.epoch(of: revision) != epoch else { return }
    if let last = lineage.lastRecord(of: epoch), last < revision {
      throw CatalogError(
        .revisionUnknown,
        "the token is of revision \(revision) of a history that ended: this archive was set back to revision \(last), and"
          + " later revisions are others; read it anew, without the token")
    }
    throw CatalogError(
      .revisionUnknown,
      "the token is of revision \(revision) of another archive, or of another history of this one; read it anew, without the"
        + " token")
  }
}
