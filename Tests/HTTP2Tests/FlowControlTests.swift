import HTTP2
import Testing

/// Windows, back-pressure and the credit of bytes that nobody reads.
@Suite struct FlowControlTests {
  private var narrow: SessionConfiguration {
    var configuration = SessionConfiguration()
    configuration.streamWindowBytes = 65_535
    configuration.connectionWindowBytes = 100_000
    return configuration
  }

  @Test func `a sender waits for the reader to consume`() throws {
    let pair = Pair(server: narrow)
    pair.pump()
    pair.serverSide.prepare = { $0.consumes = false }
    let call = try pair.request(body: Array(repeating: 1, count: 200_000))
    pair.pump()
    let served = pair.serverSide.accepted[0]
    #expect(served.body.count == 65_535)
    #expect(call.stream?.queuedBytes == 200_000 - 65_535)
    served.stream?.consumed(65_535)
    pair.pump()
    #expect(served.body.count == 2 * 65_535)
  }

  @Test func `bytes of cancelled streams go back to the connection's window`() throws {
    let pair = Pair(server: narrow)
    pair.pump()
    pair.serverSide.prepare = { $0.consumes = false }
    for _ in 0..<20 {
      let call = try pair.request(body: Array(repeating: 1, count: 60_000))
      pair.pump()
      #expect(pair.serverSide.accepted.last?.body.count == 60_000)
      call.stream?.reset(.cancel)
      pair.pump()
    }
  }

  @Test func `bytes that arrive after our answer go back to the connection's window`() throws {
    let pair = Pair(server: narrow)
    pair.pump()
    pair.serverSide.prepare = {
      $0.consumes = false
      $0.whenHeaders = { $0.sendHeaders(ExchangeTests.ok, endStream: true) }
    }
    for _ in 0..<20 {
      _ = try pair.request(body: Array(repeating: 1, count: 60_000))
      pair.pump()
    }
    pair.serverSide.prepare = { _ in }
    _ = try pair.request(body: Array(repeating: 1, count: 90_000))
    pair.pump()
    #expect(pair.serverSide.accepted.last?.body.count == 90_000)
  }

  @Test func `padding is credited although nobody reads it`() {
    let raw = RawClient(narrow)
    raw.open(1, endStream: false)
    for _ in 0..<100 {
      let padded = [UInt8(255)] + [7] + [UInt8](repeating: 0, count: 255)
      raw.send(RawFrame(type: RawFrame.data, flags: 8, stream: 1, payload: padded + []))
    }
    #expect(raw.error == nil)
    #expect(raw.side.accepted[0].body.count == 100)
    for _ in 0..<1000 {
      let padded = [UInt8(255)] + [7] + [UInt8](repeating: 0, count: 255)
      raw.send(RawFrame(type: RawFrame.data, flags: 8, stream: 1, payload: padded))
    }
    #expect(raw.error == nil)
    #expect(raw.reset(1) == nil)
  }

  @Test func `the handler hears when its queue has drained to the threshold`() throws {
    let pair = Pair()
    pair.pump()
    let call = try pair.request(body: nil)
    pair.pump()
    let served = pair.serverSide.accepted[0]
    served.stream?.sendHeaders(ExchangeTests.ok)
    [UInt8](repeating: 1, count: 300_000).withUnsafeBytes { served.stream?.send($0) }
    served.stream?.drainThreshold = 16_384
    #expect(served.drained == 0)
    pair.pump()
    #expect(served.drained == 1)
    #expect(served.stream?.drainThreshold == nil)
    #expect(call.body.count == 300_000)
  }

  @Test func `room that was reserved and not used is not sent`() throws {
    let pair = Pair()
    pair.pump()
    let call = try pair.request(body: nil)
    pair.pump()
    let stream = try #require(pair.serverSide.accepted[0].stream)
    stream.sendHeaders(ExchangeTests.ok)
    for used in [3, 0, 1000] {
      let room = try #require(stream.reserve(1000))
      for index in 0..<used { room[index] = 7 }
      stream.sendReserved(used, of: 1000)
    }
    #expect(stream.queuedBytes == 1003)
    stream.sendEnd()
    pair.pump()
    #expect(call.body == Array(repeating: 7, count: 1003))
  }

  @Test func `a window that SETTINGS make negative is obeyed`() {
    let raw = RawClient()
    raw.open(1)
    let stream = raw.side.accepted[0].stream
    stream?.sendHeaders(ExchangeTests.ok)
    [UInt8](repeating: 1, count: 100_000).withUnsafeBytes { stream?.send($0) }
    raw.send([])
    let before = raw.answers.filter { $0.type == RawFrame.data }.reduce(0) { $0 + $1.payload.count }
    #expect(before == 65_535)
    raw.send(RawFrame(type: RawFrame.settings, payload: [0, 4] + bigEndian(10)))
    raw.send(RawFrame(type: RawFrame.windowUpdate, payload: bigEndian(1_000_000)))
    raw.send(RawFrame(type: RawFrame.windowUpdate, stream: 1, payload: bigEndian(65_525)))
    #expect(raw.answers.filter { $0.type == RawFrame.data }.reduce(0) { $0 + $1.payload.count } == before)
    raw.send(RawFrame(type: RawFrame.windowUpdate, stream: 1, payload: bigEndian(5)))
    #expect(raw.answers.filter { $0.type == RawFrame.data }.reduce(0) { $0 + $1.payload.count } == before + 5)
  }

  @Test func `a reset of the client frees what is queued at once, before RST_STREAM is out`() throws {
    let pair = Pair()
    pair.pump()
    let call = try pair.request(body: [UInt8](repeating: 1, count: 200_000))
    #expect(pair.client.queuedBytes == 200_000)
    call.stream?.reset(.cancel)
    #expect(pair.client.queuedBytes == 0)
    pair.pump()
    #expect(call.closedWith == .cancel)
  }

  @Test func `a frame that is begun when its stream is reset goes out whole`() throws {
    var configuration = SessionConfiguration()
    configuration.outputChunkBytes = 1000
    let pair = Pair(client: configuration)
    pair.pump()
    let call = try pair.request(body: [UInt8](repeating: 1, count: 40_000))
    let first = pair.client.nextOutput().map(Array.init) ?? []
    call.stream?.reset(.cancel)
    let frames = RawFrame.parse(first + drain(pair.client))
    #expect(frames.last?.type == RawFrame.reset && frames.last?.errorCode == .cancel)
    #expect(frames.filter { $0.type == RawFrame.data }.allSatisfy { $0.payload.count == 16_384 })
    #expect(frames.count { $0.type == RawFrame.reset } == 1)
    #expect(pair.client.queuedBytes == 0 && call.closedWith == .cancel)
  }

  /// A server whose client opens no window for content.
  private func closedWindow(requestEnds: Bool) -> RawClient {
    let raw = RawClient()
    raw.send(RawFrame(type: RawFrame.settings, payload: [0, 4] + bigEndian(0)))
    raw.open(1, endStream: requestEnds)
    return raw
  }

  private func headers(_ raw: RawClient) -> [RawFrame] { raw.answers.filter { $0.type == RawFrame.headers } }

  @Test(arguments: [true, false], [0, 1, 2])
  func `trailers without content before them need no window`(requestEnds: Bool, flushes: Int) {
    let raw = closedWindow(requestEnds: requestEnds)
    let stream = raw.side.accepted[0].stream
    stream?.sendHeaders(ExchangeTests.ok)
    for _ in 0..<flushes { raw.send(RawFrame(type: RawFrame.settings)) }
    stream?.sendTrailers(ExchangeTests.done)
    raw.send([])
    #expect(headers(raw).map(\.flags) == [4, 5])
    #expect(raw.reset(1) == (requestEnds ? nil : .noError))
    #expect(raw.side.accepted[0].closedWith == .noError)
    // The connection's tables and streams are as they should be.
    raw.send(RawFrame(type: RawFrame.windowUpdate, stream: 1, payload: bigEndian(1)))
    raw.open(3)
    raw.side.accepted[1].stream?.sendHeaders(ExchangeTests.ok)
    raw.side.accepted[1].stream?.sendTrailers(ExchangeTests.done)
    raw.send([])
    #expect(headers(raw).map(\.flags) == [4, 5, 4, 5])
    #expect(raw.error == nil && raw.server.openStreams == 0)
  }

  @Test func `trailers wait for the content before them, and for nothing once it is out`() {
    let raw = closedWindow(requestEnds: true)
    let stream = raw.side.accepted[0].stream
    stream?.sendHeaders(ExchangeTests.ok)
    [UInt8](repeating: 1, count: 24).withUnsafeBytes { stream?.send($0) }
    stream?.sendTrailers(ExchangeTests.done)
    raw.send([])
    #expect(headers(raw).count == 1)
    raw.send(RawFrame(type: RawFrame.windowUpdate, stream: 1, payload: bigEndian(24)))
    #expect(raw.answers.filter { $0.type == RawFrame.data }.map(\.payload.count) == [24])
    #expect(headers(raw).count == 2)
  }

  @Test func `what fills the window to its last byte does not hold up the trailers that come later`() {
    let raw = closedWindow(requestEnds: true)
    let stream = raw.side.accepted[0].stream
    stream?.sendHeaders(ExchangeTests.ok)
    raw.send(RawFrame(type: RawFrame.windowUpdate, stream: 1, payload: bigEndian(100)))
    [UInt8](repeating: 1, count: 100).withUnsafeBytes { stream?.send($0) }
    raw.send([])
    #expect(raw.answers.filter { $0.type == RawFrame.data }.map(\.payload.count) == [100])
    stream?.sendTrailers(ExchangeTests.done)
    raw.send([])
    #expect(headers(raw).map(\.flags) == [4, 5])
  }
}
