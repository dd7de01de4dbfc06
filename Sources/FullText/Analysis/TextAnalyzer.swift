/// Turns text into tokens: segmentation, normalisation, stemming.
///
/// Reused for text after text by one thread (it holds stemmers and caches that are not thread-safe); makes no
/// allocation per token. The rules stand with the parts: `WordSegmenter`, `WordParts`, `Normalizer`,
/// `GeorgianStemmer`. A word of another script than the language's own gets the rules of the language that
/// the script is best known for, so `Georgia's` has the same stem in a Georgian text as in an English one.
public final class TextAnalyzer {
  /// The words met so far.
  public let lexicon: Lexicon
  private let found = TokenBuffer()
  private let classes = WordBreakLookup.shared
  private var stemmers = Stemmers()
  private var language = Language.undetermined
  /// Whose rules a word of each script gets.
  private let languageByScript: UnsafeMutablePointer<Language>

  /// The longest spelling that counts of a word, in bytes; what follows is not looked at.
  public static let maxWordBytes = 120

  /// An analyzer that keeps at most about `maxWords` distinct words between texts.
  public init(maxWords: Int = 1 << 18) {
    lexicon = Lexicon(maxWords: maxWords)
    languageByScript = .allocate(capacity: Script.allCases.count)
    for script in Script.allCases {
      (languageByScript + Int(script.rawValue)).initialize(to: script.defaultLanguage)
    }
  }

  deinit { languageByScript.deallocate() }

  /// Gives back what a text has taken that is far longer than most, and forgets it; call between texts.
  func giveBackMemory() {
    if lexicon.isOverfull { lexicon.trim() }
    found.trim()
  }

  /// The tokens of the text analysed last, by rising position and offset: a copy.
  ///
  /// - Complexity: O(tokens); `withTokens` spares the copy.
  public var tokens: [Token] { withTokens { Array($0) } }

  /// How many tokens the text analysed last has.
  public var tokenCount: Int { found.count }

  /// Calls `body` with the tokens of the text analysed last, by rising position and offset.
  public func withTokens<R>(_ body: (UnsafeBufferPointer<Token>) -> R) -> R {
    withExtendedLifetime(self) { body(found.tokens) }
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

  func analyze(_ text: UnsafeBufferPointer<UInt8>, language: Language) {
    lexicon.trim()
    if language != self.language { select(language) }
    if cut(text) { return }
    let spelled = SpelledText(text, classes: classes)
    _ = spelled.bytes.withUnsafeBufferPointer { cut($0) }
    spelled.place(UnsafeMutableBufferPointer(start: found.base, count: found.count))
  }

  /// Takes the words of a text to tokens; false when it holds signs that have to be spelled out first.
  private func cut(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var work = Work(found, lexicon.table.probe, UnsafePointer(languageByScript))
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
    guard !segmenter.meetsSign else { return false }
    found.count = work.count
    resolve(text, &work)
    return true
  }

  /// The stems that documents may have for a word of a query; see `Stemmers.readings`.
  func readings(_ exact: [UInt8], stem: [UInt8], language: Language) -> (stems: [[UInt8]], sure: Int) {
    stemmers.readings(exact, stem: stem, language: language)
  }

  /// What one analysis works with: addresses and numbers, so that no access to them is checked and no reference counted a word.
  private struct Work {
    var probe: WordProbe
    var count = 0
    /// Where the token and the key of each word go; they move when the buffer grows.
    private(set) var tokens: UnsafeMutablePointer<Token>
    private(set) var keys: UnsafeMutablePointer<WordKey>
    private var capacity: Int
    private let languages: UnsafePointer<Language>
    private let latin: Language

    init(_ buffer: TokenBuffer, _ probe: WordProbe, _ languages: UnsafePointer<Language>) {
      self.probe = probe
      self.languages = languages
      latin = languages[Int(Script.latin.rawValue)]
      (tokens, keys, capacity) = (buffer.base, buffer.keys, buffer.capacity)
    }

    @inline(__always)
    mutating func reserve(_ buffer: TokenBuffer) {
      if count == capacity { grow(buffer) }
    }

    @inline(never)
    private mutating func grow(_ buffer: TokenBuffer) {
      buffer.count = count
      buffer.grow()
      (tokens, keys, capacity) = (buffer.base, buffer.keys, buffer.capacity)
    }

    /// The language whose rules a word gets.
    @inline(__always)
    func language(of word: UnsafeRawBufferPointer, _ kind: TokenKind) -> Language {
      guard kind == .word else { return .undetermined }
      let first = word[0]
      if (first | 0x20) &- 0x61 < 26 { return latin }
      return languages[Int(TextAnalyzer.script(of: word, first).rawValue)]
    }
  }

  private func select(_ language: Language) {
    self.language = language
    let own = language.profile.scripts
    for script in Script.allCases {
      languageByScript[Int(script.rawValue)] = own.contains(script) ? language : script.defaultLanguage
    }
  }

  @inline(__always)
  private func append(
    _ range: Range<Int>, kind: TokenKind, of text: UnsafeBufferPointer<UInt8>, to work: inout Work
  ) {
    work.reserve(found)
    let spelling = Self.spelling(of: range, in: text)
    let key = work.probe.key(
      spelling, behind: text.count - range.lowerBound, language: work.language(of: spelling, kind))
    work.probe.prepare(key.hash)
    (work.keys + work.count).initialize(to: key)
    (work.tokens + work.count).initialize(
      to: Token(
        word: 0, position: Int32(truncatingIfNeeded: work.count),
        start: Int32(truncatingIfNeeded: range.lowerBound), end: Int32(truncatingIfNeeded: range.upperBound),
        kind: kind))
    work.count += 1
  }

  /// As much of a word as counts.
  @inline(__always)
  private static func spelling(
    of range: Range<Int>, in text: UnsafeBufferPointer<UInt8>
  ) -> UnsafeRawBufferPointer {
    let spelling = UnsafeBufferPointer(rebasing: text[range])
    guard spelling.count > maxWordBytes else { return UnsafeRawBufferPointer(spelling) }
    let end = spelling.boundary(atMost: maxWordBytes)
    return UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: spelling[..<end]))
  }

  /// Finds the words of all tokens, whose places in the table are on their way by now.
  private func resolve(_ text: UnsafeBufferPointer<UInt8>, _ work: inout Work) {
    for index in 0..<work.count {
      let token = work.tokens + index
      let spelling = Self.spelling(of: Int(token.pointee.start)..<Int(token.pointee.end), in: text)
      let key = work.keys[index]
      if let word = work.probe.find(spelling, key, begins: { begins($0, with: spelling) }) {
        token.pointee.word = word
      } else {
        token.pointee.word = learn(spelling, key, kind: token.pointee.kind)
        work.probe = lexicon.table.probe
      }
    }
  }

  @inline(never)
  private func begins(_ word: WordID, with spelling: UnsafeRawBufferPointer) -> Bool {
    lexicon.table.begins(word, with: spelling)
  }

  @inline(never)
  private func learn(_ word: UnsafeRawBufferPointer, _ key: WordKey, kind: TokenKind) -> WordID {
    let spelling = word.assumingMemoryBound(to: UInt8.self)
    let language = key.language
    if kind == .word, let exact = PlainWord.exact(spelling, language: language) {
      let isPlural = language == .english && EnglishStemmer.isPluralOfLetters(spelling)
      let singular = isPlural ? exact.dropLast() : exact
      let stem = stemmers.stem(singular, exact: singular, language: language)
      return lexicon.table.insert(word, key, kind: kind, exact: exact, stem: stem)
    }
    let normalized = Normalizer.exact(spelling, language: language, kind: kind)
    let exact = normalized.isEmpty ? Array(spelling) : normalized
    var stem = exact
    if kind == .word {
      let folded = WordParts.isAcronym(spelling) ? exact : Normalizer.caseFolded(spelling, language: language)
      stem = stemmers.stem(folded, exact: exact, language: language)
    }
    return lexicon.table.insert(word, key, kind: kind, exact: exact, stem: stem)
  }

  /// The script of the first letter of a word that does not begin with one of ASCII.
  @inline(__always)
  private static func script(of word: UnsafeRawBufferPointer, _ first: UInt8) -> Script {
    if first == 0xE1 && word.count > 1 && word[1] & 0xFE == 0x82 { return .georgian }
    if first == 0xD0 || first == 0xD1 { return .cyrillic }
    return scriptOfFirstLetter(word.assumingMemoryBound(to: UInt8.self))
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
