import HTTP2
import Testing

/// GOAWAY in its two phases, and what clients make of it.
@Suite struct ShutdownTests {
  @Test func `a server announces, hears the PING, and then names the last stream`() throws {
    let pair = Pair()
    let call = try pair.request(body: [1])
    pair.pump()
    pair.server.shutDownGracefully()
    pair.server.shutDownGracefully()
    pair.pump()
    #expect(pair.clientSide.goAways.map(\.last) == [Int32.max, 1])
    #expect(pair.clientSide.goAways.allSatisfy { $0.code == .noError })
    #expect(throws: HTTP2Error.self) { try pair.request() }
    let served = pair.serverSide.accepted[0].stream
    served?.sendHeaders(ExchangeTests.ok)
    served?.sendTrailers(ExchangeTests.done)
    pair.pump()
    #expect(call.trailer("grpc-status") == "0")
    #expect(pair.server.wantsRead == false)
    #expect(pair.server.wantsWrite == false)
    #expect(pair.server.error == nil)
  }

  @Test func `requests that cross the announcement are still served`() {
    let raw = RawClient()
    raw.open(1, endStream: false)
    raw.server.shutDownGracefully()
    raw.open(3)
    #expect(raw.side.accepted.count == 2)
    raw.server.finishShutdown()
    raw.open(5)
    #expect(raw.side.accepted.count == 2)
    #expect(raw.answers.last { $0.type == RawFrame.goAway }?.payload.prefix(4) == [0, 0, 0, 3])
  }

  @Test func `streams above the last one of a GOAWAY close as refused`() throws {
    let pair = Pair()
    pair.pump()
    let first = try pair.request(body: [1])
    let second = try pair.request(body: [1])
    _ = drain(pair.client)
    let goAway = RawFrame(type: RawFrame.goAway, payload: bigEndian(1) + bigEndian(0))
    try deliver(goAway.bytes, to: pair.client)
    _ = drain(pair.client)
    #expect(first.closedWith == nil)
    #expect(second.closedWith == .refusedStream)
  }

  @Test func `a drained client says GOAWAY and is over`() throws {
    let pair = Pair()
    pair.pump()
    pair.client.shutDownGracefully()
    pair.pump()
    #expect(pair.client.wantsRead == false)
    #expect(throws: HTTP2Error.self) { try pair.request() }
  }

  @Test func `termination sends one GOAWAY with its reason and nothing else`() throws {
    let pair = Pair()
    let call = try pair.request(body: [1])
    pair.pump()
    pair.serverSide.accepted[0].stream?.sendHeaders(ExchangeTests.ok)
    pair.server.terminate(.enhanceYourCalm, debug: "too_many_pings")
    let frames = RawFrame.parse(drain(pair.server))
    #expect(frames.map(\.type) == [RawFrame.goAway])
    #expect(Array(frames[0].payload.dropFirst(8)) == Array("too_many_pings".utf8))
    #expect(!pair.server.wantsRead && !pair.server.wantsWrite)
    #expect(call.closedWith == nil)
  }

  @Test func `a PING is answered, and its answer reported`() throws {
    let pair = Pair()
    pair.client.ping(0x0102_0304_0506_0708)
    pair.pump()
    #expect(pair.clientSide.pingAnswers == [0x0102_0304_0506_0708])
  }

  @Test func `the peer's stream limit shows in availableStreams`() throws {
    var configuration = SessionConfiguration()
    configuration.maxConcurrentStreams = 3
    let pair = Pair(server: configuration)
    pair.pump()
    #expect(pair.client.availableStreams == 3)
    _ = try pair.request(body: [1])
    #expect(pair.client.availableStreams == 2)
  }
}
