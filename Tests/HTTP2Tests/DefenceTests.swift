import HTTP2
import Testing

/// What a hostile or broken peer may not do; every case ends with the right code at the right level.
@Suite struct DefenceTests {
  @Test func `a reader of one byte at a time is told to calm down`() {
    let raw = RawClient()
    let window: [UInt8] = [0, 4, 0, 0, 0, 1]
    raw.send(RawFrame(type: RawFrame.settings, payload: window))
    raw.open(1)
    let body = [UInt8](repeating: 1, count: 100_000)
    raw.side.accepted.last?.stream?.sendHeaders(ExchangeTests.ok)
    body.withUnsafeBytes { raw.side.accepted.last?.stream?.send($0) }
    raw.send([])
    var updates = 0
    while raw.error == nil, updates < 100_000 {
      raw.send(RawFrame(type: RawFrame.windowUpdate, stream: 1, payload: bigEndian(1)))
      updates += 1
    }
    #expect(raw.goAway == .enhanceYourCalm)
    #expect(updates == FloodLimits().windowUpdates.burst + 1)
  }

  @Test func `updates for small answers are not counted against their reader`() {
    let raw = RawClient()
    let updates = FloodLimits().windowUpdates.burst
    for index in 0..<updates where raw.error == nil {
      raw.open(UInt32(2 * index + 1))
      let stream = raw.side.accepted.last?.stream
      stream?.sendHeaders(ExchangeTests.ok)
      [UInt8(1), 2, 3].withUnsafeBytes { stream?.send($0) }
      stream?.sendEnd()
      raw.send(RawFrame(type: RawFrame.windowUpdate, payload: bigEndian(3)))
      raw.send(RawFrame(type: RawFrame.windowUpdate, payload: bigEndian(3)))
    }
    #expect(raw.error == nil)
  }

  @Test func `a server may reset as many streams as its client opens, and none besides`() throws {
    let pair = Pair()
    for _ in 0..<2 * FloodLimits().resets.burst {
      let call = try pair.request(body: [1, 2, 3])
      pair.pump()
      let stream = pair.serverSide.accepted.last?.stream
      stream?.sendHeaders(ExchangeTests.ok)
      stream?.reset(.noError)
      pair.pump()
      #expect(call.closedWith == .noError)
    }
    #expect(pair.clientError == nil && pair.serverError == nil)
    let reset = RawFrame(type: RawFrame.reset, stream: 1, payload: bigEndian(8)).bytes
    var failure: HTTP2Error?
    for _ in 0..<2 * FloodLimits().resets.burst where failure == nil {
      do throws(HTTP2Error) { try deliver(reset, to: pair.client) } catch { failure = error }
    }
    #expect(failure?.kind == .connection(.enhanceYourCalm))
  }

  @Test func `unread acknowledgements do not pile up`() {
    let server = Session(role: .server, delegate: Acceptor())
    var failure: HTTP2Error?
    do throws(HTTP2Error) {
      try deliver(magic + RawFrame(type: RawFrame.settings).bytes, to: server)
      for _ in 0..<5000 {
        try deliver(RawFrame(type: RawFrame.ping, payload: [UInt8](repeating: 0, count: 8)).bytes, to: server)
      }
    } catch { failure = error }
    #expect(failure?.kind == .connection(.enhanceYourCalm))
    let frames = RawFrame.parse(drain(server))
    #expect(frames.last?.errorCode == .enhanceYourCalm)
    server.close(.cancel)
  }

  @Test func `a PING flood by a peer that reads is answered by GOAWAY`() {
    let raw = RawClient()
    let ping = RawFrame(type: RawFrame.ping, payload: [UInt8](repeating: 0, count: 8))
    for _ in 0..<2000 where raw.error == nil { raw.send(ping) }
    #expect(raw.goAway == .enhanceYourCalm)
    #expect(raw.answers.count { $0.type == RawFrame.ping } <= 1000)
  }

  @Test func `PINGs at the pace of a keepalive of one second are borne with`() throws {
    let server = Session(role: .server, delegate: Acceptor())
    try deliver(magic + RawFrame(type: RawFrame.settings).bytes, to: server)
    let ping = RawFrame(type: RawFrame.ping, payload: [UInt8](repeating: 0, count: 8)).bytes
    for second in 1...500 as ClosedRange<UInt64> {
      try ping.withUnsafeBytes { try server.receive($0, atNanoseconds: second * 1_000_000_000) }
      _ = drain(server)
    }
    #expect(server.error == nil)
    server.close(.cancel)
  }

  @Test func `a GOAWAY flood is answered by GOAWAY`() {
    let raw = RawClient()
    let goAway = RawFrame(type: RawFrame.goAway, payload: [UInt8](repeating: 0, count: 8))
    raw.open(1, endStream: false)
    for _ in 0..<2000 where raw.error == nil { raw.send(goAway) }
    #expect(raw.goAway == .enhanceYourCalm)
  }

  @Test func `a CONTINUATION above the frame size is a connection error`() {
    let raw = RawClient()
    raw.send(RawFrame(type: RawFrame.headers, stream: 1, payload: requestBlock))
    raw.send(
      RawFrame(
        type: RawFrame.continuation, flags: 4, stream: 1, payload: [UInt8](repeating: 0x82, count: 16_385)))
    #expect(raw.goAway == .frameSizeError)
  }

  @Test func `SETTINGS that make an open stream's window too large end the connection`() {
    let raw = RawClient()
    raw.open(1, endStream: false)
    raw.send(
      RawFrame(type: RawFrame.windowUpdate, stream: 1, payload: bigEndian(UInt32(Int32.max) - 65_535)),
      RawFrame(type: RawFrame.settings, payload: [0, 4] + bigEndian(65_535)))
    #expect(raw.error == nil)
    raw.send(RawFrame(type: RawFrame.settings, payload: [0, 4] + bigEndian(65_536)))
    #expect(raw.goAway == .flowControlError)
  }

  @Test func `SETTINGS may widen windows to the limit and narrow them again`() {
    let raw = RawClient()
    raw.open(1, endStream: false)
    for size in [UInt32(Int32.max), 0, UInt32(Int32.max), 1] {
      raw.send(RawFrame(type: RawFrame.settings, payload: [0, 4] + bigEndian(size)))
      #expect(raw.error == nil)
    }
  }

  @Test func `a SETTINGS flood is answered by GOAWAY`() {
    let raw = RawClient()
    for _ in 0..<2000 where raw.error == nil { raw.send(RawFrame(type: RawFrame.settings)) }
    #expect(raw.goAway == .enhanceYourCalm)
  }

  @Test func `frames of unknown types are ignored`() {
    let raw = RawClient()
    for _ in 0..<2000 { raw.send(RawFrame(type: 0xbe, payload: [1, 2, 3])) }
    raw.open(1)
    #expect(raw.side.accepted.count == 1)
    #expect(raw.error == nil)
  }

  @Test func `a flood of frames of unknown types is answered by GOAWAY`() {
    let raw = RawClient()
    for _ in 0..<20_000 where raw.error == nil { raw.send(RawFrame(type: 0xbe)) }
    #expect(raw.goAway == .enhanceYourCalm)
  }

  @Test func `a flood of PRIORITY is answered by GOAWAY, a few are ignored`() {
    let raw = RawClient()
    let priority = RawFrame(type: RawFrame.priority, stream: 1, payload: bigEndian(0) + [15])
    for _ in 0..<100 { raw.send(priority) }
    raw.open(1)
    #expect(raw.side.accepted.count == 1)
    for _ in 0..<2000 where raw.error == nil { raw.send(priority) }
    #expect(raw.goAway == .enhanceYourCalm)
  }

  @Test(arguments: [[UInt8](), [3, 0, 0, 0]])
  func `a flood of empty DATA is answered by GOAWAY`(padding: [UInt8]) {
    let raw = RawClient()
    raw.open(1, endStream: false)
    let frame = RawFrame(type: RawFrame.data, flags: padding.isEmpty ? 0 : 8, stream: 1, payload: padding)
    for _ in 0..<2000 where raw.error == nil { raw.send(frame) }
    #expect(raw.goAway == .enhanceYourCalm)
  }

  @Test func `rapid reset ends with ENHANCE_YOUR_CALM after the burst`() {
    let raw = RawClient()
    var id: UInt32 = 1
    while raw.error == nil, id < 10_000 {
      raw.open(id)
      raw.send(RawFrame(type: RawFrame.reset, stream: id, payload: bigEndian(8)))
      id += 2
    }
    #expect(raw.goAway == .enhanceYourCalm)
    #expect(raw.side.accepted.count == 1001)
  }

  @Test func `a client that cancels every second call is never cut off`() {
    let raw = RawClient()
    raw.side.prepare = {
      $0.whenEnded = { stream in
        if stream.id % 4 == 1 { stream.sendHeaders(ExchangeTests.ok, endStream: true) }
      }
    }
    for index in 0..<6000 {
      let id = UInt32(index * 2 + 1)
      raw.open(id)
      if id % 4 != 1 { raw.send(RawFrame(type: RawFrame.reset, stream: id, payload: bigEndian(8))) }
    }
    #expect(raw.error == nil)
  }

  @Test func `a client that cancels slowly is never cut off`() {
    let raw = RawClient()
    for index in 0..<6000 {
      raw.time += 5_000_000
      let id = UInt32(index * 2 + 1)
      raw.open(id)
      raw.send(RawFrame(type: RawFrame.reset, stream: id, payload: bigEndian(8)))
    }
    #expect(raw.error == nil)
  }

  @Test(arguments: [
    RawFrame(type: RawFrame.windowUpdate, payload: bigEndian(0x7fff_ffff)),
    RawFrame(type: RawFrame.data, payload: [UInt8](repeating: 0, count: 10)),
  ])
  func `provoking resets ends with ENHANCE_YOUR_CALM`(fault: RawFrame) {
    let raw = RawClient()
    let lie = requestBlock + literal("content-length", "5")
    var id: UInt32 = 1
    while raw.error == nil, id < 2000 {
      raw.send(RawFrame(type: RawFrame.headers, flags: 4, stream: id, payload: lie))
      var frame = fault
      frame.stream = id
      raw.send(frame)
      id += 2
    }
    #expect(raw.goAway == .enhanceYourCalm)
    #expect(raw.side.accepted.count <= 202)
    #expect(raw.side.accepted.dropLast().allSatisfy { $0.closedWith != nil })
  }

  @Test func `a WINDOW_UPDATE of zero is PROTOCOL_ERROR, of the stream where it names one`() {
    let raw = RawClient()
    raw.open(1, endStream: false)
    raw.open(3, endStream: false)
    raw.send(
      RawFrame(type: RawFrame.windowUpdate, stream: 1, payload: bigEndian(0)),
      RawFrame(type: RawFrame.windowUpdate, stream: 3, payload: bigEndian(7)))
    #expect(raw.reset(1) == .protocolError)
    #expect(raw.reset(3) == nil)
    #expect(raw.error == nil)
    raw.send(RawFrame(type: RawFrame.windowUpdate, payload: bigEndian(0)))
    #expect(raw.goAway == .protocolError)
  }

  @Test(arguments: 1...12)
  func `a WINDOW_UPDATE of zero costs its stream wherever the network cuts it`(cut: Int) {
    let raw = RawClient()
    raw.open(1, endStream: false)
    raw.open(3, endStream: false)
    for (stream, increment) in [(3, 1), (3, 256), (3, 0x0100_0000), (1, 0x8000_0000)] as [(UInt32, UInt32)] {
      let frame = RawFrame(type: RawFrame.windowUpdate, stream: stream, payload: bigEndian(increment)).bytes
      let next = RawFrame(type: RawFrame.ping, payload: bigEndian(stream) + bigEndian(increment))
      raw.send(RawFrame(type: RawFrame.ping, payload: Array(repeating: 7, count: 8)).bytes + frame[..<cut])
      raw.send(frame[cut...] + next.bytes)
      #expect(raw.answers.contains { $0.type == RawFrame.ping && $0.payload == next.payload })
    }
    #expect(raw.reset(1) == .protocolError)
    #expect(raw.reset(3) == nil)
    #expect(raw.error == nil)
  }

  @Test func `a WINDOW_UPDATE of zero that comes byte by byte costs its stream`() {
    let raw = RawClient()
    raw.open(1, endStream: false)
    let frame = RawFrame(type: RawFrame.windowUpdate, stream: 1, payload: bigEndian(0))
    for byte in frame.bytes { raw.send([byte]) }
    #expect(raw.reset(1) == .protocolError)
    #expect(raw.error == nil)
    // No such stream any more: nothing to reset, and no offence.
    for byte in frame.bytes { raw.send([byte]) }
    #expect(raw.answers.count { $0.type == RawFrame.reset } == 1)
    #expect(raw.error == nil)
  }

  @Test func `a WINDOW_UPDATE of zero within a header block ends the connection as any frame there does`() {
    let raw = RawClient()
    raw.open(1, endStream: false)
    raw.send(
      RawFrame(type: RawFrame.headers, flags: 1, stream: 3, payload: requestBlock),
      RawFrame(type: RawFrame.windowUpdate, stream: 1, payload: bigEndian(0)))
    #expect(raw.goAway == .protocolError)
  }

  @Test func `data on a stream that was reset is borne with for a while`() {
    let raw = RawClient()
    raw.send(
      RawFrame(
        type: RawFrame.headers, flags: 4, stream: 1, payload: requestBlock + literal("content-length", "1")))
    let late = RawFrame(type: RawFrame.data, stream: 1, payload: [0, 0]).bytes
    raw.send(late)
    #expect(raw.reset(1) == .protocolError)
    let batch = Array(repeatElement(late, count: 1000).joined())
    for _ in 0..<9 { raw.send(batch) }
    #expect(raw.error == nil)
    for _ in 0..<9 where raw.error == nil { raw.send(batch) }
    #expect(raw.goAway == .enhanceYourCalm)
  }

  @Test func `malformed requests never reach a handler and are limited`() {
    let raw = RawClient()
    var id: UInt32 = 1
    while raw.error == nil, id < 2000 {
      raw.send(RawFrame(type: RawFrame.headers, flags: 5, stream: id, payload: literal("X-Upper", "1")))
      id += 2
    }
    #expect(raw.reset(1) == .protocolError)
    #expect(raw.goAway == .enhanceYourCalm)
    #expect(raw.side.accepted.isEmpty)
  }

  @Test func `an invalid header value makes its request malformed`() {
    let raw = RawClient()
    raw.send(
      RawFrame(type: RawFrame.headers, flags: 5, stream: 1, payload: requestBlock + literal("x-a", "b\u{0}c"))
    )
    #expect(raw.reset(1) == .protocolError)
    #expect(raw.side.accepted.isEmpty)
    #expect(raw.error == nil)
  }

  @Test func `the stream limit that is advertised is the configured one`() throws {
    let raw = RawClient()
    let settings = try #require(raw.answers.first { $0.type == RawFrame.settings && $0.flags == 0 })
    let pairs = stride(from: 0, to: settings.payload.count, by: 6).map {
      Array(settings.payload[$0..<$0 + 6])
    }
    #expect(pairs.contains([0, 3] + bigEndian(256)))
  }

  @Test func `a stream above the limit is refused and the others go on`() {
    var configuration = SessionConfiguration()
    configuration.maxConcurrentStreams = 2
    let raw = RawClient(configuration)
    for id: UInt32 in [1, 3, 5] { raw.open(id, endStream: false) }
    #expect(raw.reset(5) == .refusedStream)
    #expect(raw.error == nil)
    #expect(raw.server.openStreams == 2)
    raw.send(RawFrame(type: RawFrame.data, flags: 0, stream: 5, payload: [1, 2, 3]))
    raw.send(RawFrame(type: RawFrame.data, flags: 1, stream: 1, payload: [1, 2, 3]))
    #expect(raw.side.accepted[0].ended == 1)
  }

  @Test func `endless streams above the limit end the connection`() {
    var configuration = SessionConfiguration()
    configuration.maxConcurrentStreams = 1
    let raw = RawClient(configuration)
    var id: UInt32 = 1
    while raw.error == nil, id < 10_000 {
      raw.open(id, endStream: false)
      id += 2
    }
    #expect(raw.goAway == .enhanceYourCalm)
    #expect(raw.side.accepted.count == 1)
  }

  @Test func `PRIORITY on stream 0 is PROTOCOL_ERROR`() {
    let raw = RawClient()
    raw.send(RawFrame(type: RawFrame.priority, stream: 0, payload: bigEndian(1) + [15]))
    #expect(raw.goAway == .protocolError)
  }

  @Test func `a stream that depends on itself is reset, an idle one ends the connection`() {
    let raw = RawClient()
    raw.open(1, endStream: false)
    for _ in 0..<2 {
      // The second time it is closed.
      raw.send(RawFrame(type: RawFrame.priority, stream: 1, payload: bigEndian(1) + [15]))
      #expect(raw.answers.count { $0.type == RawFrame.reset && $0.errorCode == .protocolError } == 1)
    }
    #expect(raw.error == nil)
    raw.send(RawFrame(type: RawFrame.priority, stream: 3, payload: bigEndian(3) + [15]))
    #expect(raw.goAway == .protocolError)
  }

  @Test func `more refused streams than may be reset for faults do not count as faults`() {
    var configuration = SessionConfiguration()
    configuration.maxConcurrentStreams = 1
    let raw = RawClient(configuration)
    for index in 0..<600 { raw.open(UInt32(2 * index + 1), endStream: false) }
    #expect(raw.reset(1199) == .refusedStream)
    #expect(raw.error == nil)
  }

  @Test func `a WINDOW_UPDATE flood is answered by GOAWAY`() {
    let raw = RawClient()
    raw.open(1)
    for _ in 0..<11_000 where raw.error == nil {
      raw.send(RawFrame(type: RawFrame.windowUpdate, payload: bigEndian(1)))
    }
    #expect(raw.goAway == .enhanceYourCalm)
  }

  @Test func `a wrong frame size in the middle of calls is FRAME_SIZE_ERROR`() {
    let raw = RawClient()
    raw.open(1)
    raw.send(RawFrame(type: RawFrame.ping, payload: [1, 2, 3]))
    #expect(raw.goAway == .frameSizeError)
    #expect(raw.server.wantsRead == false)
    #expect(raw.server.error?.kind == .connection(.frameSizeError))
  }
}
