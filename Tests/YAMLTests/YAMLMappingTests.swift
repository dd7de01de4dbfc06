import Testing
import YAML

private func entries(_ text: String) throws(YAMLError) -> [YAMLMapping.Entry] {
  try YAMLMapping(Array(text.utf8)).entries
}

private func problem(_ text: String) -> String? {
  do throws(YAMLError) {
    _ = try entries(text)
    return nil
  } catch {
    return error.description
  }
}

@Test func `scalars stay text whatever YAML would make of them`() throws {
  let found = try entries("a: no\nb: 0x10\nc: '# not a comment'  # a comment\nd: \"tab\\t\"\n")
  #expect(
    found.map(\.value) == [.scalar("no"), .scalar("0x10"), .scalar("# not a comment"), .scalar("tab\t")])
  #expect(found.map(\.line) == [1, 2, 3, 4])
}

@Test func `lists come in both notations`() throws {
  #expect(try entries("a: [x, y]\nb:\n  - z\n").map(\.value) == [.list(["x", "y"]), .list(["z"])])
}

@Test(arguments: ["", "\n", "# only a comment\n", "---\n", "---\n...\n"])
func `an empty document has no entries`(_ text: String) throws {
  #expect(try entries(text).isEmpty)
}

@Test(arguments: [
  ("a:\n", "line 1: a: expected a value, found nothing"),
  ("a: {b: c}\n", "line 1: a: expected text or a list, found a mapping inside the mapping"),
  ("a: [[b]]\n", "line 1: a: expected a list of texts, found a list"),
  ("- a\n", "line 1: expected keys with values, found a list"),
  ("just words\n", "line 1: expected keys with values, found 'just words'"),
  ("a: b\n---\nc: d\n", "line 2: expected one document, found a second one"),
  ("a: &x b\nc: *x\n", "line 2: c: expected text or a list, found an alias"),
])
func `what is not a flat mapping is refused with its line`(_ text: String, _ complaint: String) {
  #expect(problem(text) == complaint)
}

@Test func `a text that is no YAML is refused with its line`() {
  #expect(problem("a: b\nc: [d\ne: f\n")?.hasPrefix("line ") == true)
  #expect(problem("a: \"\u{1}\"\n") != nil)
  #expect(problem("\tkey: x\n") != nil)
}

@Test func `text over the limit and bytes that are no UTF-8 are refused`() {
  #expect(throws: YAMLError.self) {
    try YAMLMapping([UInt8](repeating: 0x61, count: YAMLMapping.maxBytes + 1))
  }
  #expect(throws: YAMLError.self) { try YAMLMapping([0x61, 0x3a, 0x20, 0xff, 0xfe]) }
}
