/// The distinct words that one analyzer has met, with their forms.
///
/// A cache from spelling to forms that doubles as their storage: a word is normalised and stemmed once, then
/// found by one probe. Stems and forms are numbered, too, so that an indexer can keep side arrays from these numbers to its
/// own as long as `generation` stays the same; the analyzer empties a full lexicon between two texts, never within one, and
/// not while it is pinned. Belongs to its analyzer and its thread.
public final class Lexicon {
  /// One word.
  public struct Word: Sendable {
    let spelling: UInt32
    /// The number of its stem, and that of its normalised form among the forms of that stem.
    let stem: UInt32
    let form: UInt32
    /// Whether the form is the stem itself.
    let isStem: Bool
    let spellingLength: UInt16
    let language: Language
    let kind: TokenKind
  }

  /// Changes when word numbers start again from 0.
  public private(set) var generation: UInt32 = 0
  // `@exclusivity(unchecked)`: on one thread, and no access to a property spans a call that could come back to it.
  /// Whether all words are kept for now, however many they are.
  @exclusivity(unchecked) var isPinned = false
  /// The table; the analyzer adds to it.
  @exclusivity(unchecked) var table = WordTable()
  private let maxWords: Int

  init(maxWords: Int) { self.maxWords = maxWords }

  /// The words by number.
  public var words: [Word] { table.words }
  /// How many words there are; every `WordID` is below it.
  public var count: Int { table.words.count }
  /// Whether it has far outgrown its bound, which it can while it is pinned.
  var isOverfull: Bool { count > 2 * maxWords }

  /// A copy of the normalised form of a word: NFKC, case folded, marks folded by the language's policy.
  public func exact(_ word: WordID) -> [UInt8] { Array(table.forms.bytes(table.words[Int(word)].form)) }

  /// A copy of the stem of a word.
  public func stem(_ word: WordID) -> [UInt8] { Array(table.stems.bytes(table.words[Int(word)].stem)) }

  /// What it takes.
  var memoryBytes: Int { table.memoryBytes }

  /// Empties the lexicon when it has outgrown its bound, and gives back its memory when that is far beyond; call between texts only.
  func trim() {
    guard table.words.count > maxWords, !isPinned else { return }
    generation &+= 1
    if isOverfull { table = WordTable() } else { table.removeAll() }
  }
}
