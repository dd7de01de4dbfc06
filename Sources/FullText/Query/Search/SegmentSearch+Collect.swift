extension SegmentSearch {
  /// Shows a collector the scored matches that pass a filter; those below its threshold may be left out.
  ///
  /// Disjunctions and conjunctions of terms have algorithms of their own, everything else is walked document by document.
  /// - Parameter matches: all that matches and passes the filter, if that is known already.
  func collect(into collector: HitCollector, filter: DocumentFilter, matches: BitSet?, recency: Recency?) {
    func output() -> ScoredOutput {
      ScoredOutput(collector, filter: filter, recency: recency, segment: segment)
    }
    switch query.root {
    case .none: break
    case .terms(let terms):
      guard let extra = query.extraTerms else { return walk(filter.range, output()) }
      let all = extra.isEmpty ? terms : terms + extra
      if let matches, isLookUpQuicker(matches.population * listCount(all), postings(terms)) {
        return lookUp(all, 0, matches, filter.range, output())
      }
      search(all, extra: extra.count, filter.range, output())
    case _ where query.hasExtra: walk(filter.range, output())
    case .and(let operands):
      guard let conjunction = Conjunction(operands) else { return walk(filter.range, output()) }
      collect(conjunction, into: collector, filter: filter, matches: matches, recency: recency)
    case .phrase(let phrase):
      guard phrase.slop == 0 else { return walk(filter.range, output()) }
      collect(phrase, into: collector, filter: filter, matches: matches, recency: recency)
    case .prefix(let prefix):
      if let matches {
        take(matches, filter.range, Double(prefix.score), output())
      } else {
        collect(prefix, filter.range, output())
      }
    default: walk(filter.range, output())
    }
  }

  /// How many postings a search through whole lists passes in the time of looking one document up in one of them.
  private static let passedPerLookUp = 8

  /// Whether so many times a document is sooner looked up in a list than lists of so many postings are gone through.
  func isLookUpQuicker(_ lookUps: Int, _ postings: Int) -> Bool {
    lookUps * Self.passedPerLookUp < postings
  }

  /// Shows the documents of a set, all of which match, scored by those of some terms that they hold.
  func lookUp(
    _ terms: [ScoredTerm], _ constant: Double, _ matches: BitSet, _ range: Range<DocID>,
    _ output: ScoredOutput
  ) {
    LookUpSearch(
      runs(terms, isTabulated: false), constant: constant, output: output, interruption: interruption
    ).run(matches, range)
  }

  /// Shows those documents with some terms that may be hits, of which the last ones only add to scores.
  ///
  /// Of long lists of one word the newest documents come first, where they come first among equals: no older one that only
  /// scores as much as the last hit has to be looked at then, and short texts often score the same.
  private func search(
    _ terms: [ScoredTerm], extra: Int, _ range: Range<DocID>, _ output: ScoredOutput
  ) {
    guard query.partCount == 1, let (newest, tie) = newest(of: range, terms, output) else {
      return search(runs(terms, extra: extra), range, output)
    }
    let runs = runs(terms, extra: extra, from: newest.lowerBound)
    search(runs, newest, output)
    output.bestTie = tie
    for index in runs.indices { runs[index].restart(at: range.lowerBound) }
    search(runs, range.lowerBound..<newest.lowerBound, output)
  }

  private func newest(
    of range: Range<DocID>, _ terms: [ScoredTerm], _ output: ScoredOutput
  ) -> (documents: Range<DocID>, greatestBefore: Int64)? {
    guard postings(terms) >= Self.longLists, let tieBreak = output.tieBreak else { return nil }
    return segment.zones(tieBreak).newest(oneIn: Self.partOfNewest, of: range)
  }

  /// Lists that have so many postings together take longer than being opened twice.
  private static let longLists = 4096
  private static let partOfNewest: DocID = 16

  /// Shows those documents of some lists that may be hits.
  func search(_ runs: TermRuns, _ range: Range<DocID>, _ output: ScoredOutput) {
    if runs.allSatisfy(\.isExtra) { return }
    if runs.allSatisfy({ $0.isChoice && $0.word == 0 }) {
      ChoiceSearch(runs, window: scratch.window, output: output, interruption: interruption).run(range)
    } else {
      MaxScoreSearch(runs, scratch: scratch, output: output, interruption: interruption).run(range)
    }
  }

  private func walk(_ range: Range<DocID>, _ output: ScoredOutput) {
    let walk = scoredWalk()
    let isDear = walk.isDear
    _ = walk.advance(to: range.lowerBound)
    while walk.document < range.upperBound, !interruption.tick() {
      if output.allows(walk.document), !isDear || walk.bound() >= output.threshold, walk.matches() {
        output.take(walk.document, walk.score())
      }
      _ = walk.next()
    }
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

  /// Shows the documents of a set that lie in a range, which all score the same: first the zones with those that come first among
  /// equals, for hardly one of the others becomes a hit then.
  private func take(_ set: BitSet, _ range: Range<DocID>, _ score: Double, _ output: ScoredOutput) {
    for zone in output.zones(of: segment) where output.mayTake(ties: zone.best, score) {
      set.forEach(in: zone.documents.clamped(to: range)) { document in
        if !interruption.tick(), output.allows(document) { output.take(document, score) }
      }
    }
  }

  /// The lists of some terms; those of one word stand side by side.
  ///
  /// - Parameters:
  ///   - extra: how many of them, the last ones, add to the scores of the documents of the others.
  ///   - first: the document from which on they are read.
  ///   - isTabulated: whether so many documents are scored that tables of scores are worth being made.
  func runs(
    _ terms: [ScoredTerm], extra: Int = 0, from first: DocID = 0, isTabulated: Bool = true
  ) -> TermRuns {
    var rest = terms[...]
    let runs = termRuns(listCount(terms))
    var next = runs.startIndex
    var words = 0
    while let term = rest.first {
      let together = term.choice == nil ? rest.prefix(1) : rest.prefix { $0.choice == term.choice }
      var place = TermRun.Place()
      place.isExtra = rest.count <= extra
      rest = rest.dropFirst(together.count)
      let lists = listCount(together)
      if lists > 1 {
        place.word = words
        words += 1
        place.isChoice = term.choice != nil
        if place.isChoice { place.postings = postings(Array(together)) }
      }
      let isTabulated = isTabulated && (lists == 1 || place.isChoice)
      for term in together {
        for leaf in term.leaves {
          if let run = run(leaf, from: first, weight: term.weight, place: place, isTabulated: isTabulated) {
            runs.initializeElement(at: next, to: run)
            next += 1
          }
        }
      }
    }
    return runs
  }

  /// Room for so many lists.
  func termRuns(_ count: Int) -> TermRuns { TermRuns(start: scratch.arena.allocate(count), count: count) }

  /// How many lists the part has of some terms.
  func listCount(_ terms: some Sequence<ScoredTerm>) -> Int {
    terms.reduce(0) { $0 + $1.leaves.count { query.entry(of: $0, in: number) != nil } }
  }

  /// The list of a leaf, from a document on; nil when the part has none.
  func run(
    _ leaf: Int, from first: DocID = 0, weight: Float, place: TermRun.Place = .init(),
    isTabulated: Bool = true
  ) -> TermRun? {
    guard let cursor = cursor(leaf) else { return nil }
    let field = query.leaves[leaf].field
    return TermRun(
      cursor: cursor, from: first, weight: weight, place: place, norms: segment.norms(field), field: field,
      tables: tables, tabulated: isTabulated ? scratch.scores : nil)
  }
}
