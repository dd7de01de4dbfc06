/// The distinct words that one analyzer has met, with their forms.
///
/// A cache from spelling to forms that doubles as their storage: a word is normalised and stemmed once, then
/// found by one probe. An indexer can keep a side array from `WordID` to its own term numbers as long as
/// `generation` stays the same; the analyzer empties a full lexicon between two texts, never within one.
/// Belongs to its analyzer and its thread.
public final class Lexicon {
  /// Where the forms of one word stand in `bytes`.
  public struct Word: Sendable {
    let spelling: UInt32
    let exact: UInt32
    let stem: UInt32
    let spellingLength: UInt16
    let exactLength: UInt16
    let stemLength: UInt16
    let language: Language
    let kind: TokenKind

    /// The normalised form: NFKC, case folded, marks folded by the language's policy.
    public var exactRange: Range<Int> { Int(exact)..<Int(exact) + Int(exactLength) }
    /// The stem; the same range as `exactRange` when the stemmer changed nothing.
    public var stemRange: Range<Int> { Int(stem)..<Int(stem) + Int(stemLength) }
    /// Whether the stem is the exact form itself.
    public var isStem: Bool { exact == stem && exactLength == stemLength }
  }

  /// Changes when word numbers start again from 0.
  public private(set) var generation: UInt32 = 0
  /// The table; taken out by the analyzer while it works.
  var table = WordTable()
  private let maxWords: Int

  init(maxWords: Int) { self.maxWords = maxWords }

  /// UTF-8 of all forms, addressed by `Word`.
  public var bytes: [UInt8] { table.bytes }
  /// The words by number.
  public var words: [Word] { table.words }
  /// How many words there are; every `WordID` is below it.
  public var count: Int { table.words.count }

  /// A copy of the normalised form of a word.
  public func exact(_ word: WordID) -> [UInt8] { Array(table.bytes[table.words[Int(word)].exactRange]) }

  /// A copy of the stem of a word.
  public func stem(_ word: WordID) -> [UInt8] { Array(table.bytes[table.words[Int(word)].stemRange]) }

  /// Empties the lexicon when it has outgrown its bound; call between texts only.
  func trim() {
    guard table.words.count > maxWords else { return }
    generation &+= 1
    table.removeAll()
  }
}
