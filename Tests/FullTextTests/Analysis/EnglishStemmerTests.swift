import Testing

@testable import FullText

@Suite struct EnglishStemmerTests {
  private func stems(_ text: String) -> [String] {
    let analyzer = TextAnalyzer()
    analyzer.analyze(text, language: .english)
    return analyzer.tokens.map { String(decoding: analyzer.lexicon.stem($0.word), as: UTF8.self) }
  }

  @Test(
    arguments: [
      "child children", "woman women", "spokesman spokesmen", "crisis crises", "index indices indexes",
      "analysis analyses", "wife wives", "say says saying said", "win wins winning won",
      "write writes wrote written",
      "begin begins began begun", "go goes going went gone", "colour color colours colouring",
      "centre center centers", "organize organized organizing",
    ])
  func `forms of a word have one stem`(forms: String) {
    #expect(Set(stems(forms)).count == 1, "\(stems(forms))")
  }

  @Test(arguments: [
    "left leave", "found find", "saw see", "rose rise", "lives life", "woke wake", "mean men",
  ])
  func `what is as often another word keeps its own stem`(words: String) {
    #expect(Set(stems(words)).count == 2, "\(stems(words))")
  }

  @Test func `irregular forms are spelt exactly all the same`() {
    let analyzer = TextAnalyzer()
    analyzer.analyze("The Children", language: .english)
    #expect(
      analyzer.tokens.map { String(decoding: analyzer.lexicon.exact($0.word), as: UTF8.self) } == [
        "the", "children",
      ])
  }
}
