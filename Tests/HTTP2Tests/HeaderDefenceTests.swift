import HTTP2
import Testing

/// Header blocks that are too large, on the wire or once decoded.
@Suite struct HeaderDefenceTests {
  /// Puts an entry of 4,000 bytes into the HPACK table (literal with indexing), and names it so many times.
  private static func bomb(_ references: Int, to raw: RawClient) {
    let value = [UInt8](repeating: 0x61, count: 3900)
    let entry: [UInt8] = [0x40, 1, 0x78, 0x7f, 0xbd, 0x1d] + value
    raw.send(RawFrame(type: RawFrame.headers, flags: 0, stream: 1, payload: requestBlock + entry))
    let names = [UInt8](repeating: 0xbe, count: references)
    raw.send(RawFrame(type: RawFrame.continuation, flags: 4, stream: 1, payload: names))
  }

  @Test func `an expanded header list is cut at the limit while decoding`() {
    let raw = RawClient()
    Self.bomb(50, to: raw)
    #expect(raw.error == nil)
    let served = raw.side.accepted.first
    #expect(served?.headersWereTruncated == true)
    #expect((served?.headers.count ?? 99) < 12)
    raw.open(3)
    #expect(raw.side.accepted.last?.headersWereTruncated == false)
  }

  @Test func `a field without name and value that comes first has a place, too`() {
    for value in ["", "1"] {
      let raw = RawClient()
      raw.send(RawFrame(type: RawFrame.headers, flags: 5, stream: 1, payload: literal("", value)))
      raw.open(3, endStream: false)
      raw.send(RawFrame(type: RawFrame.headers, flags: 5, stream: 3, payload: literal("", value)))
      raw.open(5)
      #expect(raw.error == nil)
      #expect(raw.side.accepted.last?.headersWereTruncated == false)
    }
  }

  @Test func `a header list that goes far over the limit is not decoded to its end`() {
    let raw = RawClient()
    Self.bomb(16_000, to: raw)
    #expect(raw.goAway == .enhanceYourCalm)
    #expect(raw.side.accepted.isEmpty)
  }

  @Test(arguments: [65_536, 65_537])
  func `a value that libnghttp2 does not decode ends the connection with a word of the limit`(bytes: Int) {
    let raw = RawClient()
    raw.open(1)
    let block = requestBlock + literal("x", String(repeating: "a", count: bytes))
    let pieces = stride(from: 0, to: block.count, by: 16_000).map {
      Array(block[$0..<min($0 + 16_000, block.count)])
    }
    for (index, piece) in pieces.enumerated() where raw.error == nil {
      raw.send(
        RawFrame(
          type: index == 0 ? RawFrame.headers : RawFrame.continuation,
          flags: index + 1 == pieces.count ? 4 : 0,
          stream: 3, payload: piece))
    }
    guard bytes > 65_536 else {
      #expect(raw.error == nil && raw.side.accepted.last?.headersWereTruncated == true)
      return
    }
    let farewells = raw.answers.filter { $0.type == RawFrame.goAway }
    #expect(farewells.map(\.errorCode) == [.compressionError])
    let text = String(decoding: farewells[0].payload.dropFirst(8), as: UTF8.self)
    #expect(text.hasSuffix("more than 65536 bytes"))
    #expect(raw.server.error?.message == "COMPRESSION_ERROR: \(text)")
    #expect(!raw.server.wantsRead && !raw.server.wantsWrite)
  }

  @Test func `trailers that go far over the limit are not decoded to their end`() {
    let raw = RawClient()
    raw.open(1, endStream: false)
    let value = literal("x", String(repeating: "a", count: 4000))
    let trailers = Array(repeatElement(value, count: 4).joined())
    raw.send(RawFrame(type: RawFrame.headers, flags: 1, stream: 1, payload: trailers))
    var frames = 0
    while raw.error == nil, frames < 1000 {
      raw.send(
        RawFrame(type: RawFrame.continuation, stream: 1, payload: [UInt8](repeating: 0x90, count: 1000)))
      frames += 1
    }
    #expect(raw.goAway == .enhanceYourCalm)
    #expect(frames * 1000 < SessionConfiguration().maxHeaderBlockBytes)
  }

  @Test func `header blocks that say little in many bytes are borne with a few times`() {
    let raw = RawClient()
    let updates = [UInt8](repeating: 0x20, count: 16_000)  // of the size of the HPACK table, to zero
    for index in 0..<100 where raw.error == nil {
      let stream = UInt32(index * 2 + 1)
      raw.send(
        RawFrame(type: RawFrame.headers, flags: 1, stream: stream, payload: updates),
        RawFrame(type: RawFrame.continuation, stream: stream, payload: updates),
        RawFrame(
          type: RawFrame.continuation, flags: 4, stream: stream,
          payload: Array(updates.prefix(2000)) + requestBlock))
      raw.side.accepted.last?.stream?.reset(.cancel)
    }
    #expect(raw.goAway == .enhanceYourCalm)
    #expect(raw.side.accepted.count == FloodLimits().oversizedHeaders.burst)
  }

  @Test func `a stream of HPACK bombs ends the connection with ENHANCE_YOUR_CALM`() {
    let raw = RawClient()
    let long = literal("x-fill", String(repeating: "a", count: 100))
    let block = requestBlock + Array(repeatElement(long, count: 140).joined())
    for index in 0..<100 where raw.error == nil {
      raw.send(RawFrame(type: RawFrame.headers, flags: 5, stream: UInt32(index * 2 + 1), payload: block))
      raw.side.accepted.last?.stream?.reset(.cancel)
    }
    #expect(raw.goAway == .enhanceYourCalm)
    #expect(raw.side.accepted.count == 64)
  }

  @Test func `a CONTINUATION flood is answered by GOAWAY ENHANCE_YOUR_CALM`() {
    let raw = RawClient()
    raw.send(RawFrame(type: RawFrame.headers, stream: 1, payload: requestBlock))
    var sent = 0
    while raw.error == nil, sent < 10_000 {
      raw.send(RawFrame(type: RawFrame.continuation, stream: 1, payload: literal("a", "b")))
      sent += 1
    }
    #expect(raw.goAway == .enhanceYourCalm)
    #expect(sent == SessionConfiguration().maxContinuations + 1)
    #expect(raw.server.wantsRead == false)
    #expect(raw.side.accepted.isEmpty)
  }

  @Test func `a header block without end is answered by GOAWAY ENHANCE_YOUR_CALM`() {
    let raw = RawClient()
    raw.send(RawFrame(type: RawFrame.headers, stream: 1, payload: requestBlock))
    let field = literal("x-fill", String(repeating: "a", count: 100))
    let large = Array(repeatElement(field, count: 140).joined())
    var sent = 0
    while raw.error == nil, sent < 1_000_000 {
      raw.send(RawFrame(type: RawFrame.continuation, stream: 1, payload: large))
      sent += large.count
    }
    #expect(raw.goAway == .enhanceYourCalm)
    #expect(sent <= SessionConfiguration().maxHeaderBlockBytes + large.count)
  }

  @Test func `a header block may be cut after every byte`() {
    let raw = RawClient()
    raw.send(RawFrame(type: RawFrame.headers, flags: 1, stream: 1, payload: []))
    for byte in requestBlock { raw.send(RawFrame(type: RawFrame.continuation, stream: 1, payload: [byte])) }
    raw.send(RawFrame(type: RawFrame.continuation, flags: 4, stream: 1, payload: []))
    #expect(raw.side.accepted.count == 1)
    #expect(raw.error == nil)
  }
}
