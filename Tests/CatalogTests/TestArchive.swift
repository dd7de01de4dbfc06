import ArticleAPI
import Catalog
import Protobuf
import Storage
import StorageTesting
import Synchronization

/// A catalog on a disk in memory, with a clock and identifiers that repeat.
struct TestArchive {
  let disk: SimulatedDisk
  let catalog: Catalog
  let events: Events

  /// What the catalog reported.
  final class Events: Sendable {
    private let list = Mutex<[CatalogEvent]>([])

    var all: [CatalogEvent] { list.withLock { $0 } }

    func add(_ event: CatalogEvent) { list.withLock { $0.append(event) } }
  }

  /// Opens what is on the disk.
  init(_ disk: SimulatedDisk = SimulatedDisk(), _ change: (inout CatalogOptions) -> Void = { _ in }) throws {
    let events = Events()
    self.events = events
    self.disk = disk
    let counter = Mutex(0)
    var options = CatalogOptions(dataDirectory: "data")
    options.files = disk
    options.log.fileBytes = 20_000
    options.log.preallocatedBytes = 4000
    options.checkpointLogBytes = 0
    options.historyRevisions = 32
    options.now = {
      var time = Timestamp()
      time.seconds = 1_700_000_000
      return time
    }
    // A restart must not hand out what it handed out before.
    let run = disk.runs.withLock {
      $0 += 1
      return $0
    }
    options.makeIdentifier = {
      counter.withLock {
        $0 += 1
        return "id-\(run)-\($0)"
      }
    }
    options.report = { events.add($0) }
    change(&options)
    catalog = Catalog(options: options)
    do { try catalog.start() } catch {
      try? catalog.stop()
      throw error
    }
  }

  /// Opens what is on the disk, for a look at it only.
  static func look<Value>(at disk: SimulatedDisk, _ body: (Catalog) throws -> Value) throws -> Value {
    let archive = try TestArchive(disk)
    defer { try? archive.catalog.stop() }
    return try body(archive.catalog)
  }

  /// The process dies: nothing is written any more. The disk is as after a power cut, or as after a mere crash.
  func crash(powerCut: Bool) {
    disk.arm(.death(call: 1))
    try? catalog.stop()
    if powerCut { disk.powerCut() } else { disk.restart() }
  }

  @discardableResult
  func put(_ article: Article, _ change: (inout PutArticle) -> Void = { _ in }) async throws
    -> MutationOutcome
  {
    var put = PutArticle()
    put.article = article
    put.createMissingCategories = true
    change(&put)
    return try await catalog.submit(Mutation(.putArticle(put)))
  }

  @discardableResult
  func update(
    _ article: Article, mask: [String] = [], _ change: (inout UpdateArticle) -> Void = { _ in }
  ) async throws -> MutationOutcome {
    var update = UpdateArticle()
    update.article = article
    update.mask = FieldMask(mask)
    change(&update)
    return try await catalog.submit(Mutation(.updateArticle(update)))
  }

  @discardableResult
  func delete(
    _ id: String, _ change: (inout DeleteArticle) -> Void = { _ in }
  ) async throws -> MutationOutcome {
    var delete = DeleteArticle()
    delete.name = "articles/\(id)"
    change(&delete)
    return try await catalog.submit(Mutation(.deleteArticle(delete)))
  }

  @discardableResult
  func putCategory(
    _ id: String, parent: String = "", _ change: (inout PutCategory) -> Void = { _ in }
  ) async throws -> MutationOutcome {
    var put = PutCategory()
    put.category = category(id, parent: parent)
    change(&put)
    return try await catalog.submit(Mutation(.putCategory(put)))
  }

  func article(_ id: String) -> Article? { try? catalog.view.article(named: "articles/\(id)") }
}

extension Mutation {
  init(_ change: Change, request: String = "") {
    self.init()
    self.change = change
    requestId = request
  }
}

extension FieldMask {
  init(_ paths: [String]) {
    self.init()
    self.paths = paths
  }
}

func category(_ id: String, parent: String = "") -> ArticleAPI.Category {
  var category = ArticleAPI.Category()
  category.name = "categories/\(id)"
  if !parent.isEmpty { category.parent = "categories/\(parent)" }
  return category
}

func article(
  _ id: String, _ title: String = "Title", language: String = "en", story: String = "",
  categories: [String] = [],
  url: String = "", source: String = "", version: String = ""
) -> Article {
  var article = Article()
  article.name = "articles/\(id)"
  article.title = title
  article.language = language
  if !story.isEmpty { article.story = "stories/\(story)" }
  article.categories = categories.map { "categories/\($0)" }
  article.url = url
  if !source.isEmpty {
    var from = Source()
    from.id = source
    from.version = version
    article.source = from
  }
  var paragraph = Paragraph()
  paragraph.text = "The text of \(id), in short."
  var block = Block()
  block.content = .paragraph(paragraph)
  article.blocks = [block]
  return article
}

/// The code of the error that `body` throws, `nil` when it throws none.
func code(_ body: () async throws -> Void) async -> CatalogError.Code? {
  do {
    try await body()
    return nil
  } catch { return (error as? CatalogError)?.code }
}
