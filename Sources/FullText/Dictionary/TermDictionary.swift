import Glibc

/// The sorted terms of one field in one segment: bytewise order, numbered from 0.
///
/// A view into the segment's image, valid while the segment lives.
struct TermDictionary {
  /// How many terms there are.
  let count: Int
  let sections: TermSections
  let groupCount: Int

  /// A dictionary over sections; empty when the group table cannot be right.
  init(_ sections: TermSections) {
    self.sections = sections
    var cursor = ByteCursor(sections.groups)
    let count = cursor.integer(UInt64.self)
    let groups = cursor.remaining / TermDictionaryFormat.groupBytes
    let isValid =
      !cursor.isPastEnd && count <= UInt64(groups * TermDictionaryFormat.groupCount)
      && count > UInt64(max(0, groups - 1) * TermDictionaryFormat.groupCount)
    self.count = isValid ? Int(count) : 0
    groupCount = isValid ? groups : 0
  }

  /// The entry of a term.
  /// - Complexity: O(log n), about 150 ns.
  func find(_ term: UnsafeRawBufferPointer) -> TermEntry? {
    let group = group(of: term)
    guard group >= 0 else { return nil }
    return withReader(group) { reader in
      // How many bytes the current term has in common with the one that is looked for, as long as it is below that.
      var common = 0
      for ordinal in ordinals(ofGroup: group) {
        guard reader.next(), reader.shared >= common else { return nil }
        if reader.shared == common {
          let current = reader.term
          while common < min(current.count, term.count), current[common] == term[common] { common += 1 }
          if common == term.count {
            return current.count == common ? reader.entry(ordinal: ordinal) : nil
          }
          if common < current.count, current[common] > term[common] { return nil }
        }
        reader.skipEntry()
      }
      return nil
    }
  }

  /// The entry of a term.
  func find(_ term: [UInt8]) -> TermEntry? { term.withUnsafeBytes { find($0) } }

  /// The ordinal of the first term not below `bytes`; `count` if there is none.
  func lowerBound(_ bytes: [UInt8]) -> Int {
    bytes.withUnsafeBytes { target in
      firstOrdinal {
        compare($0, target) >= 0
      } group: {
        self.group(of: target)
      }
    }
  }

  /// The ordinals of all terms with a prefix.
  func ordinals(withPrefix prefix: [UInt8]) -> Range<Int> {
    let start = lowerBound(prefix)
    guard let end = successor(of: prefix) else { return start..<count }
    return start..<max(start, lowerBound(end))
  }

  /// The entry of a term by number.
  func entry(at ordinal: Int) -> TermEntry {
    withTerm(at: ordinal) { _, entry in entry }
  }

  /// The bytes of a term by number.
  func term(at ordinal: Int) -> [UInt8] {
    withTerm(at: ordinal) { term, _ in Array(term) }
  }

  /// Calls `body` with the bytes and the entry of a term by number.
  func withTerm<R>(at ordinal: Int, _ body: (UnsafeRawBufferPointer, TermEntry) -> R) -> R {
    precondition(ordinal >= 0 && ordinal < count, "ordinal out of range")
    let group = ordinal / TermDictionaryFormat.groupCount
    return withReader(group) { reader in
      for _ in group * TermDictionaryFormat.groupCount..<ordinal {
        guard reader.next() else { break }
        reader.skipEntry()
      }
      let entry = reader.next() ? reader.entry(ordinal: ordinal) : TermEntry()
      return body(reader.term, entry)
    }
  }

  /// Walks the terms from a number on.
  func makeIterator(at ordinal: Int = 0) -> TermIterator { TermIterator(self, at: ordinal) }

}

extension TermDictionary {
  /// The groups that hold terms of a range, which must not be empty.
  func groups(of range: Range<Int>) -> Range<Int> {
    range.lowerBound / TermDictionaryFormat.groupCount..<(range.upperBound - 1)
      / TermDictionaryFormat.groupCount + 1
  }

  /// The largest document frequency of the terms of a group.
  @inline(__always)
  func maxDocumentFrequency(ofGroup group: Int) -> UInt32 { groupField(group, at: 12) }

  /// Calls `body` with each term of a range, in order.
  @inline(__always)
  func forEachTerm(in range: Range<Int>, _ body: (UnsafeRawBufferPointer, TermEntry) -> Void) {
    guard !range.isEmpty else { return }
    for group in groups(of: range) {
      withReader(group) { reader in
        for ordinal in ordinals(ofGroup: group) where ordinal < range.upperBound {
          guard reader.next() else { return }
          if ordinal < range.lowerBound {
            reader.skipEntry()
          } else {
            let entry = reader.entry(ordinal: ordinal)
            body(reader.term, entry)
          }
        }
      }
    }
  }

  /// Calls `body` with each term of a group, its number and how many documents hold it, in order.
  @inline(__always)
  func forEachFrequency(ofGroup group: Int, _ body: (UnsafeRawBufferPointer, Int, UInt32) -> Void) {
    withReader(group) { reader in
      for ordinal in ordinals(ofGroup: group) {
        guard reader.next() else { return }
        let documentFrequency = reader.skipEntry()
        body(reader.term, ordinal, documentFrequency)
      }
    }
  }

  func ordinals(ofGroup group: Int) -> Range<Int> {
    let start = group * TermDictionaryFormat.groupCount
    return start..<min(count, start + TermDictionaryFormat.groupCount)
  }

  func groupStart(_ group: Int) -> Int { Int(groupField(group, at: 8)) }

  /// The last group whose first term is not above `term`; -1 if there is none.
  func group(of term: UnsafeRawBufferPointer) -> Int {
    let key = TermDictionaryFormat.key(term)
    var low = 0
    var high = groupCount
    while low < high {
      let middle = (low + high) / 2
      let middleKey = groupKey(middle)
      let isAbove = middleKey != key ? middleKey > key : compareFirst(ofGroup: middle, term) > 0
      if isAbove { high = middle } else { low = middle + 1 }
    }
    return low - 1
  }

  func withReader<R>(_ group: Int, _ body: (inout TermReader) -> R) -> R {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: sections.longestTerm) { scratch in
      var reader = TermReader(sections, offset: groupStart(group), scratch: scratch.baseAddress!)
      return body(&reader)
    }
  }

  private func compareFirst(ofGroup group: Int, _ term: UnsafeRawBufferPointer) -> Int {
    withReader(group) { reader in reader.next() ? compare(reader.term, term) : 0 }
  }

  @inline(__always)
  private func groupKey(_ group: Int) -> UInt64 {
    sections.groups.loadUnaligned(
      fromByteOffset: TermDictionaryFormat.headerBytes + group * TermDictionaryFormat.groupBytes,
      as: UInt64.self
    ).littleEndian
  }

  @inline(__always)
  private func groupField(_ group: Int, at offset: Int) -> UInt32 {
    sections.groups.loadUnaligned(
      fromByteOffset: TermDictionaryFormat.headerBytes + group * TermDictionaryFormat.groupBytes + offset,
      as: UInt32.self
    ).littleEndian
  }

  private func firstOrdinal(
    where isFound: (UnsafeRawBufferPointer) -> Bool, group: () -> Int
  ) -> Int {
    let group = group()
    guard group >= 0 else { return 0 }
    return withReader(group) { reader in
      let ordinals = ordinals(ofGroup: group)
      for ordinal in ordinals {
        guard reader.next() else { return ordinal }
        if isFound(reader.term) { return ordinal }
        reader.skipEntry()
      }
      return ordinals.upperBound
    }
  }

  /// The least string above all that start with `prefix`; nil if there is none.
  private func successor(of prefix: [UInt8]) -> [UInt8]? {
    guard let last = prefix.lastIndex(where: { $0 != 0xff }) else { return nil }
    return Array(prefix[..<last]) + [prefix[last] + 1]
  }
}

/// Bytewise order: negative, zero or positive.
@inline(__always)
func compare(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Int {
  let common = min(a.count, b.count)
  if common > 0 {
    let order = Int(memcmp(a.baseAddress!, b.baseAddress!, common))
    if order != 0 { return order }
  }
  return a.count - b.count
}
