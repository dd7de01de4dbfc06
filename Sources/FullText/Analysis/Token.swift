/// One occurrence of a word in a text.
///
/// Small and without references: the forms of the word stand in the `Lexicon` of the analyzer that made the
/// token, under `word`, until the lexicon's `generation` changes.
public struct Token: Sendable, Hashable {
  /// The word's number in the lexicon.
  public internal(set) var word: WordID
  /// Position among the words of the text, from 0; gaps never occur, parts of `e-mail` count one each.
  public let position: Int32
  /// UTF-8 offset of the first byte in the source text.
  public let start: Int32
  /// UTF-8 offset behind the last byte in the source text.
  public let end: Int32
  /// What the token is.
  public let kind: TokenKind
}

/// The dense number of a distinct word of one language in a `Lexicon`; below `lexicon.count`.
public typealias WordID = UInt32

/// What a token is, by its characters.
public enum TokenKind: UInt8, Sendable {
  /// Letters, perhaps with digits and marks among them.
  case word
  /// Digits with their separators; the exact form is `1234.5`, however it was written.
  case number
  /// One ideograph, or one letter of a script that writes no spaces.
  case ideograph
  /// An emoji or a sequence that shows as one; skin tone and variation are dropped.
  case emoji
}
