import RandomTesting
import Testing

@testable import GRPC

@Suite struct MetadataTests {
  private func received(_ name: String, _ value: String) throws(RPCError) -> Metadata {
    var metadata = Metadata()
    let name = Array(name.utf8)
    let value = Array(value.utf8)
    try name.span.bytes.withUnsafeBytes { name throws(RPCError) in
      try value.span.bytes.withUnsafeBytes { value throws(RPCError) in
        try metadata.appendReceived(name: name, value: value)
      }
    }
    return metadata
  }

  @Test func `names compare without case and values keep their order`() throws {
    var metadata = Metadata()
    try metadata.append("X-Reader", "first")
    try metadata.append("x-reader", "second")
    #expect(metadata["X-READER"] == "first")
    #expect(metadata.values(of: "x-Reader") == ["first", "second"])
    metadata.removeAll(named: "X-reader")
    #expect(metadata.isEmpty)
  }

  @Test(arguments: ["grpc-foo", "GRPC-Timeout", "te", "content-type", ":path", "", "a b", "é", "user-agent"])
  func `a name that is reserved or malformed is refused`(name: String) {
    #expect(throws: RPCError.self) {
      var metadata = Metadata()
      try metadata.append(name, "x")
    }
  }

  @Test func `pushback may be set by a handler`() throws {
    var metadata = Metadata()
    try metadata.append("grpc-retry-pushback-ms", "10")
    #expect(metadata.count == 1)
  }

  @Test func `text and bytes keep to their names`() {
    #expect(throws: RPCError.self) {
      var metadata = Metadata()
      try metadata.append("trace-bin", "text")
    }
    #expect(throws: RPCError.self) {
      var metadata = Metadata()
      try metadata.append("trace", binary: [1])
    }
    #expect(throws: RPCError.self) {
      var metadata = Metadata()
      try metadata.append("trace", "line\nbreak")
    }
  }

  @Test(
    arguments: [
      ("AQID", [[1, 2, 3]]), ("AQI=", [[1, 2]]), ("AQI", [[1, 2]]), ("AQ==", [[1]]), ("AQ", [[1]]),
      ("", [[]]), ("AQ,Ag==", [[1], [2]]), ("AQ, AgM", [[1], [2, 3]]), ("_-8", [[255, 239]]),
      ("/+8=", [[255, 239]]),
    ] as [(String, [[UInt8]])])
  func `binary values come padded, unpadded and joined`(text: String, values: [[UInt8]]) throws {
    let metadata = try received("x-bin", text)
    #expect(metadata.binaryValues(of: "x-bin") == values)
  }

  @Test(arguments: ["A", "AQ=", "AQ===", "====", "!!!!", "AQ=I", "AQIDA"])
  func `what is no base64 is refused`(text: String) {
    #expect(throws: RPCError.self) { try received("x-bin", text) }
  }

  @Test func `spaces at the ends of a text are not sent, because no field value may have them`() throws {
    var metadata = Metadata()
    try metadata.append("a", "  two words ")
    try metadata.append("b", "   ")
    try metadata.append("c", "")
    #expect(["a", "b", "c"].map { metadata[$0] } == ["two words", "", ""])
  }

  @Test func `binary values survive the wire`() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    for length in 0..<100 {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
      var metadata = Metadata()
      try metadata.append("x-bin", binary: bytes)
      let field = try #require(metadata.first { _ in true }).fieldValue
      #expect(!field.contains("="), "seed \(seed)")
      #expect(try received("x-bin", field).binaryValues(of: "x-bin") == [bytes], "seed \(seed)")
    }
  }

  @Test func `fields of gRPC and HTTP do not reach the application`() throws {
    for name in [":path", "te", "content-type", "grpc-timeout", "grpc-encoding"] {
      #expect(try received(name, "x").isEmpty)
    }
    #expect(try received("user-agent", "curl")["user-agent"] == "curl")
    #expect(try received("x", " \tspaced ")["x"] == "spaced")
  }

  @Test(arguments: ["é", "a\tb", "\u{7f}"])
  func `text that could not be sent again is left out`(value: String) throws {
    #expect(try received("x", value).isEmpty)
  }
}
