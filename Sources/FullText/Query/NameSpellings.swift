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
    let all: [NameSpelling]
    /// Which of the spellings each segment holds, a bit for each; they never change.
    var inSegments: [UInt64: UInt64] = [:]
    var occurring: [NameSpelling] = []
    /// Where those occur; nothing is known before the first look-up.
    var revision: UInt64?

    init(all: [NameSpelling]) {
      self.all = Array(all.prefix(UInt64.bitWidth))
    }

    mutating func lookUp(in view: IndexView) {
      var bits: UInt64 = 0
      var segments: [UInt64: UInt64] = [:]
      for part in view.parts {
        let held = inSegments[part.segment.serial] ?? self.bits(in: part.segment, view.schema.textFieldIDs)
        segments[part.segment.serial] = held
        bits |= held
      }
      inSegments = segments
      occurring = all.indices.filter { bits >> UInt64($0) & 1 == 1 }.map { all[$0] }
      revision = view.revision
    }

    private func bits(in segment: Segment, _ fields: [TextFieldID]) -> UInt64 {
      var bits: UInt64 = 0
      for (number, spelling) in all.enumerated() {
        let isHeld = spelling.stems.contains { stem in
          fields.contains { segment.find(stem, in: $0) != nil }
        }
        if isHeld { bits |= 1 << UInt64(number) }
      }
      return bits
    }
  }

  /// Of so many words of a query spellings are looked for.
  public static let mostWords = 256
  /// So many words are kept, of some 10 KiB each.
  private static let capacity = 4096
  private let known = Mutex<[Key: Known]>([:])

  /// Nothing known yet.
  public init() {}

  /// The spellings of a word that occur in a view, in any field; all of them without a view.
  ///
  /// Those of deleted documents are among them: what is compiled leaves out terms that no document holds. None for stop words,
  /// figures, short words and words whose script has no rules.
  func spellings(
    of word: QueryWord, _ languages: [Language], _ analyzer: TextAnalyzer, in view: IndexView?
  ) -> [NameSpelling] {
    guard word.kind == .word, !word.isStopWord, let exact = word.exacts.first else { return [] }
    let key = Key(word: exact, languages: languages)
    var entry =
      known.withLock { $0[key] } ?? Known(all: analyzer.nameSpellings(of: word, languages: languages))
    guard let view else { return entry.all }
    if entry.revision == view.revision { return entry.occurring }
    entry.lookUp(in: view)
    let found = entry
    known.withLock { known in
      if known.count >= Self.capacity { known.removeAll(keepingCapacity: true) }
      known[key] = found
    }
    return found.occurring
  }
}
