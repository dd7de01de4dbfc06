import Protobuf

extension Catalog {
  /// Carries out one mutation. Returns when it is durable and can be read.
  ///
  /// Time and identifiers that the mutation leaves open are filled in here.
  /// - Throws: why it was refused.
  public func submit(_ mutation: consuming Mutation) async throws(CatalogError) -> MutationOutcome {
    try await submit([mutation])[0].get()
  }

  /// Carries out mutations in order, next to each other, each on its own: a refused one does not stop the rest.
  ///
  /// Returns one result for each when all are durable and can be read.
  /// - Throws: `loading`, `draining`, `readOnly`, `diskFull`, `storage`, or `invalidField` for one that is too large for the log,
  ///   for all of them; then none was carried out, or in the case of a failing disk nobody knows.
  public func submit(
    _ mutations: consuming [Mutation]
  ) async throws(CatalogError) -> [Result<MutationOutcome, CatalogError>] {
    if mutations.isEmpty { return [] }
    try checkWritable()
    try watermarks.checkRoom(isDeletion: mutations.allSatisfy(\.isDeletion))
    let proposals = proposals(completed(mutations))
    try checkSize(proposals)
    let result = await withCheckedContinuation { continuation in
      writer.enqueue(.mutations(Submission(proposals: proposals, continuation: continuation)))
    }
    return try result.get()
  }

  /// What a mutation would do now, without doing it.
  ///
  /// - Throws: why it would be refused.
  public func check(_ mutation: Mutation) async throws(CatalogError) -> MutationOutcome {
    try checkReadable()
    let complete = completed([mutation])[0]
    let result = await withCheckedContinuation { continuation in
      writer.enqueue(.check(complete, continuation))
    }
    return try result.get()
  }

  /// - Throws: `loading` or `draining` when the archive does not answer.
  public func checkReadable() throws(CatalogError) {
    if isReadable.load(ordering: .acquiring) { return }
    switch readiness {
    case .loading:
      let progress = progress.withLock { $0 }
      throw CatalogError(
        .loading, "the archive is still being loaded" + (progress.isEmpty ? "" : " (\(progress))"))
    case .draining: throw CatalogError(.draining, "the server is stopping")
    case .serving, .readOnly: break
    }
  }

  /// The log takes a batch as a whole, and so refuses it as a whole: what is too large for it must not get among the mutations
  /// of others.
  private func checkSize(_ proposals: [Proposal]) throws(CatalogError) {
    let most = options.log.maxRecordBytes
    guard let large = proposals.first(where: { $0.payload.count > most }) else { return }
    throw .invalid("request", "expected at most \(most) bytes for one change, found \(large.payload.count)")
  }

  private func checkWritable() throws(CatalogError) {
    try checkReadable()
    if let failure = writer.failure { throw failure }
    if case .readOnly(let reason) = readiness {
      throw CatalogError(.readOnly, "the archive is read-only: \(reason)")
    }
  }

  /// What is worked out here of each mutation, which is moved, for it has many parts to copy.
  private func proposals(_ mutations: consuming [Mutation]) -> [Proposal] {
    var proposals: [Proposal] = []
    proposals.reserveCapacity(mutations.count)
    mutations.reverse()
    while let mutation = mutations.popLast() { proposals.append(Proposal(submitting: mutation)) }
    return proposals
  }

  /// The mutations with time, bounds and identifiers, which the proposer decides; those that have them stay where they are.
  private func completed(_ mutations: consuming [Mutation]) -> [Mutation] {
    for index in mutations.indices {
      if mutations[index].time == nil { mutations[index].time = options.now() }
      // A category's change stores no article: earlier releases looked at those that moved with it.
      mutations[index].maxArticleBytes =
        mutations[index].storesCategory ? 0 : UInt32(clamping: options.maxArticleBytes)
      switch mutations[index].change {
      case .putArticle(let known) where known.identifiers == nil:
        var put = known
        put.identifiers = newIdentifiers()
        mutations[index].change = .putArticle(put)
      case .updateArticle(let known) where known.allowMissing && known.identifiers == nil:
        var update = known
        update.identifiers = newIdentifiers()
        mutations[index].change = .updateArticle(update)
      case .unlinkEdition(let known) where known.newStory.isEmpty:
        var unlink = known
        unlink.newStory = ResourceName.story.name(options.makeIdentifier())
        mutations[index].change = .unlinkEdition(unlink)
      default: break
      }
    }
    return mutations
  }

  /// Identifiers for an article that may turn out to be new.
  public func newIdentifiers() -> NewArticle {
    var identifiers = NewArticle()
    identifiers.uid = options.makeIdentifier()
    identifiers.story = ResourceName.story.name(options.makeIdentifier())
    return identifiers
  }
}

extension Mutation {
  fileprivate var storesCategory: Bool {
    switch change {
    case .putCategory, .updateCategory: true
    default: false
    }
  }

  var isDeletion: Bool {
    switch change {
    case .deleteArticle, .deleteCategory, .deleteSavedQuery, .deleteSynonymSet: true
    default: false
    }
  }
}
