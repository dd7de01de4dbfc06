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

  /// The entry of a term; perhaps nil for one that fewer documents than `least` hold.
  /// - Complexity: O(log n), about 150 ns.
  func find(_ term: UnsafeRawBufferPointer, heldBy least: Int = 0) -> TermEntry? {
    let group = group(of: term)
    guard group >= 0, Int(maxDocumentFrequency(ofGroup: group)) >= least else { return nil }
    var reader = TermReader(sections, offset: groupStart(group))
    let ordinals = ordinals(ofGroup: group)
    let (below, isFound, _) = reader.seek(term, among: ordinals.count)
    return isFound ? reader.entry(ordinal: ordinals.lowerBound + below) : nil
  }

  /// The entry of a term.
  func find(_ term: [UInt8]) -> TermEntry? { term.withUnsafeBytes { find($0) } }

  /// The ordinal of the first term not below `bytes`; `count` if there is none.
  func lowerBound(_ bytes: [UInt8]) -> Int {
    bytes.withUnsafeBytes { target in
      let group = group(of: target)
      guard group >= 0 else { return 0 }
      var reader = TermReader(sections, offset: groupStart(group))
      let ordinals = ordinals(ofGroup: group)
      return ordinals.lowerBound + reader.seek(target, among: ordinals.count).below
    }
  }

  /// The ordinals of all terms with a prefix.
  func ordinals(withPrefix prefix: [UInt8]) -> Range<Int> {
    let (start, end) = prefix.withUnsafeBytes { firstOrdinals(startingWith: $0) }
    if let end { return start..<end }
    guard let behind = successor(of: prefix) else { return start..<count }
    return start..<max(start, lowerBound(behind))
  }

  /// The ordinal of the first term not below a prefix and that of the first behind it that does not start so, if one group tells.
  private func firstOrdinals(startingWith prefix: UnsafeRawBufferPointer) -> (start: Int, end: Int?) {
    let group = group(of: prefix)
    guard group >= 0 else { return (0, nil) }
    var reader = TermReader(sections, offset: groupStart(group))
    let ordinals = ordinals(ofGroup: group)
    let (below, _, isBeginning) = reader.seek(prefix, among: ordinals.count)
    let start = ordinals.lowerBound + below
    var end = start
    if start < ordinals.upperBound {
      guard isBeginning else { return (start, start) }
      repeat {
        end += 1
        reader.skipEntry()
        guard end < ordinals.upperBound, reader.nextSuffix() != nil else { break }
      } while reader.shared >= prefix.count
      if end < ordinals.upperBound { return (start, end) }
    }
    let last = TermDictionaryFormat.key(prefix) | (prefix.count < 8 ? .max >> UInt64(8 * prefix.count) : 0)
    return (start, group + 1 == groupCount || groupKey(group + 1) > last ? end : nil)
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
        let documentFrequency = reader.documentFrequency()
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
    let behind = firstIndex(in: 0..<groupCount) { groupKey($0) > key }
    guard behind > 0, groupKey(behind - 1) == key else { return behind - 1 }
    let first = firstIndex(in: 0..<behind) { groupKey($0) == key }
    return firstIndex(in: first..<behind) { compareFirst(ofGroup: $0, term) > 0 } - 1
  }

  func withReader<R>(_ group: Int, _ body: (inout TermReader) -> R) -> R {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: sections.longestTerm) { scratch in
      var reader = TermReader(sections, offset: groupStart(group), scratch: scratch.baseAddress!)
      return body(&reader)
    }
  }

  private func compareFirst(ofGroup group: Int, _ term: UnsafeRawBufferPointer) -> Int {
    var reader = TermReader(sections, offset: groupStart(group))
    return reader.nextSuffix().map { compare($0, term) } ?? 0
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

  /// The least string above all that start with `prefix`; nil if there is none.
  private func successor(of prefix: [UInt8]) -> [UInt8]? {
    guard let last = prefix.lastIndex(where: { $0 != 0xff }) else { return nil }
    return Array(prefix[..<last]) + [prefix[last] + 1]
  }
}

/// The first index of a range for which, as for all behind it, something holds; the range's end if there is none.
@inline(__always)
func firstIndex(in range: Range<Int>, where isBehind: (Int) -> Bool) -> Int {
  var (low, high) = (range.lowerBound, range.upperBound)
  while low < high {
    let middle = (low + high) / 2
    if isBehind(middle) { high = middle } else { low = middle + 1 }
  }
  return low
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
