import Synchronization

/// The spellings of words in other scripts, and which of them an index holds: kept, because finding them costs more than a
/// small search.
///
/// Belongs to one index, whose views are told apart by their revisions. Thread-safe.
public final class NameSpellings: Sendable {
  private struct Key: Hashable {
    let word: [UInt8]
    let languages: [Language]

    func hash(into hasher: inout Hasher) {
      word.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
  }

  private struct Known {
    let all: PackedSpellings
    /// Which of the spellings each segment holds, a bit for each; they never change.
    var inSegments: [(serial: UInt64, bits: UInt64)] = []
    var occurring: [String] = []
    /// Where those occur; nothing is known before the first look-up.
    var revision: UInt64?

    /// How many segments of a view have not been looked at.
    func unknownSegments(of view: IndexView) -> Int {
      view.parts.count { part in !inSegments.contains { $0.serial == part.segment.serial } }
    }

    mutating func lookUp(in view: IndexView) {
      let parts = view.parts.map(\.segment)
      let unknown = parts.filter { segment in !inSegments.contains { $0.serial == segment.serial } }
      inSegments.removeAll { known in !parts.contains { $0.serial == known.serial } }
      let bits = all.bits(in: unknown, view.schema.textFieldIDs)
      inSegments += zip(unknown, bits).map { (serial: $0.serial, bits: $1) }
      occurring = all.texts(inSegments.reduce(0) { $0 | $1.bits })
      revision = view.revision
    }
  }

  /// Of so many words of a query spellings are looked for.
  public static let mostWords = 256
  /// So many words are kept, of some hundreds of bytes each, and some more for each segment.
  static let capacity = 4096
  /// What reading a word as one language reads it costs, in steps of a search, and what a look-up does.
  private static let stepsPerReading = 1024
  private static let stepsPerLookUp = 32
  private let known = Mutex(RecentTable<Key, Known>(capacity: capacity))

  /// Nothing known yet.
  public init() {}

  /// The spellings of a word that occur in a view, in any field; all of them without a view.
  ///
  /// Those of deleted documents are among them: what is compiled leaves out terms that no document holds. None for stop words,
  /// figures, short words and words whose script has no rules. What finding them will cost is said to the interruption first.
  ///
  /// - Throws: ``SearchError`` when the caller said to stop.
  func spellings(
    of word: QueryWord, _ languages: [Language], _ analyzer: TextAnalyzer, in view: IndexView?,
    _ interruption: Interruption
  ) throws(SearchError) -> [String] {
    guard word.kind == .word, !word.isStopWord, let exact = word.exacts.first else { return [] }
    let key = Key(word: exact, languages: languages)
    var entry: Known
    if let kept = known.withLock({ $0.find(key) }) {
      entry = kept
    } else {
      let scripts = Transliteration.Target.allCases.count - 1
      interruption.spend(scripts * Transliteration.maxForms * languages.count * Self.stepsPerReading)
      try interruption.check()
      entry = Known(all: PackedSpellings(analyzer.nameSpellings(of: word, languages: languages)))
      keep(entry, for: key)
    }
    guard let view else { return entry.all.texts(.max) }
    if entry.revision == view.revision { return entry.occurring }
    let lookUps = entry.all.stemCount * view.schema.textFieldIDs.count * entry.unknownSegments(of: view)
    interruption.spend(lookUps * Self.stepsPerLookUp)
    try interruption.check()
    entry.lookUp(in: view)
    keep(entry, for: key)
    return entry.occurring
  }

  private func keep(_ entry: Known, for key: Key) {
    known.withLock { $0.keep(entry, for: key) }
  }
}
