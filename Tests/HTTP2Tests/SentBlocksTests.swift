import RandomTesting
import Testing

@testable import HTTP2

/// Responses that say what was said before: their blocks are not encoded again, and no client can tell.
struct SentBlocksTests {
  private static let plain = PermanentHeaderFields(
    HeaderFields([":status": "200", "content-type": "application/grpc"]))
  private static let large = PermanentHeaderFields(
    HeaderFields([":status": "200", "x-large": String(repeating: "l", count: 300)]))
  private static let ok = PermanentHeaderFields(HeaderFields(["grpc-status": "0"]))
  private static let plainTexts = [":status: 200", "content-type: application/grpc"]

  /// A pair of which the client may seem to have sent SETTINGS.
  private final class Wire {
    let pair = Pair()
    var acknowledgements = 0
    var settingsOfServer: [RawFrame] = []

    /// Tells the server how large a table it may use.
    func resizeTable(to bytes: UInt32) throws {
      acknowledgements += 1
      try deliver(
        RawFrame(type: RawFrame.settings, payload: [0, 1] + bigEndian(bytes)).bytes, to: pair.server)
    }

    /// Moves bytes both ways; the client hears nothing of SETTINGS that it has not sent.
    func pump() throws -> [RawFrame] {
      var frames: [RawFrame] = []
      while true {
        let (up, down) = (drain(pair.client), drain(pair.server))
        if up.isEmpty, down.isEmpty { return frames }
        if !up.isEmpty { try deliver(up, to: pair.server) }
        for frame in RawFrame.parse(down) {
          if frame.type == RawFrame.settings, frame.flags == 1, acknowledgements > 0 {
            acknowledgements -= 1
          } else {
            frames.append(frame)
            try deliver(frame.bytes, to: pair.client)
          }
        }
      }
    }
  }

  private static func texts(_ fields: [(name: String, value: String)]) -> [String] {
    fields.map { "\($0.name): \($0.value)" }
  }

  private static func numbered(_ number: Int, isUnique: Bool) -> (PreparedHeaderFields, [String]) {
    var fields = HeaderFields()
    fields.append("x-revision", String(number), isSensitive: isUnique)
    return (PreparedHeaderFields(plain, fields), plainTexts + ["x-revision: \(number)"])
  }

  @Test func `From the second answer on the same list is the same bytes`() throws {
    let wire = Wire()
    var blocks: [[UInt8]] = []
    for _ in 0..<4 {
      let call = try wire.pair.request(body: [])
      _ = try wire.pump()
      let stream = try #require(wire.pair.serverSide.accepted.last?.stream)
      stream.sendHeaders(Self.plain)
      stream.sendTrailers(Self.ok)
      let frames = try wire.pump().filter { $0.type == RawFrame.headers }
      #expect(frames.map(\.flags) == [4, 5])
      #expect(Self.texts(call.headers) == Self.plainTexts && call.trailer("grpc-status") == "0")
      blocks.append(frames.flatMap(\.payload))
    }
    #expect(blocks[0].count > blocks[1].count && blocks[1].count == 3)
    #expect(blocks[1] == blocks[2] && blocks[2] == blocks[3])
  }

  @Test(arguments: UInt64(0)..<12)
  func `Whatever goes between them and however the table changes, clients read what was said`(_ seed: UInt64)
    throws
  {
    var random = SeededGenerator(seed: seed)
    let wire = Wire()
    var numbered = (0..<3).map { Self.numbered($0, isUnique: $0 % 2 == 0) }
    for wave in 0..<60 {
      let calls = try (0..<Int.random(in: 1...6, using: &random)).map { _ in try wire.pair.request(body: []) }
      _ = try wire.pump()
      var expected: [(call: Recorder, headers: [String], trailers: [String]?)] = []
      for (call, accepted) in zip(calls, wire.pair.serverSide.accepted.suffix(calls.count)).shuffled(
        using: &random)
      {
        let stream = try #require(accepted.stream)
        let isAlone = Int.random(in: 0..<6, using: &random) == 0
        var headers = Self.plainTexts
        switch Int.random(in: 0..<8, using: &random) {
        case 0:
          headers = [":status: 200", "x-odd: \(wave)-\(stream.id)"]
          stream.sendHeaders(
            HeaderFields([":status": "200", "x-odd": "\(wave)-\(stream.id)"]), endStream: isAlone)
        case 1:
          headers = [":status: 200", "x-large: " + String(repeating: "l", count: 300)]
          stream.sendHeaders(Self.large, endStream: isAlone)
        case 2...4:
          if Bool.random(using: &random) { numbered[wave % 3] = Self.numbered(wave, isUnique: wave % 2 == 0) }
          let (list, texts) = numbered.randomElement(using: &random)!
          headers = texts
          stream.sendHeaders(list, endStream: isAlone)
        default: stream.sendHeaders(Self.plain, endStream: isAlone)
        }
        if Int.random(in: 0..<10, using: &random) == 0 {
          stream.reset(.internalError)
          continue
        }
        if !isAlone { stream.sendTrailers(Self.ok) }
        expected.append((call, headers, isAlone ? nil : ["grpc-status: 0"]))
        if Int.random(in: 0..<12, using: &random) == 0 {
          try wire.resizeTable(to: [0, 40, 100, 4096].randomElement(using: &random)!)
        }
      }
      _ = try wire.pump()
      for (call, headers, trailers) in expected {
        #expect(Self.texts(call.headers) == headers, "seed \(seed), wave \(wave)")
        #expect(call.trailers.map(Self.texts) == trailers, "seed \(seed), wave \(wave)")
        #expect(call.closedWith == .noError)
      }
    }
  }

  @Test func `Blocks that were promised and given up make room for new lists, those still promised do not`() {
    var blocks = SentBlocks()
    func teach(_ number: Int) -> HeaderList {
      let list = Self.numbered(number, isUnique: false).0.list
      ([0x88, 0xbe] as [UInt8]).withUnsafeBytes { blocks.sent($0, of: list) }
      return list
    }
    let lists = (0..<4).map(teach)
    let promised = lists.map { blocks.owe($0.fields) }
    #expect(promised == [0, 1, 2, 3])
    #expect(blocks.owe(teach(4).fields) == nil)
    blocks.giveUp(.owed(2))
    let next = teach(5)
    #expect(blocks.owe(next.fields) == 2 && blocks.owe(lists[2].fields) == nil)
    #expect(blocks.take(0) { Array($0) } == [0x88, 0xbe])
    blocks.forget()
    #expect(blocks.owe(next.fields) == nil)
    let literals = blocks.take(2) { Array($0) }
    #expect(
      literals == literal(":status", "200") + literal("content-type", "application/grpc")
        + literal("x-revision", "5"))
  }
}
