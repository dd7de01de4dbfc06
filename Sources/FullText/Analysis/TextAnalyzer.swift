/// Turns text into tokens: segmentation, normalisation, stemming.
///
/// Reused for text after text by one thread (it holds stemmers and caches that are not thread-safe); makes no
/// allocation per token. The rules stand with the parts: `WordSegmenter`, `Normalizer`, `GeorgianStemmer`.
public final class TextAnalyzer {
  /// The words met so far.
  public let lexicon: Lexicon
  /// The tokens of the text analysed last, by rising position.
  public private(set) var tokens: [Token] = []

  private var stemmers = StemmerCache()

  /// An analyzer that caches at most about `maxWords` distinct words between texts.
  public init(maxWords: Int = 1 << 18) {
    lexicon = Lexicon(maxWords: maxWords)
  }

  /// Replaces `tokens` by those of a text in a language.
  ///
  /// Never fails: bytes that are not UTF-8 separate words. A word longer than `maxWordBytes` is cut there.
  /// - Complexity: O(bytes).
  public func analyze(_ text: Span<UInt8>, language: Language) {
    tokens.removeAll(keepingCapacity: true)
    lexicon.trim()
    text.withUnsafeBufferPointer { analyze($0, language: language) }
  }

  /// Replaces `tokens` by those of a string.
  public func analyze(_ text: String, language: Language) {
    var text = text
    text.withUTF8 { analyze($0.span, language: language) }
  }

  /// The longest form kept of a word, in bytes.
  public static let maxWordBytes = 120

  private func analyze(_ text: UnsafeBufferPointer<UInt8>, language: Language) {
    var position: Int32 = 0
    var start = 0
    func flush(_ end: Int) {
      if end > start {
        let spelling = UnsafeBufferPointer(rebasing: text[start..<min(end, start + Self.maxWordBytes)])
        let word = intern(spelling, language: language)
        tokens.append(
          Token(word: word, position: position, start: Int32(start), end: Int32(end), kind: .word))
        position += 1
      }
    }
    for index in 0..<text.count {
      let byte = text[index]
      let inWord = byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
      if !inWord {
        flush(index)
        start = index + 1
      }
    }
    flush(text.count)
  }

  private func intern(_ spelling: UnsafeBufferPointer<UInt8>, language: Language) -> WordID {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in spelling { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    if let known = lexicon.find(spelling, hash: hash, language: language) { return known }
    let exact = Array(String(decoding: spelling, as: UTF8.self).lowercased().utf8)
    let stem = stemmers.stem(exact, language: language)
    return lexicon.insert(
      spelling, hash: hash, language: language, kind: .word, exact: exact, stem: stem)
  }
}
