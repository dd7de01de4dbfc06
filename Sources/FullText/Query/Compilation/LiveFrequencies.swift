/// In how many documents of a view that are not deleted a term is.
///
/// Dictionaries count deleted documents, too, until these are merged away. Scores must not: the same revision, made again with
/// other segments, has to score as it did. What is found out about the deleted documents of a segment is kept from search
/// to search; they only become more. Belongs to one searcher, so to one thread.
final class LiveFrequencies {
  /// What is known of the deletions of one segment.
  private struct Known {
    var deletions: DeletionBitmap
    /// The documents that were deleted behind the first `logged` ones, in the order in which that was noticed.
    var log: [DocID] = []
    let logged: Int
    /// Of two logs of a segment which it is.
    let number: Int32

    init(deletions: DeletionBitmap, number: Int32) {
      self.deletions = deletions
      self.number = number
      logged = deletions.count
    }

    mutating func add(_ deletions: DeletionBitmap) {
      deletions.forEach(notIn: self.deletions) { log.append($0) }
      self.deletions = deletions
    }

    /// The documents, rising, deleted behind those of which a count tells; nil when that was made by another log.
    func deleted(behind count: Count) -> [DocID]? {
      count.log == number ? log[(Int(count.total) - logged)...].sorted() : nil
    }
  }

  /// A term of a segment.
  private struct Term: Hashable {
    let segment: UInt64
    let field: TextFieldID
    let ordinal: Int
  }

  /// What the first `total` deleted documents of a segment hold of a term.
  private struct Count {
    /// How many of them hold it.
    var found: Int32 = 0
    var total: Int32
    /// The number of the log that was kept meanwhile.
    var log: Int32
    /// What they hold of each of its forms; nil as long as nobody has asked.
    var forms: [HeldForm]?
  }

  /// What some documents hold of one form.
  private struct HeldForm {
    var occurrences: UInt64 = 0
    var documents: UInt32 = 0
    /// The document counted last.
    var last = endOfPostings
  }

  /// So many deletions are remembered in order; behind them everything is counted anew.
  private static let mostLogged = 4096
  /// So many terms of all segments are kept: some three megabytes, and more where their forms are counted, too.
  static let mostTerms = 32_768
  /// How many postings are read in the time of looking one document up.
  private static let readPerLookUp = 16
  private static let mostSegments = 64

  private var known: [UInt64: Known] = [:]
  private var logs: Int32 = 0
  /// Deletions come in one order, so what the first so many hold of a term stays true.
  private var counts = RecentTable<Term, Count>(capacity: mostTerms)
  private let arena = PostingArena()

  /// Of how many terms counts are kept.
  var termCount: Int { counts.count }

  /// In how many documents of a part that are not deleted a term of its dictionary is.
  ///
  /// - Complexity: O(1) without deletions; else the first time O(postings) or O(deletions · log postings), later O(what was
  ///   deleted since
  ///   the term was last asked for).
  func frequency(
    of entry: TermEntry, in field: TextFieldID, _ part: SegmentView, _ interruption: Interruption? = nil
  ) -> Int {
    let all = Int(entry.documentFrequency)
    if part.deletions.isEmpty { return all }
    if all == 1 { return part.deletions.contains(entry.single) ? 0 : 1 }
    return all - Int(deleted(entry, field, part, withForms: false, interruption).found)
  }

  /// The forms of a term of a part's dictionary, with the numbers of documents and occurrences that are not deleted; those that only
  /// deleted documents hold are left out. The field must have positions.
  ///
  /// - Complexity: as that of ``frequency(of:in:_:_:)``.
  func forms(
    of entry: TermEntry, _ term: [UInt8], in field: TextFieldID, _ part: SegmentView,
    _ interruption: Interruption? = nil
  ) -> [TermForms.Form] {
    var forms = TermForms(entry, term: term).forms
    if !part.deletions.isEmpty {
      let deleted = deleted(entry, field, part, withForms: true, interruption).forms ?? []
      for (number, held) in zip(forms.indices, deleted) {
        forms[number].occurrences &-= held.occurrences
        forms[number].documentFrequency &-= held.documents
      }
    }
    return forms.filter { $0.documentFrequency > 0 }
  }

  /// Whether a document that is not deleted holds a form of a term, other than the term itself, for which `body` holds.
  ///
  /// What more documents hold than are deleted needs no look at these. The field must have positions.
  func holdsForm(
    of entry: TermEntry, in field: TextFieldID, _ part: SegmentView, _ interruption: Interruption? = nil,
    where body: (TermForms.Stored) -> Bool
  ) -> Bool {
    var rare: [TermForms.Stored] = []
    var isHeld = false
    TermForms.forEach(of: entry) { form in
      guard !isHeld, form.isHeld, body(form) else { return }
      isHeld = Int(form.documentFrequency) > part.deletions.count
      rare.append(form)
    }
    if isHeld || rare.isEmpty { return isHeld }
    let holders = deleted(entry, field, part, withForms: false, interruption).found
    if rare.contains(where: { $0.documentFrequency > holders }) { return true }
    let deleted = deleted(entry, field, part, withForms: true, interruption).forms ?? []
    return rare.contains {
      Int($0.ordinal) >= deleted.count || $0.documentFrequency > deleted[Int($0.ordinal)].documents
    }
  }

  /// Whether a document that is not deleted holds a form of a term that starts with a text. The field must have positions.
  func holdsForm(
    of term: FuzzyAutomaton.HeldTerm, startingWith text: [UInt8], in field: TextFieldID, _ part: SegmentView
  ) -> Bool {
    if part.deletions.isEmpty { return true }
    return text.withUnsafeBytes { text in
      holdsForm(of: term.entry, in: field, part) { $0.order(of: term.bytes, to: text, isWhole: false) == 0 }
    }
  }

  /// Whether a document that is not deleted holds one of the terms of a part's dictionary that start with a text.
  func holdsTerm(startingWith text: [UInt8], in field: TextFieldID, _ part: SegmentView) -> Bool {
    if part.deletions.isEmpty { return true }
    let dictionary = part.segment.terms(field)
    return dictionary.ordinals(withPrefix: text).contains {
      frequency(of: dictionary.entry(at: $0), in: field, part) > 0
    }
  }

  private func deleted(
    _ entry: TermEntry, _ field: TextFieldID, _ part: SegmentView, withForms: Bool,
    _ interruption: Interruption?
  ) -> Count {
    let segment = part.segment
    let term = Term(segment: segment.serial, field: field, ordinal: entry.ordinal)
    let total = part.deletions.count
    let kept = counts.find(term)
    if let kept, kept.total == total, !withForms || kept.forms != nil { return kept }
    let known = known(segment, part.deletions)
    var count = Count(total: Int32(clamping: total), log: known.number)
    defer { counts.keep(count, for: term) }
    if let kept, !withForms || kept.forms != nil, let later = known.deleted(behind: kept) {
      (count.found, count.forms) = (kept.found, kept.forms)
      interruption?.spend(min(Int(entry.documentFrequency), Self.readPerLookUp * later.count))
      add(to: &count, entry, field, segment) { body in later.forEach(body) }
      return count
    }
    if withForms {
      count.forms = Array(repeating: HeldForm(), count: max(1, TermForms.forEach(of: entry) { _ in }))
    }
    interruption?.spend(min(Int(entry.documentFrequency), Self.readPerLookUp * total))
    if Int(entry.documentFrequency) < Self.readPerLookUp * total {
      read(to: &count, entry, field, segment, part.deletions)
    } else {
      add(to: &count, entry, field, segment) { body in part.deletions.forEach(body) }
    }
    return count
  }

  /// What is known of the deletions of a segment, these among them.
  private func known(_ segment: Segment, _ deletions: DeletionBitmap) -> Known {
    if known.count > Self.mostSegments { known = [:] }
    let serial = segment.serial
    // Fewer than before: a view of the past.
    if let more = known[serial].map({ deletions.count - $0.deletions.count }), more >= 0,
      known[serial]!.log.count + more <= Self.mostLogged
    {
      if more > 0 { known[serial]!.add(deletions) }
    } else {
      logs &+= 1
      known[serial] = Known(deletions: deletions, number: logs)
    }
    return known[serial]!
  }

  /// Counts what deleted documents, which `forEach` calls for rising, hold of a term.
  @inline(__always)
  private func add(
    to count: inout Count, _ entry: TermEntry, _ field: TextFieldID, _ segment: Segment,
    forEach: ((DocID) -> Void) -> Void
  ) {
    arena.reset()
    var cursor = segment.postings(entry, field, arena: arena)
    if count.forms == nil {
      var found: Int32 = 0
      forEach { if cursor.advance(to: $0) == $0 { found += 1 } }
      count.found += found
    } else {
      forEach { if cursor.advance(to: $0) == $0 { Self.add(to: &count, &cursor) } }
    }
  }

  /// Counts what deleted documents hold of a term by reading its list.
  private func read(
    to count: inout Count, _ entry: TermEntry, _ field: TextFieldID, _ segment: Segment,
    _ deletions: DeletionBitmap
  ) {
    arena.reset()
    var cursor = segment.postings(entry, field, arena: arena)
    if count.forms == nil {
      count.found = Int32(clamping: cursor.count { deletions.contains($0) })
    } else {
      while cursor.next() != endOfPostings {
        if deletions.contains(cursor.document) { Self.add(to: &count, &cursor) }
      }
    }
  }

  private static func add(to count: inout Count, _ cursor: inout PostingCursor) {
    count.found += 1
    guard count.forms != nil else { return }
    let document = cursor.document
    cursor.readOccurrences(withForms: cursor.hasForms) { _, form in
      guard Int(form) < count.forms!.count else { return }
      count.forms![Int(form)].occurrences += 1
      if count.forms![Int(form)].last != document { count.forms![Int(form)].documents += 1 }
      count.forms![Int(form)].last = document
    }
  }
}

extension PostingCursor {
  /// How many documents of the list, which has not been moved yet, `body` holds for.
  fileprivate mutating func count(where body: (DocID) -> Bool) -> Int {
    var found = 0
    advance(to: 0)
    while document != endOfPostings {
      let documents = documents
      for index in index..<inBlock where body(documents[index]) { found += 1 }
      load(block + 1)
    }
    return found
  }
}

extension IndexView {
  /// In how many documents that are not deleted a term of a field is.
  func frequency(of term: [UInt8], in field: TextFieldID, by frequencies: LiveFrequencies) -> Int {
    parts.reduce(0) { sum, part in
      sum + (part.segment.find(term, in: field).map { frequencies.frequency(of: $0, in: field, part) } ?? 0)
    }
  }
}
