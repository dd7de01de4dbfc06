/// The terms of a view that lie within some edits of a word.
enum FuzzyCandidates {
  /// One term.
  struct Candidate {
    let term: [UInt8]
    /// Its distance from the nearest pattern, in edits.
    var edits: Int
    /// How many documents hold it in the field where it is most frequent, deleted ones included.
    var documentFrequency: Int
  }

  /// How many postings are read in the time of looking up all texts one edit away from a word.
  private static let stepsPerWord = 2048

  /// All terms within `edits` of one of the patterns, the nearest first, then the most frequent, then by bytes; some of them
  /// when interrupted.
  static func collect(
    patterns: [[UInt8]], edits: Int, view: IndexView, fields: [TextFieldID], interruption: Interruption
  ) -> [Candidate] {
    var found: [[UInt8]: Candidate] = [:]
    for field in fields {
      let inField = collect(
        patterns: patterns, edits: edits, view: view, field: field, interruption: interruption)
      for candidate in inField.values {
        var known = found[candidate.term] ?? candidate
        known.documentFrequency = max(known.documentFrequency, candidate.documentFrequency)
        found[candidate.term] = known
      }
    }
    return found.values.sorted { $0.precedes($1) }
  }

  private static func collect(
    patterns: [[UInt8]], edits: Int, view: IndexView, field: TextFieldID, interruption: Interruption
  ) -> [[UInt8]: Candidate] {
    var inField: [[UInt8]: Candidate] = [:]
    for part in view.parts {
      var inPart: [[UInt8]: Candidate] = [:]
      for pattern in patterns {
        forEachMatch(of: pattern, edits: edits, in: part.segment, field, interruption) {
          term, entry, distance in
          let term = Array(term)
          let nearest = min(distance, inPart[term]?.edits ?? distance)
          inPart[term] = Candidate(
            term: term, edits: nearest, documentFrequency: Int(entry.documentFrequency))
        }
      }
      inField.merge(inPart) { known, new in
        Candidate(
          term: known.term, edits: known.edits,
          documentFrequency: known.documentFrequency + new.documentFrequency)
      }
    }
    return inField
  }

  private static func forEachMatch(
    of pattern: [UInt8], edits: Int, in segment: Segment, _ field: TextFieldID,
    _ interruption: Interruption, _ body: (UnsafeRawBufferPointer, TermEntry, Int) -> Void
  ) {
    let dictionary = segment.terms(field)
    if dictionary.count == 0 { return }
    if edits == 1, let filter = segment.termFilter(field) {
      if interruption.tick(stepsPerWord) { return }
      OneEditTerms(pattern, dictionary, filter)?.forEachMatch(body)
    } else {
      FuzzyAutomaton(pattern: pattern, maxEdits: edits).forEachMatch(in: dictionary, interruption, body)
    }
  }
}

extension FuzzyCandidates.Candidate {
  fileprivate func precedes(_ other: Self) -> Bool {
    if edits != other.edits { return edits < other.edits }
    if documentFrequency != other.documentFrequency {
      return documentFrequency > other.documentFrequency
    }
    return term.lexicographicallyPrecedes(other.term)
  }
}
