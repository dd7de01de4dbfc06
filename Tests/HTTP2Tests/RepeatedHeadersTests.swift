import HTTP2
import RandomTesting
import Testing

/// What a session says of header lists that repeat the one before, wholly or in part.
@Suite struct RepeatedHeadersTests {
  private let pair = Pair()

  init() {
    pair.serverSide.prepare = { $0.whenEnded = { $0.sendHeaders(ExchangeTests.ok, endStream: true) } }
  }

  private typealias Field = (name: String, value: String)

  private static let usual: [Field] = [
    (":method", "POST"), (":scheme", "http"), (":path", "/a/B"), (":authority", "test"),
    ("content-type", "application/grpc"), ("te", "trailers"), ("x-trace", "1"),
  ]

  /// Sends a request with these headers and returns what the server made of it.
  private func received(_ fields: [Field]) throws -> Recorder {
    var list = HeaderFields()
    for field in fields { list.append(field.name, field.value) }
    let recorder = Recorder()
    recorder.stream = try pair.client.open(list, endStream: true, handler: recorder)
    pair.pump()
    let served = try #require(pair.serverSide.accepted.last)
    #expect(served.headers.map { [$0.name, $0.value] } == fields.map { [$0.name, $0.value] })
    return served
  }

  @Test func `the same list has the same serial, however often it comes`() throws {
    let serials = try (0..<4).map { _ in try received(Self.usual).headersSerial }
    #expect(Set(serials).count == 1)
  }

  @Test(arguments: zip([0, 1, 2, 3, 4, 6], ["PUT", "https", "/c/D", "other", "application/json", "2"]))
  func `a list with another value has another serial, and is read to its end`(
    index: Int, value: String
  ) throws {
    var other = Self.usual
    other[index].value = value
    let first = try received(Self.usual).headersSerial
    let second = try received(other).headersSerial
    #expect(first != second)
    let third = try received(Self.usual).headersSerial
    #expect(third != second)
    #expect(try received(Self.usual).headersSerial == third)
  }

  @Test func `a list that is longer or shorter by a field has another serial`() throws {
    let first = try received(Self.usual).headersSerial
    let longer = try received(Self.usual + [("x-more", "2")]).headersSerial
    let shorter = try received(Self.usual.dropLast()).headersSerial
    let again = try received(Self.usual).headersSerial
    #expect(Set([first, longer, shorter]).count == 3)
    #expect(again != shorter && again != longer)
  }

  @Test func `fields in another order are another list`() throws {
    var other = Self.usual
    other.swapAt(5, 6)
    #expect(try received(Self.usual).headersSerial != received(other).headersSerial)
  }

  @Test func `names and values that only together say the same are other fields`() throws {
    let first = try received(Self.usual + [("x-ab", "c")])
    let second = try received(Self.usual + [("x-a", "bc")])
    #expect(first.headersSerial != second.headersSerial)
  }

  @Test func `a list over the limit is like no other, and the next is whole`() throws {
    let first = try received(Self.usual).headersSerial
    let long = HeaderFields([
      ":method": "POST", ":scheme": "http", ":path": "/a/B", ":authority": "test",
      "content-type": "application/grpc", "te": "trailers", "x-trace": "1",
      "x-long": String(repeating: "x", count: pair.server.configuration.maxHeaderListBytes),
    ])
    for _ in 0..<2 {
      let recorder = Recorder()
      recorder.stream = try pair.client.open(long, endStream: true, handler: recorder)
      pair.pump()
      let served = try #require(pair.serverSide.accepted.last)
      #expect(served.headersWereTruncated)
      #expect(served.headersSerial != first)
    }
    #expect(try !received(Self.usual).headersWereTruncated)
  }

  @Test func `random lists arrive as they were sent`() throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<400 {
      var fields = Self.usual
      for _ in 0..<Int.random(in: 0..<5, using: &random) {
        let (name, value) = (Int.random(in: 0..<4, using: &random), Int.random(in: 0..<3, using: &random))
        fields.append(("x-\(name)", "v\(value)"))
      }
      _ = try received(fields)
    }
  }
}
