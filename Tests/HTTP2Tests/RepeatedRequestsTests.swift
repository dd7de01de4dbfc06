import HTTP2
import RandomTesting
import Testing

/// Requests whose header blocks change no table: those that repeat the last one are not decoded, and nobody can tell.
@Suite struct RepeatedRequestsTests {
  /// `:method POST`, `:scheme http`, `:path /`, and the newest field of the dynamic table (RFC 7541, appendix A and §2.3.3).
  private static let block: [UInt8] = [0x83, 0x86, 0x84, 0xbe]

  private let client = RawClient()

  /// The same, and a header that is not to be indexed.
  private static let blockWithLiteral = block + literal("x-trace", String(repeating: "1", count: 100))

  /// A request that puts an authority into the table, as its newest field.
  private func introduction(of authority: String, on stream: UInt32) -> RawFrame {
    RawFrame(
      type: RawFrame.headers, flags: 5, stream: stream,
      payload: Self.block.dropLast() + indexed(":authority", authority))
  }

  private func repetition(on stream: UInt32, flags: UInt8 = 5) -> RawFrame {
    RawFrame(type: RawFrame.headers, flags: flags, stream: stream, payload: Self.block)
  }

  private var authorities: [String?] { client.side.accepted.map { $0.value(":authority") } }

  @Test func `requests of the same bytes have the same headers, in one piece of input or several`() {
    client.send(introduction(of: "a", on: 1), repetition(on: 3), repetition(on: 5), repetition(on: 7))
    for stream in stride(from: UInt32(9), to: 15, by: 2) { client.send(repetition(on: stream)) }
    #expect(authorities == Array(repeating: "a", count: 7))
    #expect(Set(client.side.accepted.map(\.headersSerial)).count == 1)
    #expect(client.side.accepted.allSatisfy { $0.ended == 1 && $0.headers.count == 4 })
    #expect(client.error == nil && client.goAway == nil)
    #expect(!client.answers.contains { $0.type == RawFrame.reset })
  }

  @Test func `literals that are not to be indexed repeat themselves, others do not`() {
    let (same, other) = (Self.blockWithLiteral, Self.block + literal("x-trace", "2"))
    for stream in stride(from: UInt32(1), to: 7, by: 2) {
      client.send(
        RawFrame(
          type: RawFrame.headers, flags: 5, stream: stream + 10,
          payload: stream == 1 ? introduction(of: "a", on: 1).payload : same))
    }
    for (stream, block) in zip(
      stride(from: UInt32(21), to: 33, by: 2), [same, other, other, same, other, same])
    {
      client.send(RawFrame(type: RawFrame.headers, flags: 5, stream: stream, payload: block))
    }
    let long = String(repeating: "1", count: 100)
    #expect(
      client.side.accepted.map { $0.value("x-trace") } == [nil, long, long, long, "2", "2", long, "2", long])
    #expect(Set(client.side.accepted[1...3].map(\.headersSerial)).count == 1)
  }

  @Test(arguments: [
    [0x00], [0x0f], [0x00, 0x7f], [0x00, 0x01, 0x61], [0x0f, 0x00, 0x05, 0x61], [0xff],
    [0x10, 0x00, 0x7f, 0xff],
  ])
  func `a block that breaks off is an error, whatever came before it`(end: [UInt8]) {
    client.send(introduction(of: "a", on: 1), repetition(on: 3), repetition(on: 5))
    client.send(RawFrame(type: RawFrame.headers, flags: 5, stream: 7, payload: Self.block + end))
    #expect(authorities == ["a", "a", "a"])
    #expect(client.goAway == .compressionError)
  }

  @Test func `content and its end follow repeated headers`() {
    client.send(introduction(of: "a", on: 1), repetition(on: 3))
    client.send(
      repetition(on: 5, flags: 4), RawFrame(type: RawFrame.data, stream: 5, payload: [1, 2]),
      RawFrame(type: RawFrame.data, flags: 1, stream: 5, payload: [3]), repetition(on: 7))
    #expect(client.side.accepted.map(\.body) == [[], [], [1, 2, 3], []])
    #expect(client.side.accepted.map(\.ended) == [1, 1, 1, 1])
  }

  @Test func `another request that changes the table changes what the same bytes say`() {
    client.send(introduction(of: "a", on: 1), repetition(on: 3), repetition(on: 5))
    client.send(introduction(of: "b", on: 7), repetition(on: 9), repetition(on: 11))
    #expect(authorities == ["a", "a", "a", "b", "b", "b"])
  }

  @Test func `trailers that change the table change what the same bytes say`() {
    client.send(introduction(of: "a", on: 1), repetition(on: 3), repetition(on: 5, flags: 4))
    client.send(
      RawFrame(type: RawFrame.headers, flags: 5, stream: 5, payload: indexed("x-end", "1")),
      RawFrame(type: RawFrame.headers, flags: 5, stream: 7, payload: [0x83, 0x86, 0x84, 0xbf]),
      repetition(on: 9))
    // Where the authority stood are the trailers now, so the last request has none.
    #expect(authorities == ["a", "a", "a", "a"])
    #expect(client.reset(9) == .protocolError)
  }

  @Test func `a block in several frames that changes the table changes what the same bytes say`() {
    client.send(introduction(of: "a", on: 1), repetition(on: 3), repetition(on: 5))
    let block = introduction(of: "b", on: 7).payload
    client.send(
      RawFrame(type: RawFrame.headers, flags: 1, stream: 7, payload: Array(block[..<4])),
      RawFrame(type: RawFrame.continuation, flags: 4, stream: 7, payload: Array(block[4...])),
      repetition(on: 9))
    #expect(authorities == ["a", "a", "a", "b", "b"])
  }

  @Test func `a table that was emptied is missed at once`() {
    client.send(introduction(of: "a", on: 1), repetition(on: 3), repetition(on: 5))
    // A size of nothing, and again all of it (RFC 7541 §6.3).
    client.send(
      RawFrame(
        type: RawFrame.headers, flags: 5, stream: 7,
        payload: [0x20, 0x3f, 0xe1, 0x1f, 0x83, 0x86, 0x84] + literal(":authority", "b")))
    client.send(repetition(on: 9))
    #expect(authorities == ["a", "a", "a", "b"])
    #expect(client.goAway == .compressionError)
  }

  @Test func `the same bytes as trailers are malformed`() {
    client.send(introduction(of: "a", on: 1), repetition(on: 3), repetition(on: 5, flags: 4))
    client.send(repetition(on: 5))
    #expect(client.side.accepted.count == 3)
    #expect(client.reset(5) == .protocolError)
  }

  @Test func `the same bytes on a stream that is over end the connection`() {
    client.send(introduction(of: "a", on: 1), repetition(on: 3), repetition(on: 5))
    for recorder in client.side.accepted { recorder.stream?.sendHeaders(ExchangeTests.ok, endStream: true) }
    client.send(repetition(on: 3))
    #expect(client.goAway == .streamClosed)
  }

  @Test func `a request without any header is malformed, whatever came before it`() {
    client.send(introduction(of: "a", on: 1), repetition(on: 3), repetition(on: 5))
    client.send(RawFrame(type: RawFrame.headers, flags: 5, stream: 7), repetition(on: 9))
    #expect(client.reset(7) == .protocolError)
    #expect(authorities == ["a", "a", "a", "a"])
  }

  @Test func `repeated requests above the limit are refused one by one`() {
    var configuration = SessionConfiguration()
    configuration.maxConcurrentStreams = 3
    let client = RawClient(configuration)
    client.send(introduction(of: "a", on: 1), repetition(on: 3), repetition(on: 5), repetition(on: 7))
    #expect(client.side.accepted.count == 3)
    #expect(client.reset(7) == .refusedStream)
    client.side.accepted[0].stream?.sendHeaders(ExchangeTests.ok, endStream: true)
    client.send(RawFrame(type: RawFrame.ping, payload: Array(repeating: 0, count: 8)))
    client.send(repetition(on: 9))
    #expect(client.side.accepted.map { $0.value(":authority") } == ["a", "a", "a", "a"])
  }

  @Test func `what random requests come to does not depend on how the network cuts them`() {
    var random = SeededGenerator()
    var accepted = 0
    for _ in 0..<60 {
      let (whole, cut, bytewise) = (RawClient(), RawClient(), RawClient())
      for (index, bytes) in Self.randomRequests(using: &random).enumerated() {
        whole.send(bytes)
        let middle = Int.random(in: 0...bytes.count, using: &random)
        cut.send(Array(bytes[..<middle]))
        cut.send(Array(bytes[middle...]))
        // Byte by byte no frame is ever there as a whole, so every block is decoded.
        for byte in bytes { bytewise.send([byte]) }
        for other in [cut, bytewise] {
          #expect(lists(of: whole) == lists(of: other), "after batch \(index)")
          #expect(whole.goAway == other.goAway)
          // A GOAWAY overtakes resets that were to leave with it.
          #expect(whole.resets == other.resets || whole.goAway != nil)
        }
      }
      accepted += whole.side.accepted.count
    }
    #expect(accepted > 60)
  }

  private func lists(of client: RawClient) -> [[String]] {
    client.side.accepted.map { recorder in
      recorder.headers.map { "\($0.name): \($0.value)" } + ["ended \(recorder.ended)"]
        + (recorder.trailers ?? []).map { "\($0.name): \($0.value)" }
    }
  }

  /// Batches of requests, most of which repeat one another in bytes though not always in what those mean.
  private static func randomRequests(using random: inout SeededGenerator) -> [[UInt8]] {
    var stream: UInt32 = 1
    return (0..<12).map { batch in
      (0..<Int.random(in: 1..<6, using: &random)).flatMap { _ -> [UInt8] in
        defer { stream += 2 }
        let authority = "h\(Int.random(in: 0..<3, using: &random))"
        let roll = batch == 0 ? 0 : Int.random(in: 0..<15, using: &random)
        let start = block.dropLast()
        switch roll {
        case 0: return request(start + indexed(":authority", authority), stream)
        case 1: return request(start + literal(":authority", authority), stream)
        case 2: return request(start + [0xbe, 0xbf], stream)
        case 3:
          return request(block, stream, flags: 4) + request(indexed("x-end", authority), stream)
        case 4: return request(block, stream, flags: 4) + request([0xbe], stream)
        case 5: return request([], stream)
        case 6: return RawFrame(type: RawFrame.settings, flags: 0).bytes + request(block, stream)
        case 7: return request(start + [0xbf], stream)
        case 8: return request(block + literal("x-trace", authority), stream)
        case 9: return request(block + [0x10] + literal("x-trace", authority).dropFirst(), stream)
        default: return request(block, stream)
        }
      }
    }
  }

  private static func request(_ block: [UInt8], _ stream: UInt32, flags: UInt8 = 5) -> [UInt8] {
    RawFrame(type: RawFrame.headers, flags: flags, stream: stream, payload: block).bytes
  }
}

extension RawClient {
  /// The streams that the server has reset, with its reasons.
  fileprivate var resets: [RawFrame] { answers.filter { $0.type == RawFrame.reset } }
}
