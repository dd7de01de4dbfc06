import Protobuf
import Testing

@Suite struct StringCutTests {
  @Test func `a text that fits stays as it is`() {
    #expect("კახეთი".cut(toBytes: 18) == "კახეთი" && "".cut(toBytes: 0) == "")
  }

  @Test(arguments: 0...18) func `of a longer one whole characters stay`(limit: Int) {
    let text = "კახეთი"
    let cut = text.cut(toBytes: limit)
    guard limit < 18 else { return #expect(cut == text) }
    #expect(cut == String(text.unicodeScalars.prefix(limit / 3)) + "…")
  }

  @Test func `so it is with a part of a text`() {
    let text = "a\u{1F600}b\u{1F600}"
    #expect(text.dropFirst().utf8.cut(toBytes: 6) == "\u{1F600}b…")
    #expect(text.dropFirst().utf8.cut(toBytes: 9) == "\u{1F600}b\u{1F600}")
  }
}
