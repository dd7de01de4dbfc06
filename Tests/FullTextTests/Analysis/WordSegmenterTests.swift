import RandomTesting
import Testing

@testable import FullText

@Suite struct WordSegmenterTests {
  @Test func `spaces and punctuation part words`() {
    #expect(Analyzed("Hello, world! (Again?)").sources == ["Hello", "world", "Again"])
    #expect(Analyzed("„თბილისი“ — დედაქალაქი.", "ka").sources == ["თბილისი", "დედაქალაქი"])
    #expect(Analyzed("«Россия», сказал он…", "ru").sources == ["Россия", "сказал", "он"])
  }

  @Test func `WB6 and WB7: an apostrophe between letters stays inside`() {
    #expect(Analyzed("can't won’t 'quoted' dogs'").sources == ["can't", "won’t", "quoted", "dogs"])
  }

  @Test func `WB9 and WB10: letters and digits join`() {
    #expect(Analyzed("A3 3D B2B 2nd").sources == ["A3", "3D", "B2B", "2nd"])
  }

  @Test func `WB11 and WB12: separators between digits stay inside, at the end they do not`() {
    #expect(Analyzed("3.14, 1,234.5. 7;").sources == ["3.14", "1,234.5", "7"])
  }

  @Test func `WB4: combining marks, soft hyphens and joiners belong to the letter before`() {
    #expect(Analyzed("cafe\u{301}s so\u{AD}viet").sources == ["cafe\u{301}s", "so\u{AD}viet"])
    #expect(Analyzed("за\u{301}мок", "ru").sources == ["за\u{301}мок"])
  }

  @Test func `WB13: katakana runs are words, kana and ideographs single`() {
    #expect(Analyzed("カタカナ漢字かな", "ja").sources == ["カタカナ", "漢", "字", "か", "な"])
  }

  @Test func `WB7a to WB7c: Hebrew keeps its quotes`() {
    #expect(Analyzed("צה\"ל ג'ורג'", "he").sources == ["צה\"ל", "ג'ורג'"])
  }

  @Test func `WB15 and WB16: flags pair from the left`() {
    #expect(Analyzed("🇬🇪🇺🇦🇬").sources == ["🇬🇪", "🇺🇦"])
  }

  @Test func `WB3c: a joined emoji is one word`() {
    #expect(Analyzed("ok👩‍👩‍👧👍🏽 done").sources == ["ok", "👩‍👩‍👧", "👍🏽", "done"])
  }

  @Test func `connectors part words and are none alone`() {
    #expect(Analyzed("snake_case ___ _x_").sources == ["snake", "case", "x"])
  }

  @Test func `letters of a script without spaces are words of their own`() {
    #expect(Analyzed("ไทย", "th").sources == ["ไ", "ท", "ย"])
    #expect(Analyzed("第一", "zh").kinds == [.ideograph, .ideograph])
  }

  @Test func `separators at the end of the text stay outside`() {
    #expect(Analyzed("a.").sources == ["a"])
    #expect(Analyzed("a'").sources == ["a"])
    #expect(Analyzed("1,").sources == ["1"])
    #expect(Analyzed("").sources.isEmpty)
  }

  @Test func `bytes that are not UTF-8 part words`() {
    #expect(Analyzed([0x61, 0xFF, 0x62, 0xE1, 0x83]).sources == ["a", "b"])
    #expect(Analyzed([0xC0, 0x80, 0x61, 0xED, 0xA0, 0x80, 0x62]).sources == ["a", "b"])
  }

  @Test func `words are those that the rules give one by one`() throws {
    let pieces = [
      "a", "Zz", "é", "e\u{301}", "ж", "Я", "ა", "ⴀ", "א", "ב", "カ", "漢", "7", "42", "٣", ".", ",", "'", "’",
      "\"", ":", ";", "_",
      "‿", "-", " ", "·", "\u{AD}", "\u{200D}", "\u{308}", "\u{FE0F}", "（", "!", "ー", "ჼ", "҃", "჻",
    ]
    var generator = SeededGenerator(seed: .random(in: 0...UInt64.max))
    for _ in 0..<30_000 {
      let seed = generator
      let text = (0..<generator.next(below: 12) + 1).map { _ in pieces[generator.next(below: pieces.count)] }
        .joined()
      var text8 = text
      let found = text8.withUTF8 { bytes -> [Range<Int>] in
        var segmenter = WordSegmenter(bytes, classes: .shared)
        var found: [Range<Int>] = []
        while let segment = segmenter.next() {
          if segment.kind == .word || segment.kind == .number { found.append(segment.start..<segment.end) }
        }
        return found
      }
      try #require(found == WordBreakOracle(text).words, "\(seed): \(text.unicodeScalars.map(\.value))")
    }
  }
}
