import ArticleAPI
import Catalog
import GRPC
import Protobuf

extension ArticleHandlers {
  /// Fields that the server decides; naming one in a mask is an error rather than silently without effect.
  private static let outputOnly: Set<String> = [
    "name", "uid", "etag", "revision", "create_time", "word_count",
  ]

  /// Changes what the mask names; without one, every field that is set.
  public func updateArticle(_ request: UpdateArticleRequest, context: ServerContext) async throws -> Article {
    guard var article = request.article else {
      throw RPCError.invalid("article", "expected an article, found none")
    }
    try checkName(article.name, .article, field: "article.name")
    try article.validate()
    var update = UpdateArticle()
    update.article = article
    update.mask = try mask(request.updateMask, article)
    try checkScope(context, article, update.mask?.paths ?? [], request.createMissingCategories)
    update.allowMissing = request.allowMissing
    update.expectedEtag = article.etag
    update.createMissingCategories = request.createMissingCategories
    return try await archive.article(
      .updateArticle(update), as: try RequestIdentity(request), validateOnly: request.validateOnly, context)
  }

  /// What the update leaves as it is counts as it stands; what it sets, as it will be.
  private func checkScope(
    _ context: ServerContext, _ change: Article, _ paths: [String], _ createsCategories: Bool
  ) throws(RPCError) {
    guard context.scope != nil else { return }
    func sets(_ field: String) -> Bool {
      paths.contains { $0 == "*" || $0 == field || $0.hasPrefix(field + ".") }
    }
    let view = archive.catalog.view
    var result = change
    if let document = view.document(named: change.name) { result = try view.article(document) }
    if sets("language") { result.language = change.language }
    if sets("categories") { result.categories = change.categories }
    if sets("story") { result.story = change.story }
    if sets("url") { result.url = change.url }
    if sets("aliases") { result.aliases = change.aliases }
    if sets("source") { result.source = change.source }
    try context.scope.checkWrite(
      of: change.name, becoming: result, createsCategories: createsCategories, in: view)
  }

  private func mask(_ given: FieldMask?, _ article: Article) throws(RPCError) -> FieldMask {
    guard let given, !given.paths.isEmpty else {
      return FieldMask(paths: FieldMask.setFields(of: article).filter { !Self.outputOnly.contains($0) })
    }
    try given.checkUpdate(
      of: Article.updatablePaths, expected: "paths of fields of Article that can be changed")
    return given
  }
}
