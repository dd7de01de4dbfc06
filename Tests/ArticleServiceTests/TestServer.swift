import ArticleAPI
import ArticleService
import Catalog
import GRPC
import Glibc
import MatianeClient
import Protobuf

@testable import EventLoops

/// A whole server in this process, on a data directory of its own, and a client over a memory pipe.
struct TestServer {
  let client: MatianeClient
  let catalog: Catalog
  let watches: WatchHandlers
  private let server: Server
  private let loops: EventLoopGroup
  private let directory: String

  /// Calls `body` with a server that is stopped and removed afterwards.
  static func with(_ body: (MatianeClient) async throws -> Void) async throws {
    try await withServer { try await body($0.client) }
  }

  /// Calls `body` with a server that is stopped and removed afterwards.
  static func withServer(
    _ change: (inout CatalogOptions) -> Void = { _ in },
    watching: (inout WatchHandlers) -> Void = { _ in }, largeRequestPool: ComputePool? = nil,
    _ body: (TestServer) async throws -> Void
  ) async throws {
    let server = try TestServer(change, watching, largeRequestPool)
    do {
      try await body(server)
    } catch {
      await server.stop()
      throw error
    }
    await server.stop()
  }

  private init(
    _ change: (inout CatalogOptions) -> Void, _ watching: (inout WatchHandlers) -> Void,
    _ largeRequestPool: ComputePool?
  ) throws {
    var template = Array("/tmp/matiane-test-XXXXXX\0".utf8CString)
    guard mkdtemp(&template) != nil else { throw RPCError(.internal, "no temporary directory") }
    directory = String(decoding: template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    var options = CatalogOptions(dataDirectory: directory + "/data")
    change(&options)
    catalog = Catalog(options: options)
    try catalog.start()
    loops = try EventLoopGroup(count: 1)
    let archive = Archive(catalog, loops: loops.loops)
    var watches = WatchHandlers(archive)
    watching(&watches)
    self.watches = watches
    var configuration = ServerConfiguration()
    configuration.largeRequestPool = largeRequestPool
    server = Server(
      [
        ArticleHandlers(archive), CategoryHandlers(archive), StoryHandlers(archive), SearchHandlers(archive),
        SavedQueryHandlers(archive), SynonymHandlers(archive), watches,
      ],
      on: loops, configuration: configuration)
    client = MatianeClient(channel: try Channel(inProcess: server))
  }

  /// How many timers are set on the server's loop.
  var timers: Int {
    get async {
      let loop = loops.loops[0]
      return await withCheckedContinuation { done in
        loop.execute { done.resume(returning: loop.timers.count) }
      }
    }
  }

  private func stop() async {
    await client.close()
    await server.shutDownGracefully(grace: .seconds(10))
    try? catalog.stop()
    await loops.shutdown()
    removeTree(directory)
  }

  private func removeTree(_ path: String) {
    guard let folder = opendir(path) else {
      unlink(path)
      return
    }
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { removeTree(path + "/" + name) }
    }
    closedir(folder)
    rmdir(path)
  }
}

/// An article about lighthouses.
func draft(_ id: String, _ title: String = "A lighthouse", language: String = "en") -> Article {
  Article.with { article in
    article.name = "articles/" + id
    article.language = language
    article.title = title
    article.blocks = [
      Block.with { $0.content = .paragraph(Paragraph.with { $0.text = "Text of \(id) about the sea." }) }
    ]
  }
}
