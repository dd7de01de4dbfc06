import ArticleAPI
import Testing

@testable import Catalog

/// The word count of an article: runs of bytes between white space.
@Suite struct WordCountTests {
  private func count(_ text: String) -> Int32 {
    var article = Article()
    article.title = text
    return TextFacts(article).wordCount
  }

  @Test(arguments: [
    ("", 0), (" ", 0), ("a", 1), (" a ", 1), ("a b", 2), ("a\tb\nc\u{0B}d\u{0C}e\rf", 6),
    ("\u{08}a\u{0E}b", 1), ("seven--7", 1), ("exactly8", 1), ("exactly8 more", 2), ("1234567 9", 2),
    ("ქართული ენა", 2), ("no\u{A0}break", 1), ("\u{89}\u{8D}", 1), ("один два три четыре", 4),
  ])
  func `words are what white space separates`(text: String, words: Int32) {
    #expect(count(text) == words)
  }

  @Test func `every length and place of white space is counted like by a simple count`() {
    var random = SystemRandomNumberGenerator()
    let parts = ["a", "b", "é", "ქ", "€", " ", "  ", "\n", "\t", "\u{0E}", "\u{1F}", "!", "日本"]
    for _ in 0..<2_000 {
      let text = (0..<Int.random(in: 0..<40)).map { _ in parts.randomElement(using: &random)! }.joined()
      let spaces: Set<Unicode.Scalar> = [" ", "\t", "\n", "\u{0B}", "\u{0C}", "\r"]
      let expected = text.unicodeScalars.split { spaces.contains($0) }.count
      #expect(Int(count(text)) == expected, "\(Array(text.utf8))")
    }
  }

  @Test func `a long text of short words is counted to its end`() {
    for words in [2_039, 2_040, 2_041, 4_080, 10_000] {
      #expect(Int(count(String(repeating: "a ", count: words) + "end")) == words + 1)
    }
  }

  @Test func `the words of title and blocks are added up`() {
    var article = Article()
    article.title = "Two words"
    article.blocks = ["one two three", "four"].map { text in
      .with { $0.content = .paragraph(.with { $0.text = text }) }
    }
    #expect(TextFacts(article).wordCount == 6)
  }
}
