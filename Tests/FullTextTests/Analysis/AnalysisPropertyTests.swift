import RandomTesting
import Testing

@testable import FullText

@Suite struct AnalysisPropertyTests {
  /// Characters that meet every rule: letters of many scripts, marks, separators, emoji, broken bytes.
  private static let pieces: [[UInt8]] =
    [
      "a", "Z", "é", "e\u{301}", "ß", "İ", "ж", "Ё", "й", "ა", "Ა", "Ⴀ", "ⴀ", "α", "א", "ع", "ก", "ि", "क",
      "漢", "カ", "7",
      "٣", ".", ",", "'", "’", "\"", ":", ";", "_", "-", " ", "\n", "\u{AD}", "\u{200D}", "\u{FE0F}", "👍",
      "🏽", "🇬", "🇪",
      "ﬁ", "Ａ", "½", "㎢", "²", "©", "\u{0}", "\u{10FFFF}", "the", "თბილისის", "выборами",
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xE1, 0x83], [0xF0, 0x9F], [0x80], [0xED, 0xA0, 0x80]]

  private static func text(_ generator: inout SeededGenerator) -> [UInt8] {
    (0..<Int.random(in: 0...40, using: &generator)).flatMap { _ in pieces.randomElement(using: &generator)! }
  }

  @Test func `offsets rise, stay on boundaries and cover what they should`() throws {
    var generator = SeededGenerator(seed: .random(in: 0...UInt64.max))
    let analyzer = TextAnalyzer()
    let tags = ["en", "ka", "ru", "tr", "fr", "ar", "und", "zh"]
    for _ in 0..<20_000 {
      let seed = generator
      let text = Self.text(&generator)
      analyzer.analyze(text.span, language: Language(tag: tags.randomElement(using: &generator)!))
      var end: Int32 = 0
      // Words that one sign stands for stand where it does.
      var sign = -1 as Int32
      for (position, token) in analyzer.tokens.enumerated() {
        let isSound =
          token.position == position && (token.start >= end || token.start == sign) && token.end > token.start
          && token.end <= text.count && !analyzer.lexicon.exact(token.word).isEmpty
          && !analyzer.lexicon.stem(token.word).isEmpty
          && String(validating: analyzer.lexicon.exact(token.word), as: UTF8.self) != nil
          && String(validating: text[Int(token.start)..<Int(token.end)], as: UTF8.self) != nil
        try #require(isSound, "\(seed): \(text), token \(token)")
        let hasSign = text[Int(token.start)..<Int(token.end)].contains { $0 >= 0x80 }
        sign = hasSign ? token.end - 2 : -1
        end = token.end
      }
    }
  }

  @Test func `a word has the same forms alone, between spaces and in capitals`() {
    var generator = SeededGenerator(seed: .random(in: 0...UInt64.max))
    for _ in 0..<2_000 {
      let seed = generator
      let letters = "abcxyzжзиაბგ".map(String.init)
      let word = (0..<Int.random(in: 1...8, using: &generator)).map { _ in
        letters.randomElement(using: &generator)!
      }.joined()
      let alone = Analyzed(word, "ka")
      let among = Analyzed("x " + word + " y", "ka")
      let capital = Analyzed(word.uppercased(), "ka")
      #expect(alone.exacts == among.exacts.dropFirst().dropLast(), "\(seed)")
      #expect(alone.exacts == capital.exacts && alone.stems == capital.stems, "\(seed): \(word)")
    }
  }

  @Test func `composed and decomposed text is the same`() {
    let composed = Analyzed("café Ёлка край Україна ñandú", "ru")
    let decomposed = Analyzed("cafe\u{301} Е\u{308}лка краи\u{306} Украі\u{308}на n\u{303}andu\u{301}", "ru")
    #expect(composed.exacts == decomposed.exacts)
    #expect(composed.stems == decomposed.stems)
  }

  @Test func `an endless word is cut, what follows is not`() {
    let long = String(repeating: "მ", count: 100_000)
    let analyzed = Analyzed(long + " ბოლო", "ka")
    #expect(analyzed.items.count == 2)
    #expect(analyzed.items[0].exact.utf8.count <= TextAnalyzer.maxWordBytes)
    #expect(analyzed.items[0].source == long)
    #expect(analyzed.items[1].exact == "ბოლო")
  }

  @Test(arguments: ["en", "ru", "ka", "tr", "de", "uk", "und"])
  func `plain words get what the rules give`(_ tag: String) {
    let language = Language(tag: tag)
    var random = SeededGenerator(seed: 41)
    let alphabets = ["abyzABYZI09", "абвпрйяАБПРЯ", "აბჰ", "aяაёЁ'.іჱ\u{1C90}é"].map(Array.init)
    var plain = 0
    for _ in 0..<2000 {
      let letters = alphabets[Int(random.next() % 4)]
      let word = String(
        (0...random.next() % 9).map { _ in letters[Int(random.next() % UInt64(letters.count))] })
      Array(word.utf8).withUnsafeBufferPointer { bytes in
        guard let exact = PlainWord.exact(bytes, language: language) else { return }
        plain += 1
        #expect(exact == Normalizer.exact(bytes, language: language, kind: .word), "\(word)")
        #expect(exact == Normalizer.caseFolded(bytes, language: language), "\(word)")
      }
    }
    #expect((plain > 0) == (tag != "tr"))
  }

  @Test func `a pinned lexicon keeps its words`() {
    let analyzer = TextAnalyzer(maxWords: 10)
    analyzer.lexicon.isPinned = true
    analyzer.analyze((0..<100).map { "word\($0)" }.joined(separator: " "), language: .english)
    analyzer.analyze("word1 again", language: .english)
    #expect(analyzer.lexicon.count == 101 && analyzer.lexicon.isOverfull)
    analyzer.lexicon.isPinned = false
    analyzer.analyze("again", language: .english)
    #expect(analyzer.lexicon.count == 1)
  }

  @Test func `a full lexicon starts again between texts`() {
    let analyzer = TextAnalyzer(maxWords: 10)
    let generation = analyzer.lexicon.generation
    analyzer.analyze((0..<100).map { "word\($0)" }.joined(separator: " "), language: .english)
    #expect(analyzer.lexicon.count == 100 && analyzer.lexicon.generation == generation)
    analyzer.analyze("word1 again", language: .english)
    #expect(analyzer.lexicon.count == 2 && analyzer.lexicon.generation == generation + 1)
    #expect(
      analyzer.tokens.map { analyzer.lexicon.exact($0.word) } == ["word1", "again"].map { Array($0.utf8) })
  }
}
