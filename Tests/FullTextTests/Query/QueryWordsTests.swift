import Testing

@testable import FullText

/// The words of queries are those of their analysis, however many queries there were before; what is kept of them stays bounded.
@Suite struct QueryWordsTests {
  @Test func `kept words are those of the text, whichever texts share their places`() {
    let kept = QueryWords(TextAnalyzer())
    let analyzer = TextAnalyzer()
    for round in 0..<2 {
      for number in 0..<20_000 {
        let text = "walking \(number &* 7_919)"
        let words = kept.of(text, languages: [.english])
        if number % 16 == round { #expect(words == analyzer.queryWords(text, languages: [.english])) }
      }
    }
    #expect(kept.byteCount <= QueryWords.keptBytes + QueryWords.longestText)
  }

  @Test func `texts that are kept grow no further than their bound`() {
    let kept = QueryWords(TextAnalyzer())
    for number in 0..<6_000 {
      let text = "\(number) " + String(repeating: "long ", count: 30)
      #expect(kept.of(text, languages: []).count == 31)
      #expect(kept.byteCount <= QueryWords.keptBytes + QueryWords.longestText)
    }
  }

  @Test func `other languages have other words`() {
    let kept = QueryWords(TextAnalyzer())
    let english = kept.of("running", languages: [.english])
    let none = kept.of("running", languages: [.undetermined])
    #expect(english[0].stems == [Array("run".utf8)])
    #expect(none == TextAnalyzer().queryWords("running", languages: [.undetermined]))
    #expect(kept.of("running", languages: [.english]) == english)
  }
}
