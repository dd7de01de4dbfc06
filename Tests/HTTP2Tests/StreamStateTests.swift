import HTTP2
import Testing

/// Frames on streams whose state does not allow them: reset, half-closed or never opened (RFC 9113 §5.1).
@Suite struct StreamStateTests {
  @Test func `an id below one used before ends the connection with PROTOCOL_ERROR`() {
    let raw = RawClient()
    raw.open(5)
    raw.open(3)
    #expect(raw.goAway == .protocolError)
    #expect(raw.side.accepted.count == 1)
  }

  @Test func `HEADERS on a half-closed stream is STREAM_CLOSED, not a skipped id`() {
    let raw = RawClient()
    raw.open(1)
    raw.open(1)
    #expect(raw.goAway == .streamClosed || raw.reset(1) == .streamClosed)
  }

  @Test(arguments: [RawFrame.data, RawFrame.headers])
  func `a frame on a stream that the client has reset is STREAM_CLOSED`(type: UInt8) {
    let raw = RawClient()
    raw.open(1, endStream: false)
    raw.send(RawFrame(type: RawFrame.reset, stream: 1, payload: bigEndian(8)))
    raw.send(RawFrame(type: type, flags: 4, stream: 1, payload: requestBlock))
    #expect(raw.goAway == .streamClosed)
  }

  @Test(arguments: [RawFrame.data, RawFrame.headers])
  func `a frame on a stream that both sides have ended is STREAM_CLOSED`(type: UInt8) {
    let raw = RawClient()
    raw.side.prepare = { $0.whenEnded = { $0.sendHeaders(ExchangeTests.ok, endStream: true) } }
    raw.open(1)
    raw.send(RawFrame(type: type, flags: 4, stream: 1, payload: requestBlock))
    #expect(raw.goAway == .streamClosed)
  }

  @Test func `late frames on streams that we have reset are tolerated, however many there were`() {
    var configuration = SessionConfiguration()
    configuration.maxConcurrentStreams = 4
    let raw = RawClient(configuration)
    for index in 0..<40 {
      raw.open(UInt32(2 * index + 1), endStream: false)
      raw.side.accepted.last?.stream?.reset(.cancel)
    }
    raw.send(RawFrame(type: RawFrame.ping, payload: [UInt8](repeating: 0, count: 8)))
    for index in 0..<40 {
      raw.send(RawFrame(type: RawFrame.data, flags: 0, stream: UInt32(2 * index + 1), payload: [1, 2, 3]))
      raw.send(
        RawFrame(type: RawFrame.headers, flags: 5, stream: UInt32(2 * index + 1), payload: literal("a", "b")))
    }
    #expect(raw.error == nil)
    raw.open(1001)
    #expect(raw.side.accepted.last?.stream?.id == 1001)
  }

  @Test func `DATA after END_STREAM resets the stream`() {
    let raw = RawClient()
    raw.open(1)
    raw.send(RawFrame(type: RawFrame.data, stream: 1, payload: [1]))
    #expect(raw.goAway == .streamClosed || raw.reset(1) == .streamClosed)
  }
}
