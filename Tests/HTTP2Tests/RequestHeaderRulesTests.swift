import HTTP2
import Testing

/// What makes a request malformed (RFC 9113 §8.1.1, §8.2, §8.3): a stream error, and its handler never hears of it.
@Suite struct RequestHeaderRulesTests {
  typealias Field = (name: String, value: String)

  private static let usual: [Field] = [
    (":method", "POST"), (":scheme", "http"), (":path", "/a/B"), (":authority", "test"), ("te", "trailers"),
  ]

  private static func without(_ name: String) -> [Field] { usual.filter { $0.name != name } }

  private static func with(_ name: String, _ value: String) -> [Field] {
    usual.map { $0.name == name ? (name, value) : $0 }
  }

  private static func block(_ fields: [Field]) -> [UInt8] { fields.flatMap { literal($0.name, $0.value) } }

  static let wellFormed: [[Field]] = [
    usual,
    without(":authority") + [("host", "test")],
    without("te") + [("te", "Trailers")],
    usual + [("x-empty", ""), ("cookie", "a=1"), ("cookie", "b=2")],
    with(":path", "*").map { $0.name == ":method" ? ($0.name, "OPTIONS") : $0 },
    with(":scheme", "coap+tcp").map { $0.name == ":path" ? ($0.name, "anything") : $0 },
    [(":method", "CONNECT"), (":authority", "test:80")],
    usual + [("content-length", "0")],
    usual + [("x", " 1"), ("content-type", "application/grpc"), ("y", "1\t")],
  ]

  static let malformed: [[Field]] = [
    [], without(":method"), without(":scheme"), without(":path"), without(":authority"),
    usual.map { ($0.name, $0.name == ":authority" ? "" : $0.value) },
    with(":path", ""), with(":path", "a/B"), with(":path", "*"), with(":path", "/a\u{1}"),
    with(":method", ""), with(":method", "PO ST"), with(":scheme", "1http"), with(":scheme", "ht tp"),
    with(":authority", "user@test"), with(":authority", "te st"), with(":authority", " test"),
    usual + [("host", "")], usual + [("host", "user@test")], usual + [("host", "a"), ("host", "a")],
    usual + [(":path", "/a/B")], [usual[0]] + usual, usual + [(":authority", "test")],
    usual + [(":status", "200")], [(":protocol", "websocket")] + usual, [(":", "x")] + usual,
    [("x-first", "1")] + usual,
    usual + [("X-Upper", "1")], usual + [("", "1")], usual + [("x y", "1")], usual + [("x\u{0}", "1")],
    usual + [("x", " 1")], usual + [("x", " 1"), ("content-type", "text/plain")],
    usual + [("x", " 1\n"), ("content-type", "application/grpc")],
    with("te", " trailers") + [("content-type", "application/grpc")],
    usual + [("x", "1\t")], usual + [("x", "1\r\n2")], usual + [("x", "1\u{0}")],
    usual + [("connection", "close")], usual + [("keep-alive", "1")], usual + [("proxy-connection", "1")],
    usual + [("transfer-encoding", "chunked")], usual + [("upgrade", "h2c")],
    without("te") + [("te", "gzip")], without("te") + [("te", "")],
    usual + [("content-length", "")], usual + [("content-length", "-1")], usual + [("content-length", "1a")],
    usual + [("content-length", "99999999999999999999")],
    usual + [("content-length", "0"), ("content-length", "0")],
    usual + [("content-length", "1")],
    [(":method", "CONNECT"), (":scheme", "http"), (":path", "/"), (":authority", "test:80")],
    [(":method", "CONNECT")],
  ]

  @Test(arguments: wellFormed) func `a well-formed request is served`(fields: [Field]) {
    let raw = RawClient()
    for stream: UInt32 in [1, 3] {
      raw.send(RawFrame(type: RawFrame.headers, flags: 5, stream: stream, payload: Self.block(fields)))
    }
    #expect(raw.side.accepted.count == 2)
    #expect(raw.reset(1) == nil && raw.reset(3) == nil && raw.error == nil)
  }

  @Test(arguments: malformed) func `a malformed one is reset, and again when it is repeated`(fields: [Field])
  {
    let raw = RawClient()
    raw.open(1)
    for stream: UInt32 in [3, 5] {
      raw.send(RawFrame(type: RawFrame.headers, flags: 5, stream: stream, payload: Self.block(fields)))
      #expect(raw.reset(stream) == .protocolError)
    }
    raw.open(7)
    #expect(raw.side.accepted.count == 2)
    #expect(raw.error == nil)
  }

  @Test(arguments: [
    [[5, 0]], [[1, 0], [7, 0]], [[8, 1]], [[8, 0], [1, 0], [1, 1]], [[3, 0], [3, 1]], [[0, 1]],
  ])
  func `content that is not of the announced length makes a request malformed`(frames: [[Int]]) {
    let raw = RawClient()
    let announcing = requestBlock + literal("content-length", "7")
    let isComplete = frames.last?.last == 1
    for stream: UInt32 in [1, 3] {
      raw.send(RawFrame(type: RawFrame.headers, flags: 4, stream: stream, payload: announcing))
      for frame in frames {
        let payload = [UInt8](repeating: 0, count: frame[0])
        raw.send(RawFrame(type: RawFrame.data, flags: UInt8(frame[1]), stream: stream, payload: payload))
      }
      if !isComplete, raw.reset(stream) == nil {
        raw.send(RawFrame(type: RawFrame.headers, flags: 5, stream: stream, payload: literal("x-end", "1")))
      }
      #expect(raw.answers.filter { $0.type == RawFrame.reset && $0.stream == stream }.count == 1)
      #expect(raw.reset(stream) == .protocolError)
    }
    #expect(raw.side.accepted.allSatisfy { $0.ended == 0 && $0.closedWith == .protocolError })
  }

  @Test(arguments: [true, false]) func `content of the announced length is served`(withTrailers: Bool) {
    let raw = RawClient()
    raw.send(
      RawFrame(
        type: RawFrame.headers, flags: 4, stream: 1, payload: requestBlock + literal("content-length", "7")),
      RawFrame(type: RawFrame.data, stream: 1, payload: [1, 2, 3]),
      RawFrame(type: RawFrame.data, flags: withTrailers ? 0 : 1, stream: 1, payload: [4, 5, 6, 7]))
    if withTrailers {
      raw.send(RawFrame(type: RawFrame.headers, flags: 5, stream: 1, payload: literal("x-end", "1")))
    }
    #expect(raw.reset(1) == nil)
    #expect(raw.side.accepted.first?.body.count == 7)
  }

  @Test(arguments: [
    literal(":path", "/"), literal(":x", "1"), literal("X", "1"), literal("connection", "close"),
    literal("x", "1\n"), literal("te", "gzip"),
  ])
  func `trailers are held to the same rules, without pseudo-header fields`(block: [UInt8]) {
    let raw = RawClient()
    raw.open(1, endStream: false)
    raw.send(RawFrame(type: RawFrame.headers, flags: 5, stream: 1, payload: block))
    #expect(raw.reset(1) == .protocolError)
  }

  @Test func `trailers that do not end the stream are malformed`() {
    let raw = RawClient()
    raw.open(1, endStream: false)
    raw.send(RawFrame(type: RawFrame.headers, flags: 4, stream: 1, payload: literal("x", "1")))
    #expect(raw.reset(1) == .protocolError)
  }
}
