import Testing

@testable import FullText

/// A map of words knows what the dictionary knows that it is made from, and nothing else.
@Suite struct WordMapTests {
  @Test func `it knows its words and no others`() {
    var known: [[UInt8]: Int] = [:]
    for number in 0..<3_000 { known[Array("w\(number)".utf8)] = number }
    known[Array("a word longer than eight and than sixteen bytes".utf8)] = -1
    let map = WordMap(known)
    for (word, number) in known {
      #expect(map[word] == number)
      #expect(map[([0] + word)[1...]] == number)
    }
    for number in 3_000..<6_000 { #expect(map[Array("w\(number)".utf8)] == nil) }
    #expect(map[Array("a word longer than eight and than sixteen byteS".utf8)] == nil)
    #expect(map[[]] == nil)
    #expect(map.all == known)
  }

  @Test func `an empty one knows nothing, and the empty word can be known`() {
    #expect(WordMap<Int>([:])[[]] == nil)
    #expect(WordMap<Int>([:])[[0x61]] == nil)
    #expect(WordMap([[]: 1])[[]] == 1)
  }

  @Test func `a set is made of the words of a text`() {
    let words = WordMap(wordsOf: "one two\nthree one")
    #expect(["one", "two", "three"].allSatisfy { words.contains(Array($0.utf8)) })
    #expect(!words.contains(Array("four".utf8)))
  }
}
