/// Walks terms in order.
///
/// Valid while the segment lives. Copies share the memory of the current term, so use one at a time.
struct TermIterator {
  private let dictionary: TermDictionary
  private let scratch = TermScratch()
  private var reader: TermReader?
  private var nextOrdinal = 0

  /// The current term's entry; nil before the first `next()` and at the end.
  private(set) var entry: TermEntry?

  /// A copy of the current term's bytes.
  var term: [UInt8] { Array(termBytes) }

  /// The current term's bytes, valid until the iterator moves.
  var termBytes: UnsafeRawBufferPointer {
    reader?.term ?? UnsafeRawBufferPointer(start: emptyBytes, count: 0)
  }

  init(_ dictionary: TermDictionary, at ordinal: Int) {
    self.dictionary = dictionary
    let group = ordinal / TermDictionaryFormat.groupCount
    nextOrdinal = ordinal
    guard ordinal < dictionary.count, ordinal % TermDictionaryFormat.groupCount != 0 else { return }
    open(group)
    for _ in group * TermDictionaryFormat.groupCount..<ordinal {
      guard reader!.next() else { break }
      reader!.skipEntry()
    }
  }

  /// Moves to the next term; false at the end.
  mutating func next() -> Bool {
    guard nextOrdinal < dictionary.count else {
      entry = nil
      return false
    }
    if nextOrdinal % TermDictionaryFormat.groupCount == 0 {
      open(nextOrdinal / TermDictionaryFormat.groupCount)
    }
    guard reader!.next() else {
      nextOrdinal = dictionary.count
      entry = nil
      return false
    }
    entry = reader!.entry(ordinal: nextOrdinal)
    nextOrdinal += 1
    return true
  }

  /// Moves to the first term not below `bytes`, which must not lie behind the current one; false at the end.
  mutating func seek(to bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { target in
      let group = dictionary.group(of: target)
      if group >= 0, group * TermDictionaryFormat.groupCount >= nextOrdinal {
        nextOrdinal = group * TermDictionaryFormat.groupCount
      } else if entry != nil, compare(termBytes, target) >= 0 {
        return true
      }
      while next() {
        if compare(termBytes, target) >= 0 { return true }
      }
      return false
    }
  }

  private mutating func open(_ group: Int) {
    reader = TermReader(dictionary.sections, offset: dictionary.groupStart(group), scratch: scratch.bytes)
  }
}

/// Memory for one term.
private final class TermScratch {
  let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: Limits.keywordBytes)

  deinit { bytes.deallocate() }
}
