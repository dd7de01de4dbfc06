import RandomTesting
import Testing

@testable import GRPC

@Suite struct MessageDecoderTests {
  private func feed(
    _ decoder: inout MessageDecoder, _ chunk: [UInt8], into messages: inout [[UInt8]]
  ) throws(RPCError) {
    try chunk.span.bytes.withUnsafeBytes { bytes throws(RPCError) in
      var rest = bytes
      while let message = try decoder.next(in: &rest, { (bytes, _) throws(RPCError) in Array(bytes) }) {
        messages.append(message)
      }
      #expect(rest.isEmpty)
    }
  }

  @Test func `a message within a chunk is handed out in place`() throws {
    var decoder = MessageDecoder(maxMessageBytes: 100)
    try framed([1, 2, 3]).withUnsafeBytes { bytes in
      var rest = bytes
      let address = try decoder.next(in: &rest) { (message, _) throws(RPCError) in
        message.baseAddress
      }
      #expect(address == .some(bytes.baseAddress! + 5))
    }
    #expect(!decoder.isInsideMessage)
  }

  @Test func `messages come out whole however they are cut`() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      let sent = (0..<Int.random(in: 0...6, using: &random)).map { _ in
        [UInt8](repeating: .random(in: 0...9, using: &random), count: .random(in: 0...40, using: &random))
      }
      var bytes = sent.flatMap { framed($0) }[...]
      var decoder = MessageDecoder(maxMessageBytes: 40)
      var received: [[UInt8]] = []
      while !bytes.isEmpty {
        let count = Int.random(in: 0...min(bytes.count, 17), using: &random)
        try feed(&decoder, Array(bytes.prefix(count)), into: &received)
        bytes = bytes.dropFirst(count)
      }
      #expect(received == sent, "seed \(seed)")
      #expect(!decoder.isInsideMessage, "seed \(seed)")
    }
  }

  @Test func `a message of exactly the limit passes and one byte more is refused`() throws {
    var decoder = MessageDecoder(maxMessageBytes: 8)
    var messages: [[UInt8]] = []
    try feed(&decoder, framed([UInt8](repeating: 1, count: 8)), into: &messages)
    #expect(messages.count == 1)
    let error = #expect(throws: RPCError.self) {
      try feed(&decoder, Array(framed([UInt8](repeating: 1, count: 9)).prefix(5)), into: &messages)
    }
    #expect(error?.code == .resourceExhausted)
  }

  @Test func `a prefix that claims four gigabytes is refused before its message`() throws {
    var decoder = MessageDecoder(maxMessageBytes: 4 << 20)
    var messages: [[UInt8]] = []
    for byte in [0, 0xff, 0xff, 0xff] as [UInt8] { try feed(&decoder, [byte], into: &messages) }
    let error = #expect(throws: RPCError.self) { try feed(&decoder, [0xff], into: &messages) }
    #expect(error?.code == .resourceExhausted)
  }

  @Test func `an incomplete message holds only what has arrived`() throws {
    var decoder = MessageDecoder(maxMessageBytes: 4 << 20)
    var messages: [[UInt8]] = []
    try feed(&decoder, [0, 0, 0x40, 0, 0, 1, 2, 3], into: &messages)
    #expect(decoder.isInsideMessage)
    #expect(decoder.bufferedBytes == 8)
    #expect(messages.isEmpty)
  }

  @Test func `a flag that gRPC does not define is refused`() {
    let error = #expect(throws: RPCError.self) {
      var decoder = MessageDecoder(maxMessageBytes: 100)
      var messages: [[UInt8]] = []
      try feed(&decoder, framed([1], flag: 2), into: &messages)
    }
    #expect(error?.code == .internal)
  }

  @Test func `the compressed flag is reported`() throws {
    var decoder = MessageDecoder(maxMessageBytes: 100)
    try framed([7], flag: 1).withUnsafeBytes { bytes in
      var rest = bytes
      let compressed = try decoder.next(in: &rest) { (_, flag) throws(RPCError) in flag }
      #expect(compressed == true)
    }
  }
}
