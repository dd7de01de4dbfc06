@testable import FullText

/// The tokens of a text with their forms as strings.
struct Analyzed {
  struct Item {
    let source: String
    let exact: String
    let stem: String
    let token: Token
  }

  let items: [Item]

  init(_ text: String, _ tag: String = "en") { self.init(Array(text.utf8), tag) }

  init(_ bytes: [UInt8], _ tag: String = "en") {
    let analyzer = TextAnalyzer()
    analyzer.analyze(bytes.span, language: Language(tag: tag))
    items = analyzer.tokens.map { token in
      Item(
        source: String(decoding: bytes[Int(token.start)..<Int(token.end)], as: UTF8.self),
        exact: String(decoding: analyzer.lexicon.exact(token.word), as: UTF8.self),
        stem: String(decoding: analyzer.lexicon.stem(token.word), as: UTF8.self), token: token)
    }
  }

  var sources: [String] { items.map(\.source) }
  var exacts: [String] { items.map(\.exact) }
  var stems: [String] { items.map(\.stem) }
  var kinds: [TokenKind] { items.map(\.token.kind) }
}

/// The stem of one word.
func stem(_ word: String, _ tag: String) -> String { Analyzed(word, tag).stems.joined(separator: " ") }

/// Whether all words have one stem; the stems as a set if not.
func distinctStems(_ words: String, _ tag: String) -> Set<String> {
  Set(words.split(separator: " ").map { stem(String($0), tag) })
}
