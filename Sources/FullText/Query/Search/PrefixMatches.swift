/// The documents of one segment with a word that starts with a text, some of them still to be confirmed.
///
/// When it matters for a few candidates only, long lists are asked for these instead of being read.
///
/// Every term that starts with the text counts whole. A term that does not (`bring` for `brough`, `elect` for `electio`)
/// counts where one of its forms does.
final class PrefixMatches {
  /// A term that only counts where it is written in one of some forms.
  struct Partial {
    let entry: TermEntry
    let field: TextFieldID
    let forms: [UInt32]
  }

  /// The documents that match for sure, deleted ones included.
  let whole: BitSet
  /// Terms whose documents may match.
  private(set) var partial: [Partial] = []

  /// The documents that matter and are not known to match yet, perhaps some that are; nil when all documents matter.
  private var open: [DocID]?
  private let segment: Segment
  private let interruption: Interruption
  private let scratch = PostingArena()

  init(
    _ prefix: PrefixNode, among candidates: BitSet?, schema: Schema, segment: Segment,
    pool: BitSetPool, interruption: Interruption
  ) {
    open = candidates.map { candidates in
      var documents: [DocID] = []
      candidates.forEach { documents.append($0) }
      return documents
    }
    self.segment = segment
    self.interruption = interruption
    whole = BitSet(capacity: segment.documentCount, pool: pool)
    for field in prefix.fields {
      for text in prefix.prefixes {
        let range = addTerms(startingWith: text, field)
        guard schema.textFields[field.index].hasPositions else { continue }
        text.withUnsafeBytes { text in
          segment.writtenForms(field).forEachTerm(notIn: range, startingWith: text) { term, entry in
            add(entry, term, formsStartingWith: text, field)
          }
        }
      }
    }
  }

  private func addTerms(startingWith text: [UInt8], _ field: TextFieldID) -> Range<Int> {
    let dictionary = segment.terms(field)
    let range = dictionary.ordinals(withPrefix: text)
    guard !range.isEmpty else { return range }
    for group in dictionary.groups(of: range) {
      var steps = 0
      dictionary.forEachTerm(in: range.clamped(to: dictionary.ordinals(ofGroup: group))) { _, entry in
        add(entry, field)
        steps += Int(entry.documentFrequency)
      }
      if interruption.tick(steps) { break }
    }
    return range
  }

  private func add(_ entry: TermEntry, _ field: TextFieldID) {
    if entry.documentFrequency == 1 {
      if Int(entry.single) < whole.capacity { whole.insert(entry.single) }
      return
    }
    scratch.reset()
    if entry.documentFrequency < PostingListFormat.blockCount {
      let documents: UnsafeMutablePointer<DocID> = scratch.allocate(PostingArena.perCursor)
      let count = PostingCursor.documents(of: entry, into: documents)
      for index in 0..<count where Int(documents[index]) < whole.capacity { whole.insert(documents[index]) }
      return
    }
    var cursor = segment.postings(entry, field, arena: scratch)
    if let open, open.count < Int(entry.documentFrequency) / Self.readPerLookUp {
      confirm { cursor.advance(to: $0) == $0 }
    } else {
      cursor.insertAll(in: 0..<DocID(whole.capacity), into: whole)
    }
  }

  /// Adds those of the open documents, which are asked about in order, for which `body` holds.
  @inline(__always)
  private func confirm(_ body: (DocID) -> Bool) {
    guard var left = open else { return }
    open = nil
    var kept = 0
    for index in left.indices {
      let document = left[index]
      if whole.contains(document) { continue }
      if body(document) {
        whole.insert(document)
      } else {
        left[kept] = document
        kept += 1
      }
    }
    left.removeSubrange(kept...)
    open = left
  }

  /// How many postings are read in the time of looking one document up.
  private static let readPerLookUp = 16

  private func add(
    _ entry: TermEntry, _ term: UnsafeRawBufferPointer, formsStartingWith text: UnsafeRawBufferPointer,
    _ field: TextFieldID
  ) {
    if interruption.tick() { return }
    let (forms, count) = TermForms.ordinals(entry, term: term, startingWith: text)
    if forms.isEmpty { return }
    if forms.count == count {
      add(entry, field)
    } else {
      partial.append(Partial(entry: entry, field: field, forms: forms))
    }
  }

  /// Confirms what is still to be confirmed, and gives everything.
  func confirmed() -> BitSet {
    for term in partial {
      scratch.reset()
      var cursor = segment.postings(term.entry, term.field, arena: scratch)
      guard open != nil else {
        cursor.insertAll(holding: term.forms, into: whole, interruption: interruption)
        continue
      }
      let slot = PhraseSlot(offset: 0)
      slot.add(cursor, forms: term.forms)
      confirm { !interruption.tick() && slot.advance(to: $0) == $0 && slot.isConfirmed }
    }
    partial = []
    return whole
  }
}

extension PostingCursor {
  /// Adds every document of the list, which has not been moved yet, that lies in a range to a set; some behind it, too.
  mutating func insertAll(in range: Range<DocID>, into set: BitSet) {
    advance(to: range.lowerBound)
    while document < range.upperBound {
      let documents = documents
      let words = set.words.baseAddress!
      for index in index..<inBlock {
        let document = documents[index]
        words[Int(document >> 6)] |= 1 << UInt64(document & 63)
      }
      load(block + 1)
    }
  }

  /// Adds every document of the list, which has not been moved yet, that holds one of some forms to a set.
  ///
  /// Reads the forms of a block at once, for finding those of one document means counting through those before.
  mutating func insertAll(holding forms: [UInt32], into set: BitSet, interruption: Interruption) {
    let ordinals = IntegerBuffer(capacity: 1024)
    advance(to: 0)
    while document < DocID(set.capacity), !interruption.tick(inBlock) {
      ordinals.removeAll()
      // Frequencies are read with the forms; of a damaged block nothing is known.
      if !isBlock(in: set), appendBlockOccurrences(gaps: nil, forms: ordinals) {
        insertBlock(set) { forms.contains(ordinals.values[$0]) }
      }
      load(block + 1)
    }
  }

  /// Whether all documents of the current block are in a set.
  private func isBlock(in set: BitSet) -> Bool {
    (0..<inBlock).allSatisfy { Int(documents[$0]) < set.capacity && set.contains(documents[$0]) }
  }

  /// Adds those documents of the current block that have an occurrence, by its number in the block, for which `body` holds.
  @inline(__always)
  private func insertBlock(_ set: BitSet, _ body: (Int) -> Bool) {
    var occurrence = 0
    for index in 0..<inBlock {
      let next = occurrence + Int(frequencies[index])
      if Int(documents[index]) < set.capacity, (occurrence..<next).contains(where: body) {
        set.insert(documents[index])
      }
      occurrence = next
    }
  }
}
