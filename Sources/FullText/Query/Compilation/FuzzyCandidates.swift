/// The terms of a view that lie within some edits of a word, with their entries in its dictionaries.
///
/// Valid while the view lives.
struct FuzzyCandidates {
  /// One term.
  struct Candidate {
    /// Its distance from the nearest pattern, in edits.
    fileprivate(set) var edits: Int
    /// How many documents hold it in the field where it is most frequent; at least one.
    fileprivate(set) var documentFrequency: Int
    fileprivate var matches: Range<Int>
  }

  /// One finding of a term in the dictionary of one field of one part; some are found twice.
  private struct Match {
    let key: UInt64
    let term: Range<Int32>
    let edits: Int32
    let field: Int32
    let part: Int32
    let entry: Int32
  }

  /// All candidates, the nearest first, then the most frequent, then by bytes.
  private(set) var nearest: [Candidate] = []

  private var bytes: [UInt8] = []
  private var entries: [TermEntry] = []
  /// How many documents that are not deleted each entry's list has.
  private var frequencies: [Int] = []
  private var matches: [Match] = []

  /// How many postings are read in the time of looking up all texts one edit away from a word.
  private static let stepsPerWord = 2048

  /// Finds all terms within `edits` of one of the patterns, and those with a form within one edit of one of some words; some of
  /// them when interrupted.
  init(
    patterns: [[UInt8]], words: [[UInt8]] = [], edits: Int, view: IndexView, fields: [TextFieldID],
    frequencies live: LiveFrequencies, interruption: Interruption
  ) {
    let words = edits > 0 ? words : []
    var byForm: Set<[UInt8]> = []
    for field in fields {
      // Without positions nobody counts which forms are still there.
      let hasForms = view.schema.textFields[field.index].hasPositions
      for (number, part) in view.parts.enumerated() {
        for pattern in patterns where edits != 1 || !words.contains(pattern) {
          Self.forEachMatch(of: pattern, edits: edits, in: part.segment, field, interruption) {
            take($0, $1, live.frequency(of: $1, in: field, part), edits: $2, field, part: number)
          }
        }
        for word in words {
          let isPattern = edits == 1 && patterns.contains(word)
          let automaton = part.deletions.isEmpty ? nil : FuzzyAutomaton(pattern: word, maxEdits: 1)
          Self.forEachMatch(ofForm: word, in: part.segment, field, hasForms: hasForms, interruption) {
            if $2 == nil, let automaton,
              !live.holdsForm($0, $1, near: automaton, in: field, part, interruption)
            {
              return
            }
            take(
              $0, $1, live.frequency(of: $1, in: field, part), edits: isPattern ? $2 ?? 1 : 1, field,
              part: number)
            if $2 == nil, fields.count * view.parts.count > 1 { byForm.insert(Array($0)) }
          }
        }
      }
    }
    // Elsewhere such a term may have other forms only.
    for term in byForm {
      for field in fields {
        for (number, part) in view.parts.enumerated() {
          guard let entry = part.segment.find(term, in: field) else { continue }
          let frequency = live.frequency(of: entry, in: field, part)
          term.withUnsafeBytes { take($0, entry, frequency, edits: 1, field, part: number) }
        }
      }
    }
    let bytes = bytes
    matches.sort { Self.precedes($0, $1, bytes) }
    gather()
  }

  /// The bytes of a candidate.
  func term(of candidate: Candidate) -> [UInt8] {
    Array(Self.term(matches[candidate.matches.lowerBound], bytes))
  }

  /// What the dictionaries of a view of so many parts know of a candidate, field by field.
  func leaves(of candidate: Candidate, parts: Int) -> [(leaf: TermLeaf, entries: [TermEntry?])] {
    let term = term(of: candidate)
    var leaves: [(leaf: TermLeaf, entries: [TermEntry?])] = []
    var rest = matches[candidate.matches]
    while let first = rest.first {
      var found = [TermEntry?](repeating: nil, count: parts)
      var live = [Int](repeating: 0, count: parts)
      let inField = rest.prefix { $0.field == first.field }
      for match in inField {
        found[Int(match.part)] = entries[Int(match.entry)]
        live[Int(match.part)] = frequencies[Int(match.entry)]
      }
      rest = rest.dropFirst(inField.count)
      let frequency = live.reduce(0, +)
      if frequency == 0 { continue }
      let field = TextFieldID(Int(first.field))
      leaves.append((TermLeaf(field: field, term: term, documentFrequency: frequency), found))
    }
    return leaves
  }

  private mutating func take(
    _ term: UnsafeRawBufferPointer, _ entry: TermEntry, _ frequency: Int, edits: Int, _ field: TextFieldID,
    part: Int
  ) {
    let start = Int32(bytes.count)
    bytes.append(contentsOf: term)
    matches.append(
      Match(
        key: TermDictionaryFormat.key(term), term: start..<Int32(bytes.count), edits: Int32(edits),
        field: Int32(field.index), part: Int32(part), entry: Int32(entries.count)))
    entries.append(entry)
    frequencies.append(frequency)
  }

  private static func term(_ match: Match, _ bytes: [UInt8]) -> ArraySlice<UInt8> {
    bytes[Int(match.term.lowerBound)..<Int(match.term.upperBound)]
  }

  /// By term, then by field and part.
  private static func precedes(_ a: Match, _ b: Match, _ bytes: [UInt8]) -> Bool {
    if a.key != b.key { return a.key < b.key }
    if !isSameTerm(a, b, bytes) { return term(a, bytes).lexicographicallyPrecedes(term(b, bytes)) }
    return (a.field, a.part) < (b.field, b.part)
  }

  private static func isSameTerm(_ a: Match, _ b: Match, _ bytes: [UInt8]) -> Bool {
    guard a.key == b.key, a.term.count == b.term.count else { return false }
    return a.term.count <= 8 || term(a, bytes) == term(b, bytes)
  }

  /// Makes candidates of the sorted matches.
  private mutating func gather() {
    var start = 0
    while start < matches.count {
      var candidate = Candidate(edits: .max, documentFrequency: 0, matches: start..<start)
      var inField = 0
      var end = start
      while end < matches.count, Self.isSameTerm(matches[start], matches[end], bytes) {
        let match = matches[end]
        let isSameField = end > start && matches[end - 1].field == match.field
        if !isSameField { inField = 0 }
        if !isSameField || matches[end - 1].part != match.part {
          inField += frequencies[Int(match.entry)]
        }
        candidate.edits = min(candidate.edits, Int(match.edits))
        candidate.documentFrequency = max(candidate.documentFrequency, inField)
        end += 1
      }
      candidate.matches = start..<end
      if candidate.documentFrequency > 0 { nearest.append(candidate) }
      start = end
    }
    nearest.sort {
      if $0.edits != $1.edits { return $0.edits < $1.edits }
      if $0.documentFrequency != $1.documentFrequency { return $0.documentFrequency > $1.documentFrequency }
      return $0.matches.lowerBound < $1.matches.lowerBound
    }
  }

  private static func forEachMatch(
    of pattern: [UInt8], edits: Int, in segment: Segment, _ field: TextFieldID,
    _ interruption: Interruption, _ body: (UnsafeRawBufferPointer, TermEntry, Int) -> Void
  ) {
    let dictionary = segment.terms(field)
    if dictionary.count == 0 { return }
    if edits == 1, let filter = segment.termFilter(field) {
      if interruption.tick(stepsPerWord) { return }
      OneEditTerms(pattern, dictionary, filter)?.forEachMatch { body($0, $1, $2 ?? 1) }
    } else {
      FuzzyAutomaton(pattern: pattern, maxEdits: edits).forEachMatch(in: dictionary, interruption, body)
    }
  }

  /// Calls `body` with each term that is within one edit of a word and its distance, and with each that has a form which is; with
  /// some more than once.
  private static func forEachMatch(
    ofForm word: [UInt8], in segment: Segment, _ field: TextFieldID, hasForms: Bool,
    _ interruption: Interruption, _ body: (UnsafeRawBufferPointer, TermEntry, Int?) -> Void
  ) {
    let forms = segment.writtenForms(field)
    if let filter = forms.filter {
      if interruption.tick(stepsPerWord) { return }
      OneEditTerms(word, forms.dictionary, filter, forms: hasForms ? forms : nil)?.forEachMatch(body)
      return
    }
    // Without a filter there are few terms, or those of a script that hardly knows other forms.
    let automaton = FuzzyAutomaton(pattern: word, maxEdits: 1)
    forms.dictionary.forEachTerm(in: 0..<forms.dictionary.count) { term, entry in
      if interruption.tick() { return }
      if automaton.accepts(Array(term)) { return body(term, entry, automaton.distance) }
      guard hasForms else { return }
      var isNear = false
      TermForms.forEach(of: entry) { form in
        if form.isHeld, !isNear { isNear = automaton.accepts(form.text(of: term)) }
      }
      if isNear { body(term, entry, nil) }
    }
  }
}

extension LiveFrequencies {
  /// Whether a document that is not deleted holds a form of a term that an automaton accepts.
  fileprivate func holdsForm(
    _ term: UnsafeRawBufferPointer, _ entry: TermEntry, near automaton: FuzzyAutomaton,
    in field: TextFieldID, _ part: SegmentView, _ interruption: Interruption
  ) -> Bool {
    holdsForm(of: entry, in: field, part, interruption) { automaton.accepts($0.text(of: term)) }
  }
}
