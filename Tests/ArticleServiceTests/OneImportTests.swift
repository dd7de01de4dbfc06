// Nothing else of ours is imported here: what it takes to use the client comes with it.
import MatianeClient
import Testing

@Suite struct OneImportTests {
  @Test func `the client's module brings everything that its users name`() async throws {
    var article = Article()
    article.name = "articles/one"
    article.blocks = [Block.with { $0.content = .paragraph(Paragraph.with { $0.text = "Text." }) }]
    var configuration = ChannelConfiguration()
    var tls = ClientTLSConfiguration()
    tls.identity = TLSIdentity(certificates: PEM([], name: "chain"), privateKey: PEM([], name: "key"))
    configuration.tls = tls
    let error: RPCError? = #expect(throws: RPCError.self) {
      try MatianeClient(
        "127.0.0.1:1", apiKey: "secret\n", configuration: configuration, options: CallOptions())
    }
    #expect(error?.code == .invalidArgument && error?.message.contains("secret") == false)
    #expect(error?.detail(of: ErrorInfo.self) == nil && error?.detail(of: BadRequest.self) == nil)
    #expect(TraceContext.current == nil)
    #expect(FieldMask(paths: ["title"]).paths == ["title"])
    #expect(WatchScope() == WatchScope.with { $0.query = "" })
  }
}
