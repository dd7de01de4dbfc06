import Testing

@testable import FullText

@Suite struct QueryAnalyzerTests {
  private func strings(_ forms: [[UInt8]]) -> [String] { forms.map { String(decoding: $0, as: UTF8.self) } }

  @Test func `a word has the stems of every language of the archive`() {
    let words = TextAnalyzer().queryWords("nationale", languages: [.english, .french, .german])
    #expect(strings(words[0].exacts) == ["nationale"])
    #expect(Set(strings(words[0].stems)) == Set(["en", "fr", "de"].map { stem("nationale", $0) }))
    #expect(words[0].weights.allSatisfy { $0 == 1 })
  }

  @Test func `languages of one script that agree give one form`() {
    let words = TextAnalyzer().queryWords("Georgia", languages: [.english, .georgian, .russian])
    #expect(strings(words[0].exacts) == ["georgia"])
    #expect(words[0].stems.count == 1)
  }

  @Test func `a language of its own letters adds its exact form`() {
    let words = TextAnalyzer().queryWords("año", languages: [.english, Language(tag: "es")])
    #expect(strings(words[0].exacts) == ["ano", "año"])
  }

  @Test func `words stand where they were typed`() {
    let words = TextAnalyzer().queryWords("the  e-mail", languages: [.english])
    #expect(words.map(\.start) == [0, 5, 7])
    #expect(words.map(\.end) == [3, 6, 11])
    #expect(words.map(\.position) == [0, 1, 2])
  }

  @Test func `stop words are told in each script's language`() {
    let words = TextAnalyzer().queryWords("The war и мир და ომი", languages: [.georgian, .english, .russian])
    #expect(words.map(\.isStopWord) == [true, false, true, false, true, false])
  }

  @Test func `no language at all still gives words`() {
    #expect(TextAnalyzer().queryWords("dogs", languages: []).map { strings($0.exacts) } == [["dogs"]])
  }

  @Test func `what a document holds, the same text as a query finds`() {
    let analyzer = TextAnalyzer()
    let text = "Georgian Dream’s U.S.A. visit: 1,234 არჩევნებზე თბილისში l'été in 01.03.2022 выборами"
    for tag in ["en", "ka", "ru", "fr", "tr", "und", "sr"] {
      let language = Language(tag: tag)
      let query = analyzer.queryWords(text, languages: [.english, .georgian, .russian, language])
      analyzer.analyze(text, language: language)
      for (word, token) in zip(query, analyzer.tokens) {
        #expect(word.exacts.contains(analyzer.lexicon.exact(token.word)))
        #expect(word.stems.contains(analyzer.lexicon.stem(token.word)))
      }
      #expect(query.count == analyzer.tokens.count)
    }
  }
}
