/// Merges one text field: norms, terms, postings, positions and forms.
final class TextFieldMerger {
  struct Result {
    let statistics: FieldStatistics
    let sections: [(SectionID, ByteSink)]
  }

  private let inputs: [SegmentView]
  private let map: DocumentMap
  private let field: TextFieldID
  private let hasPositions: Bool
  private let arena = PostingArena()
  private let union = FormUnion()
  private let gaps = IntegerBuffer(capacity: 1024)
  private let blockForms = IntegerBuffer(capacity: 1024)
  private var isDamaged = false
  /// What was read of the present list.
  private var read = (documents: UInt32(0), occurrences: UInt64(0))

  init(_ inputs: [SegmentView], _ map: DocumentMap, _ field: TextFieldID, _ schema: Schema) {
    self.inputs = inputs
    self.map = map
    self.field = field
    hasPositions = schema.textFields[field.index].hasPositions
  }

  /// - Throws: `damaged` when a list does not hold as many documents and occurrences as its dictionary says.
  func merge() throws(IndexError) -> Result {
    let (norms, statistics) = mergeNorms()
    guard statistics.documentCount > 0 else { return Result(statistics: statistics, sections: []) }
    var sections: [(SectionID, ByteSink)] = []
    norms.withUnsafeBufferPointer { norms in
      let writer = TextFieldWriter(
        field: field.index, norms: norms.baseAddress!, averageLength: statistics.averageLength,
        hasPositions: hasPositions)
      var terms = TermMerge(inputs.map { $0.segment.terms(field) })
      while terms.next() { merge(terms, into: writer) }
      sections = writer.sections()
    }
    guard !isDamaged else {
      throw IndexError(.damaged, "posting list of a term of text field \(field.index) is broken")
    }
    sections.append(SectionID(.norms, field.index)) { sink in norms.withUnsafeBytes { sink.append($0) } }
    return Result(statistics: statistics, sections: sections)
  }

  private func mergeNorms() -> ([UInt8], FieldStatistics) {
    var norms: [UInt8] = []
    norms.reserveCapacity(map.count)
    var statistics = FieldStatistics()
    for (input, part) in inputs.enumerated() {
      let source = part.segment.textFields[field.index].norms
      map.forEachLive(input) { document, _ in
        let norm = source?[Int(document)] ?? 0
        norms.append(norm)
        guard norm > 0 else { return }
        statistics.documentCount += 1
        statistics.totalLength += Double(FieldNorm.lengths[Int(norm)])
      }
    }
    return (norms, statistics)
  }

  private func merge(_ terms: TermMerge, into writer: TextFieldWriter) {
    if let holder = terms.onlyHolder, let base = map.base(of: holder),
      writer.copy(
        terms.term, terms.entry(holder), base: base,
        documentCount: inputs[holder].segment.documentCount)
    {
      return
    }
    arena.reset()
    let isCounted = terms.holders.contains { !map.isComplete[$0] }
    union.begin(terms, isCounted: isCounted)
    writer.begin(formCount: union.count)
    for (turn, holder) in terms.holders.enumerated() {
      let entry = terms.entry(holder)
      var cursor = inputs[holder].segment.postings(entry, field, arena: arena)
      read = (0, 0)
      if !isCounted, let base = map.base(of: holder) {
        append(&cursor, base: base, union.map(turn), hasForms: union.count > 1, to: writer.lists)
      } else {
        map.targets[holder].withUnsafeBufferPointer { targets in
          append(&cursor, targets, union.map(turn), isCounted: isCounted, to: writer.lists)
        }
      }
      if read != (entry.documentFrequency, entry.totalFrequency) { isDamaged = true }
    }
    union.withSources { writer.end(terms.term, forms: $0) }
  }

  /// Appends the postings of an input none of whose documents is left out, block after block.
  private func append(
    _ cursor: inout PostingCursor, base: DocID, _ forms: UnsafeBufferPointer<UInt32>?, hasForms: Bool,
    to lists: PostingListWriter
  ) {
    cursor.next()
    while cursor.document != endOfPostings {
      guard decodeBlock(&cursor) else { return }
      var posting = 0
      var at = 0
      while posting < cursor.inBlock {
        let room = lists.room(forOccurrences: max(0, gaps.count - at))
        let postings = min(room.postings, cursor.inBlock - posting)
        var occurrences = 0
        for index in 0..<postings {
          room.documents[index] = base + cursor.documents[posting + index]
          room.frequencies[index] = cursor.frequencies[posting + index]
          occurrences += Int(cursor.frequencies[posting + index])
        }
        if hasPositions {
          room.gaps.update(from: gaps.values.baseAddress! + at, count: occurrences)
          if hasForms { number(blockForms.values[at..<at + occurrences], in: forms, to: room.forms) }
        }
        lists.commit(postings: postings, occurrences: occurrences)
        posting += postings
        at += occurrences
      }
      cursor.load(cursor.block + 1)
    }
  }

  /// Decodes frequencies and occurrences of the current block, and counts them; false when they are damaged.
  private func decodeBlock(_ cursor: inout PostingCursor) -> Bool {
    _ = cursor.frequency
    read.documents += UInt32(cursor.inBlock)
    for index in 0..<cursor.inBlock { read.occurrences += UInt64(cursor.frequencies[index]) }
    gaps.removeAll()
    blockForms.removeAll()
    guard !hasPositions || cursor.appendBlockOccurrences(gaps: gaps, forms: blockForms) else {
      isDamaged = true
      return false
    }
    return true
  }

  /// Writes the new numbers of forms.
  private func number(
    _ old: Slice<UnsafeBufferPointer<UInt32>>, in forms: UnsafeBufferPointer<UInt32>?,
    to target: UnsafeMutablePointer<UInt32>
  ) {
    var target = target
    for form in old {
      target.pointee = number(of: form, in: forms)
      target += 1
    }
  }

  /// Appends one input's postings, block after block.
  private func append(
    _ cursor: inout PostingCursor, _ targets: UnsafeBufferPointer<DocID>,
    _ forms: UnsafeBufferPointer<UInt32>?, isCounted: Bool, to lists: PostingListWriter
  ) {
    cursor.next()
    while cursor.document != endOfPostings {
      guard decodeBlock(&cursor) else { return }
      var at = 0
      for index in 0..<cursor.inBlock {
        let frequency = Int(cursor.frequencies[index])
        let target = targets[Int(cursor.documents[index])]
        if target != endOfPostings {
          if hasPositions {
            for occurrence in at..<at + frequency {
              let form = number(of: blockForms.values[occurrence], in: forms)
              if isCounted { union.count(form, in: target) }
              lists.addOccurrence(gap: gaps.values[occurrence], form: form)
            }
          }
          lists.add(target, frequency: UInt32(frequency))
        }
        at += frequency
      }
      cursor.load(cursor.block + 1)
    }
  }

  /// The new number of a form.
  @inline(__always)
  private func number(of form: UInt32, in forms: UnsafeBufferPointer<UInt32>?) -> UInt32 {
    guard let forms else { return 0 }
    guard form < forms.count else {
      isDamaged = true
      return 0
    }
    return forms[Int(form)]
  }
}
