import HTTP2
import Testing

/// The first bytes of a connection.
@Suite struct PrefaceTests {
  @Test(arguments: [
    ("GET / HTTP/1.1\r\nHost: a\r\n\r\n", ForeignProtocol.http1), ("POST /x HTTP/1.0\r\n", .http1),
    ("\u{16}\u{03}\u{01}", .tls), ("hello there", .unknown), ("PRI * HTTP/2.0\r\n\r\nXX\r\n\r\n", .unknown),
  ])
  func `foreign protocols are recognised and answered at once`(text: String, expected: ForeignProtocol) {
    let raw = RawClient(greets: false)
    var answer: [UInt8] = []
    do throws(HTTP2Error) {
      _ = drain(raw.server)
      try deliver(Array(text.utf8), to: raw.server)
    } catch {
      #expect(error.kind == .notHTTP2(looksLike: expected))
      answer = drain(raw.server)
    }
    #expect(raw.server.wantsRead == false)
    switch expected {
    case .http1: #expect(answer.starts(with: "HTTP/1.1 505 ".utf8))
    case .tls: #expect(answer.first == 0x15)
    case .unknown: #expect(RawFrame.parse(answer).first?.errorCode == .protocolError)
    }
  }

  @Test(arguments: [
    ("HTTP/1.1 400 Bad Request\r\n\r\n", ForeignProtocol.http1), ("\u{15}\u{03}\u{01}\u{0}\u{02}", .tls),
    ("SSH-2.0-\u{1b}x\r\n", .unknown),
  ])
  func `a client names what answers in another protocol, and says nothing more`(
    text: String, expected: ForeignProtocol
  ) {
    let client = Session(role: .client)
    _ = drain(client)
    do throws(HTTP2Error) {
      try deliver(Array(text.utf8), to: client)
      Issue.record("it was taken for HTTP/2")
    } catch {
      #expect(error.kind == .notHTTP2(looksLike: expected))
      #expect(error.message.unicodeScalars.allSatisfy { (" "..."~").contains($0) })
      if expected == .unknown { #expect(error.message.hasSuffix("\"SSH-2.0-.x\"")) }
    }
    #expect(drain(client).isEmpty && !client.wantsRead)
    client.close(.cancel)
  }

  @Test func `the first frame has to be SETTINGS`() {
    let raw = RawClient(greets: false)
    raw.send(magic + RawFrame(type: RawFrame.ping, payload: [UInt8](repeating: 0, count: 8)).bytes)
    #expect(raw.goAway == .protocolError)
  }

  @Test func `a preface may come byte by byte`() {
    let raw = RawClient(greets: false)
    let settings = RawFrame(type: RawFrame.settings).bytes
    for byte in magic + settings { raw.send([byte]) }
    raw.open(1)
    #expect(raw.error == nil)
    #expect(raw.side.accepted.count == 1)
  }
}
