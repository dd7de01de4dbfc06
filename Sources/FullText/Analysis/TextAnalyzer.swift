/// Turns text into tokens: segmentation, normalisation, stemming.
///
/// Reused for text after text by one thread (it holds stemmers and caches that are not thread-safe); makes no
/// allocation per token. The rules stand with the parts: `WordSegmenter`, `WordParts`, `Normalizer`,
/// `GeorgianStemmer`. A word of another script than the language's own gets the rules of the language that
/// the script is best known for, so `Georgia's` has the same stem in a Georgian text as in an English one.
public final class TextAnalyzer {
  /// The words met so far.
  public let lexicon: Lexicon
  /// The tokens of the text analysed last, by rising position and offset.
  public private(set) var tokens: [Token] = []

  private var hashes: [UInt64] = []
  private let vacant = WordTable(vacantSlots: 0)
  private let classes = WordBreakLookup.shared
  private var stemmers = Stemmers()
  private var language = Language.undetermined
  private var languageByScript: [Language]

  /// The longest spelling that counts of a word, in bytes; what follows is not looked at.
  public static let maxWordBytes = 120

  /// An analyzer that keeps at most about `maxWords` distinct words between texts.
  public init(maxWords: Int = 1 << 18) {
    lexicon = Lexicon(maxWords: maxWords)
    languageByScript = Script.allCases.map(\.defaultLanguage)
  }

  /// Replaces `tokens` by those of a text in a language.
  ///
  /// Never fails: bytes that are not UTF-8 separate words.
  /// - Complexity: O(bytes).
  public func analyze(_ text: Span<UInt8>, language: Language) {
    text.withUnsafeBufferPointer { analyze($0, language: language) }
  }

  /// Replaces `tokens` by those of a string.
  public func analyze(_ text: String, language: Language) {
    var text = text
    text.withUTF8 { analyze($0, language: language) }
  }

  private func analyze(_ text: UnsafeBufferPointer<UInt8>, language: Language) {
    lexicon.trim()
    if language != self.language { select(language) }
    var work = Work(vacant: vacant)
    exchange(&work)
    work.tokens.removeAll(keepingCapacity: true)
    work.hashes.removeAll(keepingCapacity: true)
    defer { exchange(&work) }
    var segmenter = WordSegmenter(text, classes: classes)
    while let segment = segmenter.next() {
      if segment.hasSeparator {
        WordParts.forEach(in: text, segment.start..<segment.end, kind: segment.kind) {
          append($0, kind: segment.kind, of: text, to: &work)
        }
      } else {
        append(segment.start..<segment.end, kind: segment.kind, of: text, to: &work)
      }
    }
    resolve(text, &work)
  }

  /// The stems that documents may have for a word of a query; see `Stemmers.readings`.
  func readings(_ exact: [UInt8], stem: [UInt8], language: Language) -> [[UInt8]] {
    stemmers.readings(exact, stem: stem, language: language)
  }

  /// What one analysis writes: taken out of its objects, so that no access to it is checked at run time.
  private struct Work {
    var tokens: [Token] = []
    /// The hash of each token's spelling.
    var hashes: [UInt64] = []
    var table: WordTable

    init(vacant table: WordTable) { self.table = table }
  }

  private func exchange(_ work: inout Work) {
    swap(&work.tokens, &tokens)
    swap(&work.hashes, &hashes)
    swap(&work.table, &lexicon.table)
  }

  private func select(_ language: Language) {
    self.language = language
    let own = language.profile.scripts
    languageByScript = Script.allCases.map { own.contains($0) ? language : $0.defaultLanguage }
  }

  @inline(__always)
  private func append(
    _ range: Range<Int>, kind: TokenKind, of text: UnsafeBufferPointer<UInt8>, to work: inout Work
  ) {
    let spelling = spelling(of: range, in: text)
    let hash = work.table.hash(UnsafeRawBufferPointer(spelling))
    work.table.prepare(hash)
    work.hashes.append(hash)
    work.tokens.append(
      Token(
        word: 0, position: Int32(work.tokens.count), start: Int32(range.lowerBound),
        end: Int32(range.upperBound), kind: kind))
  }

  /// As much of a word as counts.
  @inline(__always)
  private func spelling(of range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<
    UInt8
  > {
    let spelling = UnsafeBufferPointer(rebasing: text[range])
    guard spelling.count > Self.maxWordBytes else { return spelling }
    return UnsafeBufferPointer(rebasing: spelling[..<spelling.boundary(atMost: Self.maxWordBytes)])
  }

  /// Finds the words of all tokens, whose places in the table are on their way by now.
  private func resolve(_ text: UnsafeBufferPointer<UInt8>, _ work: inout Work) {
    for index in 0..<work.tokens.count {
      let token = work.tokens[index]
      let spelling = spelling(of: Int(token.start)..<Int(token.end), in: text)
      let language =
        token.kind == .word ? languageByScript[Int(script(of: spelling).rawValue)] : .undetermined
      work.tokens[index].word =
        work.table.find(spelling, hash: work.hashes[index], language: language)
        ?? learn(spelling, hash: work.hashes[index], language: language, kind: token.kind, &work.table)
    }
  }

  @inline(never)
  private func learn(
    _ spelling: UnsafeBufferPointer<UInt8>, hash: UInt64, language: Language, kind: TokenKind,
    _ table: inout WordTable
  ) -> WordID {
    if kind == .word, let exact = PlainWord.exact(spelling, language: language) {
      let stem = stemmers.stem(exact, exact: exact, language: language)
      return table.insert(
        spelling, hash: hash, language: language, kind: kind, exact: exact, stem: stem)
    }
    let normalized = Normalizer.exact(spelling, language: language, kind: kind)
    let exact = normalized.isEmpty ? Array(spelling) : normalized
    var stem = exact
    if kind == .word {
      let folded = WordParts.isAcronym(spelling) ? exact : Normalizer.caseFolded(spelling, language: language)
      stem = stemmers.stem(folded, exact: exact, language: language)
    }
    return table.insert(spelling, hash: hash, language: language, kind: kind, exact: exact, stem: stem)
  }

  /// The script of the first letter.
  @inline(__always)
  private func script(of word: UnsafeBufferPointer<UInt8>) -> Script {
    let first = word[0]
    if (first | 0x20) &- 0x61 < 26 { return .latin }
    if first == 0xE1 && word.count > 1 && word[1] & 0xFE == 0x82 { return .georgian }
    if first == 0xD0 || first == 0xD1 { return .cyrillic }
    return Self.scriptOfFirstLetter(word)
  }

  private static func scriptOfFirstLetter(_ word: UnsafeBufferPointer<UInt8>) -> Script {
    var index = 0
    while index < word.count {
      let character = word.character(at: index)
      let script = Script(character.code)
      if script != .other && script != .mark { return script }
      index += character.length
    }
    return .other
  }
}
