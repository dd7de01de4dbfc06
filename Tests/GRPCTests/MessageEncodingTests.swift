import Protobuf
import Testing

@testable import GRPC

@Suite struct MessageEncodingTests {
  private func decoded(
    _ framed: FramedMessage, _ encoding: MessageEncoding, limit: Int = 1 << 20
  ) throws -> (message: HealthCheckRequest, wasCompressed: Bool) {
    var decoder = MessageDecoder(maxMessageBytes: limit)
    var result: (HealthCheckRequest, Bool)?
    let bytes = framed.withBytes { Array($0) }
    try bytes.span.bytes.withUnsafeBytes { chunk throws(RPCError) in
      var rest = chunk
      result = try decoder.next(in: &rest) { message, isCompressed throws(RPCError) in
        guard isCompressed else { return (try HealthCheckRequest.decoding(message), false) }
        let plain = try encoding.decompress(message, limit: limit)
        return try plain.span.bytes.withUnsafeBytes { bytes throws(RPCError) in
          (try HealthCheckRequest.decoding(bytes), true)
        }
      }
    }
    return try #require(result)
  }

  private func request(_ service: String) -> HealthCheckRequest {
    var request = HealthCheckRequest()
    request.service = service
    return request
  }

  @Test(arguments: [MessageEncoding.identity, .gzip, .deflate])
  func `a message survives its encoding`(encoding: MessageEncoding) throws {
    let message = request(String(repeating: "matiane.v1.ArticleService ", count: 100))
    let framed = try FramedMessage.encode(message, maxMessageBytes: 1 << 20, compression: encoding)
    let (back, wasCompressed) = try decoded(framed, encoding)
    #expect(back == message)
    #expect(wasCompressed == (encoding != .identity))
  }

  @Test func `a message that would get longer is sent as it is`() throws {
    let framed = try FramedMessage.encode(request("x"), maxMessageBytes: 100, compression: .gzip)
    #expect(try !decoded(framed, .gzip).wasCompressed)
  }

  @Test func `a bomb is refused at the limit`() throws {
    let message = request(String(repeating: "a", count: 1 << 20))
    let framed = try FramedMessage.encode(message, maxMessageBytes: 2 << 20, compression: .gzip)
    #expect(framed.count < 8192)
    let error = #expect(throws: RPCError.self) { try decoded(framed, .gzip, limit: 8192) }
    #expect(error?.code == .resourceExhausted)
  }

  @Test func `a compressed message without an encoding is refused`() throws {
    let message = request(String(repeating: "a", count: 1000))
    let framed = try FramedMessage.encode(message, maxMessageBytes: 2000, compression: .gzip)
    let error = #expect(throws: RPCError.self) { try decoded(framed, .identity) }
    #expect(error?.code == .internal)
    let wrong = #expect(throws: RPCError.self) { try decoded(framed, .deflate) }
    #expect(wrong?.code == .internal)
  }

  @Test func `a request over the limit is not encoded`() {
    let error = #expect(throws: RPCError.self) {
      try FramedMessage.encode(request("four"), maxMessageBytes: 5)
    }
    #expect(error?.code == .resourceExhausted)
    #expect(throws: Never.self) { try FramedMessage.encode(request("four"), maxMessageBytes: 6) }
  }

  @Test func `bytes that are no message are INTERNAL`() {
    let error = #expect(throws: RPCError.self) {
      try ([0xff] as [UInt8]).span.bytes.withUnsafeBytes { bytes throws(RPCError) in
        try HealthCheckRequest.decoding(bytes)
      }
    }
    #expect(error?.code == .internal)
  }
}
