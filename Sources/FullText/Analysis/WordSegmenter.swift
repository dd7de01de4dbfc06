/// Cuts text into words by the default rules of UAX #29, leaving out what is between words.
///
/// Rules are cited by their number there. Three refinements for search: every letter of a script that writes
/// no spaces is a word (UAX #29 wants a dictionary), an emoji sequence is one word, and a connector alone
/// (`___`) is none.
struct WordSegmenter {
  /// A word of the text.
  struct Segment {
    var start: Int
    var end: Int
    var kind: TokenKind
    /// Whether a separator stands inside, so that the word may fall into parts.
    var hasSeparator: Bool
  }

  private let text: UnsafeBufferPointer<UInt8>
  private let classes: WordBreakLookup
  private var index = 0

  init(_ text: UnsafeBufferPointer<UInt8>, classes: WordBreakLookup) {
    self.text = text
    self.classes = classes
  }

  /// The next word; nil at the end of the text.
  @inline(__always)
  mutating func next() -> Segment? {
    while index < text.count {
      let character = text.character(at: index)
      let kind = classes[character.code]
      let start = index
      index += character.length
      guard kind.startsToken else { continue }
      switch kind {
      case .ideograph:
        skipExtenders()
        return Segment(start: start, end: index, kind: .ideograph, hasSeparator: false)
      case .pictograph:
        skipPictographs()
        return Segment(start: start, end: index, kind: .emoji, hasSeparator: false)
      case .regional:
        guard skipRegional() else { continue }
        return Segment(start: start, end: index, kind: .emoji, hasSeparator: false)
      default:
        if let word = word(from: start, first: kind) { return word }
      }
    }
    return nil
  }

  /// The word that starts with a letter, digit, katakana or connector: rules WB4 to WB13b.
  @inline(__always)
  private mutating func word(from start: Int, first: WordBreakClass) -> Segment? {
    var last = first
    var hasLetter = first.isLetter || first == .katakana
    var hasDigit = first == .numeric
    var hasSeparator = first == .connector
    while index < text.count {
      let character = text.character(at: index)
      let next = classes[character.code]
      if next == .letter && last == .letter {
        index += character.length
        continue
      }
      switch next {
      case .extend, .joiner: break
      case .letter, .hebrew:
        guard last != .katakana else { return finish() }
        last = next
        hasLetter = true
      case .numeric:
        guard last != .katakana else { return finish() }
        last = next
        hasDigit = true
      case .katakana:
        guard last == .katakana || last == .connector else { return finish() }
        last = next
        hasLetter = true
      case .connector:
        last = next
        hasSeparator = true
      case .midLetter, .midNumber, .midNumberLetter, .singleQuote, .doubleQuote:
        guard crosses(next, after: last, at: index + character.length) else { return finish() }
        hasSeparator = true
      default: return finish()
      }
      index += character.length
    }
    return finish()

    func finish() -> Segment? {
      guard hasLetter || hasDigit else { return nil }
      return Segment(
        start: start, end: index, kind: hasLetter ? .word : .number, hasSeparator: hasSeparator)
    }
  }

  /// Whether a word goes on across a separator: WB6 and WB7, WB7a to WB7c, WB11 and WB12.
  private func crosses(_ separator: WordBreakClass, after last: WordBreakClass, at index: Int) -> Bool {
    let follower = base(at: index)
    switch separator {
    case .midLetter: return last.isLetter && follower.isLetter
    case .midNumber: return last == .numeric && follower == .numeric
    case .doubleQuote: return last == .hebrew && follower == .hebrew
    case .singleQuote where last == .hebrew: return true
    default: return last.isLetter && follower.isLetter || last == .numeric && follower == .numeric
    }
  }

  /// The class of the next character that does not attach to the one before (WB4).
  private func base(at start: Int) -> WordBreakClass {
    var index = start
    while index < text.count {
      let character = text.character(at: index)
      let kind = classes[character.code]
      if kind != .extend && kind != .joiner { return kind }
      index += character.length
    }
    return .other
  }

  private mutating func skipExtenders() {
    while index < text.count {
      let character = text.character(at: index)
      let kind = classes[character.code]
      guard kind == .extend || kind == .joiner else { return }
      index += character.length
    }
  }

  /// WB3c and WB4: modifiers attach, a joiner binds the next pictograph.
  private mutating func skipPictographs() {
    var last = WordBreakClass.pictograph
    while index < text.count {
      let character = text.character(at: index)
      let kind = classes[character.code]
      guard kind == .extend || kind == .joiner || kind == .pictograph && last == .joiner else { return }
      last = kind
      index += character.length
    }
  }

  /// WB15 and WB16: two regional indicators are a flag; one alone is no word.
  private mutating func skipRegional() -> Bool {
    skipExtenders()
    guard index < text.count else { return false }
    let character = text.character(at: index)
    guard classes[character.code] == .regional else { return false }
    index += character.length
    skipExtenders()
    return true
  }
}
