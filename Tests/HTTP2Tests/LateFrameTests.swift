import HTTP2
import Testing

@testable import HTTP2

/// Frames on streams that are over: what an honest peer had under way is borne with, an endless supply is not.
@Suite struct LateFrameTests {
  private static let response = literal(":status", "200") + literal("content-type", "application/grpc")
  private static let many = 20_000

  /// A client with streams that are open, and a server that is made of frames.
  private struct OneClient {
    let session = Session(role: .client, delegate: Acceptor())
    var calls: [Recorder] = []

    init(streams: Int) throws {
      let settings = [RawFrame(type: RawFrame.settings), RawFrame(type: RawFrame.settings, flags: 1)]
      try deliver(settings.flatMap(\.bytes), to: session)
      for _ in 0..<streams { calls.append(try open()) }
      _ = drain(session)
    }

    func open() throws -> Recorder {
      let call = Recorder()
      let fields = HeaderFields([
        ":method": "POST", ":scheme": "http", ":path": "/a/B", ":authority": "test",
      ])
      call.stream = try session.open(fields, handler: call)
      return call
    }

    /// What a frame does to the session that comes again and again.
    func flood(_ frame: RawFrame, count: Int = many) -> HTTP2Error? {
      for _ in 0..<count {
        do throws(HTTP2Error) { try deliver(frame.bytes, to: session) } catch { return error }
        _ = drain(session)
      }
      return session.error
    }
  }

  @Test(arguments: [RawFrame.data, RawFrame.headers, RawFrame.reset, RawFrame.windowUpdate])
  func `frames without end on a stream that the server has ended end the connection`(type: UInt8) throws {
    let client = try OneClient(streams: 2)
    client.calls[0].stream?.sendEnd()
    _ = drain(client.session)
    try deliver(
      RawFrame(type: RawFrame.headers, flags: 5, stream: 1, payload: Self.response).bytes, to: client.session)
    #expect(client.calls[0].closedWith == .noError)
    let payload = type == RawFrame.headers ? literal("a", "b") : [0, 0, 0, 1]
    let frame = RawFrame(type: type, flags: type == RawFrame.headers ? 4 : 0, stream: 1, payload: payload)
    // One or the other is no reason.
    #expect(client.flood(frame, count: 10) == nil)
    #expect(client.flood(frame)?.kind == .connection(.enhanceYourCalm))
  }

  @Test(arguments: [1, 16 * 1024])
  func `as much content as fitted into the window of a stream is no attack once that is reset`(size: Int)
    throws
  {
    let client = try OneClient(streams: 1)
    let call = client.calls[0]
    try deliver(
      RawFrame(type: RawFrame.headers, flags: 4, stream: 1, payload: Self.response).bytes, to: client.session)
    let data = RawFrame(type: RawFrame.data, stream: 1, payload: [UInt8](repeating: 0, count: size))
    let window = client.session.configuration.streamWindowBytes
    #expect(client.flood(data, count: window / size / 2) == nil)
    call.consumes = false
    #expect(client.flood(data, count: 1) == nil)
    call.stream?.reset(.cancel)
    _ = drain(client.session)
    #expect(call.closedWith == .cancel)
    // A window that was given back while the rest was on its way, and the trailers.
    let trailers = RawFrame(type: RawFrame.headers, flags: 5, stream: 1, payload: literal("grpc-status", "0"))
    #expect(client.flood(data, count: window / size - 1) == nil)
    #expect(client.flood(trailers, count: 1) == nil)
    let limit = FloodLimits().lateData.burst
    #expect(client.flood(data, count: limit + 2)?.kind == .connection(.enhanceYourCalm))
  }

  @Test func `trailers of calls that were given up are no attack, however many there are`() throws {
    var client = try OneClient(streams: 0)
    let limit = FloodLimits().lateHeaders.burst
    for index in 0..<2 * limit {
      client.calls.append(try client.open())
      _ = drain(client.session)
      client.calls[index].stream?.reset(.cancel)
      _ = drain(client.session)
      let stream = UInt32(2 * index + 1)
      let frames = [
        RawFrame(type: RawFrame.headers, flags: 4, stream: stream, payload: Self.response),
        RawFrame(type: RawFrame.headers, flags: 5, stream: stream, payload: literal("grpc-status", "0")),
        RawFrame(type: RawFrame.reset, stream: stream, payload: bigEndian(0)),
      ]
      try deliver(frames.flatMap(\.bytes), to: client.session)
    }
    #expect(client.session.error == nil)
  }

  @Test func `header lists on a stream that waits to be reset are counted while the server takes nothing`()
    throws
  {
    let client = try OneClient(streams: 1)
    client.calls[0].stream?.reset(.cancel)
    let frame = RawFrame(type: RawFrame.headers, flags: 4, stream: 1, payload: Self.response)
    var failure: HTTP2Error?
    for _ in 0..<Self.many where failure == nil {
      do throws(HTTP2Error) { try deliver(frame.bytes, to: client.session) } catch { failure = error }
    }
    #expect(failure?.kind == .connection(.enhanceYourCalm))
  }

  @Test(arguments: [RawFrame.data, RawFrame.headers])
  func `a server counts frames on every stream that it has reset, not only on the last`(type: UInt8) {
    let raw = RawClient()
    for id: UInt32 in [1, 3] {
      raw.open(id, endStream: false)
      raw.side.accepted.last?.stream?.reset(.cancel)
      raw.send([])
    }
    let frame = RawFrame(type: type, flags: 4 * type, stream: 1, payload: literal("a", "b")).bytes
    let batch = Array(repeatElement(frame, count: 1000).joined())
    for _ in 0..<20 where raw.error == nil { raw.send(batch) }
    #expect(raw.goAway == .enhanceYourCalm)
  }

  @Test func `streams that a server pushes before it knows that it may not are refused, and bounded`() throws
  {
    let session = Session(role: .client, delegate: Acceptor())
    try deliver(RawFrame(type: RawFrame.settings).bytes, to: session)
    let call = Recorder()
    call.stream = try session.open(
      HeaderFields([":method": "GET", ":scheme": "http", ":path": "/", ":authority": "test"]), handler: call)
    _ = drain(session)
    var refused = 0
    var failure: HTTP2Error?
    for id in stride(from: UInt32(2), to: 20_000, by: 2) where failure == nil {
      let push = RawFrame(type: 5, flags: 4, stream: 1, payload: bigEndian(id) + requestBlock)
      let head = RawFrame(type: RawFrame.headers, flags: 4, stream: id, payload: Self.response)
      do throws(HTTP2Error) { try deliver(push.bytes + head.bytes, to: session) } catch { failure = error }
      refused += RawFrame.parse(drain(session)).count { $0.type == RawFrame.reset && $0.stream == id }
    }
    #expect(failure?.kind == .connection(.enhanceYourCalm))
    #expect(refused <= FloodLimits().provokedResets.burst + 1)
    #expect(call.closedWith == nil)
  }

  @Test(arguments: [1, 9, 10, 100])
  func `a client does not look at priorities, in however small pieces they come`(size: Int) throws {
    let client = try OneClient(streams: 2)
    client.calls[0].stream?.reset(.cancel)
    _ = drain(client.session)
    var frames = [1, 3, 5].map {
      RawFrame(type: RawFrame.priority, stream: $0, payload: bigEndian($0) + [15])
    }
    frames.append(RawFrame(type: RawFrame.ping, payload: [UInt8](repeating: 1, count: 8)))
    frames.append(RawFrame(type: RawFrame.headers, flags: 5, stream: 3, payload: Self.response))
    let bytes = frames.flatMap(\.bytes)
    for start in stride(from: 0, to: bytes.count, by: size) {
      try deliver(Array(bytes[start..<min(start + size, bytes.count)]), to: client.session)
    }
    #expect(RawFrame.parse(drain(client.session)).map(\.type) == [RawFrame.ping])
    #expect(client.session.error == nil)
    #expect(client.calls[1].value(":status") == "200")
  }
}
