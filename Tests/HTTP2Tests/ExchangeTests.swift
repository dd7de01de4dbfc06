import HTTP2
import Testing

/// Streams between a client and a server session, in memory.
@Suite struct ExchangeTests {
  static let ok = PermanentHeaderFields(HeaderFields([":status": "200", "content-type": "application/grpc"]))
  static let done = PermanentHeaderFields(HeaderFields(["grpc-status": "0"]))

  private func answering(_ body: [UInt8]) -> Pair {
    let pair = Pair()
    pair.serverSide.prepare = {
      $0.whenEnded = { stream in
        stream.sendHeaders(Self.ok)
        body.withUnsafeBytes { stream.send($0) }
        stream.sendTrailers(Self.done)
      }
    }
    return pair
  }

  @Test func `a request and its response pass with headers, data and trailers`() throws {
    let pair = answering([1, 2, 3])
    let call = try pair.request(body: Array(repeating: 7, count: 100))
    pair.pump()
    let served = try #require(pair.serverSide.accepted.first)
    #expect(served.value(":path") == "/a/B")
    #expect(served.body.count == 100)
    #expect(served.ended == 1)
    #expect(served.closedWith == .noError)
    #expect(call.value(":status") == "200")
    #expect(call.body == [1, 2, 3])
    #expect(call.trailer("grpc-status") == "0")
    #expect(call.ended == 1)
    #expect(call.closedWith == .noError)
    #expect(pair.client.openStreams == 0)
    #expect(pair.server.openStreams == 0)
  }

  @Test func `END_STREAM on the request headers ends the request`() throws {
    let pair = answering([])
    let call = try pair.request()
    pair.pump()
    #expect(pair.serverSide.accepted[0].ended == 1)
    #expect(call.trailer("grpc-status") == "0")
  }

  @Test func `a response of one HEADERS frame is headers with the end`() throws {
    let pair = Pair()
    pair.serverSide.prepare = { $0.whenEnded = { $0.sendHeaders(Self.ok, endStream: true) } }
    let call = try pair.request()
    pair.pump()
    #expect(call.value(":status") == "200")
    #expect(call.trailers == nil)
    #expect(call.ended == 1)
  }

  @Test func `an answer before the request's end is followed by RST_STREAM NO_ERROR`() throws {
    let pair = Pair()
    pair.serverSide.prepare = { $0.whenHeaders = { $0.sendHeaders(Self.ok, endStream: true) } }
    let recorder = Recorder()
    recorder.stream = try pair.client.open(
      HeaderFields([":method": "POST", ":scheme": "http", ":path": "/x", ":authority": "t"]),
      handler: recorder)
    pair.pump()
    #expect(recorder.value(":status") == "200")
    #expect(recorder.ended == 1)
    #expect(recorder.closedWith == .noError)
    #expect(pair.client.wantsRead)
    #expect(pair.server.error == nil)
  }

  @Test func `messages of any size pass in both directions`() throws {
    for size in [0, 1, 16_383, 16_384, 16_385, 65_535, 65_536, 1_000_000, 5_000_000] {
      let body = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
      let pair = answering(body)
      let call = try pair.request(body: body)
      pair.pump()
      #expect(pair.serverSide.accepted[0].body == body)
      #expect(call.body == body)
      #expect(call.closedWith == .noError)
    }
  }

  @Test func `many streams at once each get their own answer`() throws {
    let pair = Pair()
    pair.serverSide.prepare = { recorder in
      recorder.whenEnded = { [unowned recorder] stream in
        stream.sendHeaders(Self.ok)
        recorder.body.withUnsafeBytes { stream.send($0) }
        stream.sendTrailers(Self.done)
      }
    }
    let calls = try (0..<200).map { try pair.request(body: Array(repeating: UInt8($0), count: 3000)) }
    pair.pump()
    for (index, call) in calls.enumerated() {
      #expect(call.body == Array(repeating: UInt8(index), count: 3000))
      #expect(call.trailer("grpc-status") == "0")
    }
  }

  @Test func `long responses share the connection frame by frame`() throws {
    let pair = answering(Array(repeating: 1, count: 200_000))
    let calls = [try pair.request(), try pair.request()]
    var seen: [Int32] = []
    while let bytes = pair.client.nextOutput() { try deliver(Array(bytes), to: pair.server) }
    for frame in RawFrame.parse(drain(pair.server)) where frame.type == RawFrame.data {
      seen.append(Int32(frame.stream))
    }
    #expect(Set(seen.prefix(2)) == Set(calls.compactMap { $0.stream?.id }))
  }

  @Test func `a reset by the client closes the server's stream with its code`() throws {
    let pair = Pair()
    let call = try pair.request(body: [1])
    pair.pump()
    call.stream?.reset(.cancel)
    pair.pump()
    #expect(pair.serverSide.accepted[0].closedWith == .cancel)
    #expect(call.closedWith == .cancel)
  }

  @Test func `a reset by the server closes the client's stream with its code`() throws {
    let pair = Pair()
    pair.serverSide.prepare = { $0.whenEnded = { $0.reset(.enhanceYourCalm) } }
    let call = try pair.request()
    pair.pump()
    #expect(call.closedWith == .enhanceYourCalm)
    #expect(pair.server.openStreams == 0)
  }

  @Test func `closing a session closes every open stream once`() throws {
    let pair = Pair()
    let calls = try (0..<5).map { _ in try pair.request(body: [1]) }
    pair.pump()
    pair.server.close(.internalError)
    pair.server.close(.cancel)
    pair.client.close(.cancel)
    #expect(pair.serverSide.accepted.allSatisfy { $0.closedWith == .internalError })
    #expect(calls.allSatisfy { $0.closedWith == .cancel })
    #expect(calls[0].stream?.isOpen == false)
    calls[0].stream?.reset(.cancel)
  }

  @Test func `informational responses are passed over`() throws {
    let pair = Pair()
    let call = try pair.request()
    pair.pump()
    let block = literal(":status", "103")
    let final = literal(":status", "200")
    try deliver(RawFrame(type: RawFrame.headers, flags: 4, stream: 1, payload: block).bytes, to: pair.client)
    #expect(call.headers.isEmpty)
    try deliver(RawFrame(type: RawFrame.headers, flags: 5, stream: 1, payload: final).bytes, to: pair.client)
    #expect(call.value(":status") == "200")
    #expect(call.ended == 1)
  }

  @Test func `informational responses without end are not waited out`() throws {
    let pair = Pair()
    let call = try pair.request()
    pair.pump()
    let interim = RawFrame(type: RawFrame.headers, flags: 4, stream: 1, payload: literal(":status", "103"))
      .bytes
    var failure: HTTP2Error?
    var passed = 0
    while failure == nil, passed <= 2 * FloodLimits().controlFrames.burst {
      do throws(HTTP2Error) { try deliver(interim, to: pair.client) } catch { failure = error }
      passed += 1
    }
    #expect(failure?.kind == .connection(.enhanceYourCalm))
    #expect(call.headers.isEmpty)
  }

  @Test func `output is announced once until it is drained`() throws {
    let pair = Pair()
    pair.pump()
    var announcements = 0
    pair.client.onOutputReady = { announcements += 1 }
    _ = try pair.request(body: [1])
    _ = try pair.request(body: [1])
    #expect(announcements == 1)
    pair.pump()
    _ = try pair.request(body: [1])
    #expect(announcements == 2)
  }
}
