import Testing

@testable import FullText

@Suite struct WordTableBytesTests {
  @Test func `What is numbered anew counts with the numbers that it had, emptied or not`() {
    let numbers = Renumbering()
    let empty = numbers.memoryBytes
    for source in 0..<UInt32(1024) { _ = numbers.number(of: source, below: 1024) }
    #expect(numbers.memoryBytes >= empty + 900 * 4)
    numbers.removeAll()
    #expect(numbers.memoryBytes >= empty + 900 * 4)
  }

  @Test func `A table of terms counts all that it keeps of them`() throws {
    let schema = Schema(textFields: [TextField("title")], keywordFields: [], integerFields: [])
    let writer = IndexWriter(schema: schema)
    let text = (0..<50_000).map { "w\($0)" }.joined(separator: " ")
    let document = IndexDocument(
      key: [1], payload: [], texts: [.init(TextFieldID(0), language: .english, text)], keywords: [])
    _ = try writer.apply([.put(document)], revision: 1)
    // For each of as many terms and forms at the least: what it stands for, its old and new numbers, its term.
    #expect(writer.wordTableBytes >= 50_000 * (12 + 2 * 8 + 2 * 4 + 2 * 4))
  }
}
