extension PartSearch {
  /// Shows a collector the scored matches that pass a filter; those below its threshold may be left out.
  ///
  /// Disjunctions and conjunctions of terms have algorithms of their own, everything else is walked document by document.
  /// - Parameter matches: all that matches and passes the filter, if that is known already.
  func collect(into collector: HitCollector, filter: DocumentFilter, matches: BitSet?, recency: Recency?) {
    let output = ScoredOutput(collector, filter: filter, recency: recency, segment: segment)
    switch query.root {
    case .none: break
    case .terms(let terms):
      let runs = runs(terms)
      search(runs, filter.range, output)
    case .and(let operands):
      if let conjunction = Conjunction(operands) {
        collect(conjunction, into: collector, filter: filter, recency: recency)
      } else if let terms = scoringTerms(operands) {
        let matches = matches ?? self.matches(filter)
        let range = filter.range
        let output = ScoredOutput(
          collector, filter: DocumentFilter(matches, in: range), recency: recency, segment: segment)
        collect(terms, of: matches, range, output)
      } else {
        walk(filter.range, output)
      }
    case .phrase(let phrase):
      guard let field = phrase.plainField else { return walk(filter.range, output) }
      collect(field, weight: phrase.weight, filter.range, output)
    case .prefix(let prefix):
      if let matches {
        take(matches, filter.range, Double(prefix.score), output)
      } else {
        collect(prefix, filter.range, output)
      }
    default: walk(filter.range, output)
    }
  }

  /// The terms of the words of a conjunction, when nothing else in it scores; nil otherwise.
  private func scoringTerms(_ operands: [QueryNode]) -> [ScoredTerm]? {
    var terms: [ScoredTerm] = []
    for operand in operands {
      switch operand {
      case .terms(let alternatives): terms += alternatives
      case .condition, .not: break
      default: return nil
      }
    }
    return terms.isEmpty ? nil : terms
  }

  /// Shows those of the matches of a conjunction that may be hits: they score what the terms would score as alternatives.
  private func collect(
    _ terms: [ScoredTerm], of matches: BitSet, _ range: Range<DocID>, _ output: ScoredOutput
  ) {
    let runs = runs(terms)
    if matches.population * runs.count > postings(terms) / Self.lookedAtPerScored {
      search(runs, range, output)
    } else {
      MatchScoring(runs, output: output, interruption: interruption).run(matches, range)
    }
  }

  private func search(_ runs: [TermRun], _ range: Range<DocID>, _ output: ScoredOutput) {
    if runs.isEmpty { return }
    if runs.allSatisfy({ $0.isChoice && $0.word == 0 }) {
      ChoiceSearch(runs, window: scratch.window, output: output, interruption: interruption).run(range)
    } else {
      MaxScoreSearch(runs, scratch: scratch, output: output, interruption: interruption).run(range)
    }
  }

  /// How many postings block-max search passes in the time of scoring one.
  private static let lookedAtPerScored = 4

  private func walk(_ range: Range<DocID>, _ output: ScoredOutput) {
    let walk = iterator(query.root)
    let isDear = walk.isDear
    _ = walk.advance(to: range.lowerBound)
    while walk.document < range.upperBound, !interruption.tick() {
      if output.allows(walk.document), !isDear || walk.bound() >= output.threshold, walk.matches() {
        output.take(walk.document, walk.score())
      }
      _ = walk.next()
    }
  }

  /// Shows the documents with all terms that the prefixes allow; whether a document holds a form that starts with a prefix,
  /// where it takes the document's occurrences to know, is only asked about documents that may be hits.
  private func collect(
    _ conjunction: Conjunction, into collector: HitCollector, filter: DocumentFilter, recency: Recency?
  ) {
    var runs: [TermRun] = []
    let rarest = conjunction.terms.map { documentFrequency($0.leaves[0]) }.min() ?? 0
    for term in conjunction.terms {
      let leaf = term.leaves[0]
      // Of the other lists only what is shared with the rarest is scored.
      let isRarest = documentFrequency(leaf) == rarest
      guard let run = run(leaf, weight: term.weight, isTabulated: isRarest) else { return }
      runs.append(run)
    }
    var filter = filter
    var constant = 0.0
    var open: [DocIterator] = []
    if !conjunction.prefixes.isEmpty {
      let candidates = candidates(conjunction.terms, filter.range)
      for prefix in conjunction.prefixes {
        constant += Double(prefix.score)
        let matches = prefixMatches(prefix, among: candidates)
        if matches.partial.isEmpty {
          filter = DocumentFilter(filter, and: matches.whole)
        } else {
          open.append(iterator(prefix, matches))
        }
      }
    }
    let output = ScoredOutput(collector, filter: filter, recency: recency, segment: segment)
    ConjunctionSearch(runs, constant: constant, open: open, output: output, interruption: interruption)
      .run(filter.range)
  }

  /// The documents with all terms, where they are few; nil where it costs less not to know them.
  private func candidates(_ terms: [ScoredTerm], _ range: Range<DocID>) -> BitSet? {
    guard let rarest = terms.map({ documentFrequency($0.leaves[0]) }).min(),
      rarest <= segment.documentCount / 32
    else { return nil }
    return bits(terms.count == 1 ? .terms(terms) : .and(terms.map { .terms([$0]) }), in: range)
  }

  /// Shows the documents that match a prefix for sure, then of the others, which it takes their occurrences to know, those
  /// that may be hits: all score the same, so the first ones, by the ranking's ties, leave little room for these.
  private func collect(_ prefix: PrefixNode, _ range: Range<DocID>, _ output: ScoredOutput) {
    let matches = prefixMatches(prefix, among: nil)
    let score = Double(prefix.score)
    take(matches.whole, range, score, output)
    for term in matches.partial {
      let slot = PhraseSlot(offset: 0)
      slot.add(segment.postings(term.entry, term.field, arena: scratch.arena), forms: term.forms)
      _ = slot.advance(to: range.lowerBound)
      while slot.document < range.upperBound, !interruption.tick() {
        let document = slot.document
        if !matches.whole.contains(document), output.allows(document), output.mayTake(document, score),
          slot.isConfirmed
        {
          matches.whole.insert(document)
          output.take(document, score)
        }
        _ = slot.advance(to: document + 1)
      }
    }
  }

  /// Shows the documents of a set that lie in a range, which all score the same; a search may be stopped between stretches.
  private func take(_ set: BitSet, _ range: Range<DocID>, _ score: Double, _ output: ScoredOutput) {
    var start = range.lowerBound
    while start < range.upperBound, !interruption.tick(Self.stretch) {
      let end = min(range.upperBound, start + DocID(Self.stretch))
      set.forEach(in: start..<end) { document in
        if output.allows(document) { output.take(document, score) }
      }
      start = end
    }
  }

  /// How many documents are passed without asking whether to go on.
  private static let stretch = 1 << 12

  private func collect(
    _ field: PhraseNode.Field, weight: Float, _ range: Range<DocID>, _ output: ScoredOutput
  ) {
    var places: [PhraseSearch.Place] = []
    let rarest = field.slots.map { documentFrequency($0.terms[0].leaf) }.min() ?? 0
    for slot in field.slots {
      let leaf = slot.terms[0].leaf
      // Scores are only worked out in the rarest list.
      guard let run = run(leaf, weight: weight, isTabulated: documentFrequency(leaf) == rarest) else {
        return
      }
      places.append(PhraseSearch.Place(run: run, offset: UInt32(bitPattern: slot.offset)))
    }
    PhraseSearch(places, output: output, interruption: interruption).run(range)
  }

  /// The lists of some terms; those of one word stand side by side.
  private func runs(_ terms: [ScoredTerm]) -> [TermRun] {
    var runs: [TermRun] = []
    var words = 0
    var rest = terms[...]
    while let first = rest.first {
      let together = first.choice == nil ? rest.prefix(1) : rest.prefix { $0.choice == first.choice }
      rest = rest.dropFirst(together.count)
      var place = TermRun.Place()
      let lists = together.reduce(0) { $0 + $1.leaves.count { documentFrequency($0) > 0 } }
      if lists > 1 {
        place.word = words
        words += 1
        place.isChoice = first.choice != nil
        if place.isChoice { place.postings = postings(Array(together)) }
      }
      for term in together {
        for leaf in term.leaves {
          let isTabulated = lists == 1 || place.isChoice
          if let run = run(leaf, weight: term.weight, place: place, isTabulated: isTabulated) {
            runs.append(run)
          }
        }
      }
    }
    return runs
  }

  private func run(
    _ leaf: Int, weight: Float, place: TermRun.Place = .init(), isTabulated: Bool = true
  ) -> TermRun? {
    guard let cursor = cursor(leaf) else { return nil }
    let field = query.leaves[leaf].field
    return TermRun(
      cursor: cursor, weight: weight, place: place, norms: segment.norms(field), field: field, tables: tables,
      tabulated: isTabulated ? scratch.scores : nil)
  }
}

/// Operands of an AND that terms of one field and bit sets can answer.
private struct Conjunction {
  var terms: [ScoredTerm] = []
  var prefixes: [PrefixNode] = []

  /// Nil when there are others, or no terms.
  init?(_ operands: [QueryNode]) {
    for operand in operands {
      switch operand {
      case .terms(let alternatives) where alternatives.count == 1 && alternatives[0].leaves.count == 1:
        terms.append(alternatives[0])
      case .prefix(let prefix): prefixes.append(prefix)
      default: return nil
      }
    }
    if terms.isEmpty { return nil }
  }
}

extension PhraseNode {
  /// The only field of a phrase of single terms, in whatever form, one right behind the other.
  fileprivate var plainField: Field? {
    guard fields.count == 1, slop == 0 else { return nil }
    let isPlain = fields[0].slots.allSatisfy { $0.terms.count == 1 && $0.terms[0].forms == nil }
    return isPlain ? fields[0] : nil
  }
}
