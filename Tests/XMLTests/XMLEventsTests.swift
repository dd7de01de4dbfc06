import Testing
@testable import XML

@Suite struct XMLEventsTests {
  /// What is met, without lines, neighbouring texts joined; the text comes in pieces of so many bytes.
  private func events(_ text: String, pieceBytes: Int = .max) throws -> [XMLEvent.Kind] {
    let reader = XMLEvents()
    let bytes = Array(text.utf8)
    var found: [XMLEvent] = []
    for start in stride(from: 0, to: bytes.count, by: min(pieceBytes, bytes.count)) {
      found += try reader.read(Array(bytes[start..<min(bytes.count, start + min(pieceBytes, bytes.count))]))
    }
    found += try reader.read([], isLast: true)
    return found.reduce(into: []) { kinds, event in
      if case .text(let more) = event.kind, case .text(let before)? = kinds.last {
        kinds[kinds.count - 1] = .text(before + more)
      } else {
        kinds.append(event.kind)
      }
    }
  }

  private let sample = "<a x=\"1 &amp; 2\"><w:b>ქ &lt; &#x10D0;</w:b><![CDATA[<p>]]></a>"

  @Test(arguments: [Int.max, 1, 3, 7])
  func `elements, attributes and text come in order, however the text is cut`(pieceBytes: Int) throws {
    #expect(
      try events(sample, pieceBytes: pieceBytes) == [
        .start(name: "a", attributes: ["x": "1 & 2"]), .start(name: "w:b", attributes: [:]), .text("ქ < ა"),
        .end(name: "w:b"), .text("<p>"), .end(name: "a"),
      ])
  }

  @Test func `a document type is refused, and so is every entity that it would declare`() {
    let bomb = #"<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>"#
    #expect(throws: XMLError(line: 1, message: "expected no document type: entities are not expanded")) {
      try events(bomb)
    }
    #expect(throws: XMLError.self) { try events("<x>&nbsp;</x>") }
  }

  @Test func `what nests too deep and tags that are too long are refused`() throws {
    let deep = String(repeating: "<a>", count: XMLEvents.maxDepth + 1)
    #expect(throws: XMLError(line: 1, message: "expected elements nested at most 256 deep")) {
      try events(deep)
    }
    let long = "<a x=\"" + String(repeating: "y", count: XMLEvents.maxTagBytes + 1)
    #expect(throws: XMLError(line: 1, message: "expected tags of at most 1048576 bytes")) {
      try events(long)
    }
    let text = "<a>" + String(repeating: "y", count: 3 << 20) + "</a>"
    #expect(try events(text, pieceBytes: 1 << 16).count == 3)
  }

  @Test func `what is no XML is told with its line`() {
    let error = #expect(throws: XMLError.self) { try events("<a>\n<b>\n</a>") }
    #expect(error?.line == 3)
    #expect(throws: XMLError.self) { try events("<a>") }
  }
}
