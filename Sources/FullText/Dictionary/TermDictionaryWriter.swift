import Glibc

/// Encodes the terms of one field, which come in rising order.
///
/// Belongs to one thread.
final class TermDictionaryWriter {
  /// The section of front-coded terms.
  let terms = ByteSink(capacity: 1 << 12)
  /// The section of groups.
  let groups = ByteSink(capacity: 1 << 10)

  private var count = 0
  private let previous = UnsafeMutablePointer<UInt8>.allocate(capacity: Limits.keywordBytes)
  private var previousLength = 0
  private var groupMaximum: UInt32 = 0
  private var postingsOffset = 0
  private var positionsOffset = 0
  private var formsOffset = 0

  init() { groups.append(integer: UInt64(0)) }

  deinit { previous.deallocate() }

  /// Adds a term: what its list came to, its bytes in the forms section (0 when it needs no table), and the positions
  /// section, whose tail moves here when the term occurs in one document only, a few times.
  func add(
    _ term: UnsafeRawBufferPointer, _ list: PostingListWriter.Finished, formBytes: Int,
    hasSeveralForms: Bool, positions: ByteSink
  ) {
    if count % TermDictionaryFormat.groupCount == 0 { startGroup(term) }
    appendTerm(term)
    let repeats = list.totalFrequency != UInt64(list.documentFrequency)
    let flags =
      (repeats ? TermDictionaryFormat.repeats : 0)
      | (formBytes > 0 ? TermDictionaryFormat.hasFormTable : 0)
      | (hasSeveralForms ? TermDictionaryFormat.hasSeveralForms : 0)
    terms.append(varint: UInt64(list.documentFrequency - 1) << TermDictionaryFormat.flagBits | flags)
    if repeats { terms.append(varint: list.totalFrequency - UInt64(list.documentFrequency)) }
    if list.documentFrequency == 1 {
      terms.append(varint: list.single)
    } else {
      terms.append(varint: list.postingsBytes)
      postingsOffset += list.postingsBytes
    }
    if Self.isInline(list) {
      terms.append(UnsafeRawBufferPointer(rebasing: positions.bytes.suffix(list.positionsBytes)))
      positions.removeLast(list.positionsBytes)
    } else {
      terms.append(varint: list.positionsBytes)
      positionsOffset += list.positionsBytes
    }
    if formBytes > 0 {
      terms.append(varint: formBytes)
      formsOffset += formBytes
    }
    groupMaximum = max(groupMaximum, UInt32(list.documentFrequency))
    count += 1
    if count % TermDictionaryFormat.groupCount == 0 { groups.append(integer: groupMaximum) }
  }

  /// Whether positions stand in the dictionary: as many varints as there are occurrences.
  private static func isInline(_ list: PostingListWriter.Finished) -> Bool {
    list.documentFrequency == 1 && list.totalFrequency <= TermDictionaryFormat.inlineOccurrences
      && list.positionsBytes > 0
  }

  /// Ends the sections.
  func finish() {
    if count % TermDictionaryFormat.groupCount != 0 { groups.append(integer: groupMaximum) }
    groups.overwrite(integer: UInt64(count), at: 0)
  }

  /// Calls `body` with the finished dictionary, whose entries lead nowhere yet but to their forms.
  func withDictionary(forms: ByteSink, hasPositions: Bool, _ body: (TermDictionary) -> Void) {
    let nothing = UnsafeRawBufferPointer(start: emptyBytes, count: 0)
    terms.withBytes { terms in
      groups.withBytes { groups in
        forms.withBytes { forms in
          body(
            TermDictionary(
              TermSections(
                terms: terms, groups: groups, postings: nothing, positions: nothing, forms: forms,
                hasPositions: hasPositions, longestTerm: Limits.keywordBytes)))
        }
      }
    }
  }

  private func startGroup(_ term: UnsafeRawBufferPointer) {
    precondition(terms.count <= UInt32.max, "more than 4 GiB of terms in one field of a segment")
    groups.append(integer: TermDictionaryFormat.key(term))
    groups.append(integer: UInt32(terms.count))
    groupMaximum = 0
    previousLength = 0
    terms.append(varint: postingsOffset)
    terms.append(varint: positionsOffset)
    terms.append(varint: formsOffset)
  }

  private func appendTerm(_ term: UnsafeRawBufferPointer) {
    var shared = 0
    let limit = min(previousLength, term.count)
    while shared < limit, previous[shared] == term[shared] { shared += 1 }
    let suffix = term.count - shared
    let short = TermDictionaryFormat.shortLength
    terms.append(UInt8(min(shared, short) << 4 | min(suffix, short)))
    if shared >= short { terms.append(varint: shared - short) }
    if suffix >= short { terms.append(varint: suffix - short) }
    terms.append(UnsafeRawBufferPointer(rebasing: term[shared...]))
    for index in shared..<term.count { previous[index] = term[index] }
    previousLength = term.count
  }
}
