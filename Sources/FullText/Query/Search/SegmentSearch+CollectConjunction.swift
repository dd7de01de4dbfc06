/// Operands of an AND of words and of what scores the same for every document.
struct Conjunction {
  /// The terms that a word is read as, word by word; at least one word.
  private(set) var words: [[ScoredTerm]] = []
  private(set) var prefixes: [PrefixNode] = []
  /// What only takes away: exclusions and conditions.
  private(set) var others: [QueryNode] = []

  /// Nil when there are other operands, or no words.
  init?(_ operands: [QueryNode]) {
    words.reserveCapacity(operands.count)
    for operand in operands {
      switch operand {
      case .terms(let terms): words.append(terms)
      case .prefix(let prefix): prefixes.append(prefix)
      case .not, .condition: others.append(operand)
      default: return nil
      }
    }
    if words.isEmpty { return nil }
  }
}

extension SegmentSearch {
  /// Shows the documents with all words that the other operands allow; what is dear to ask is only asked about documents that may
  /// be hits.
  func collect(
    _ conjunction: Conjunction, into collector: HitCollector, filter: DocumentFilter, matches: BitSet?,
    recency: Recency?
  ) {
    let rarest = conjunction.words.reduce(Int.max) { min($0, postings($1)) }
    if rarest == 0 { return }
    let areSingle = conjunction.words.allSatisfy { listCount($0) == 1 }
    let areDense = rarest > segment.documentCount / Self.gapOfDense
    if areDense, !areSingle, matches == nil, let readings = readings(conjunction) {
      return collect(readings, into: collector, filter: filter, recency: recency)
    }
    let isSetQuicker = areDense && !areSingle && conjunction.prefixes.isEmpty
    let matches = matches ?? (isSetQuicker ? self.matches(filter) : nil)
    var filter = filter
    var open: [DocIterator] = []
    var candidates = matches
    if let matches {
      filter = DocumentFilter(matches, in: filter.range)
    } else {
      filter = restricted(filter, by: conjunction, open: &open, to: &candidates)
      if let set = candidates, !areSoonerAsked(set, rarest, areSingle: areSingle, areDense: areDense) {
        candidates = nil
      }
    }
    let output = ScoredOutput(collector, filter: filter, recency: recency, segment: segment)
    let constant = conjunction.prefixes.reduce(0) { $0 + Double($1.score) }
    if let matches {
      let terms = conjunction.words.flatMap { $0 }
      // They score what the words would score as alternatives.
      let population = matches.population
      if isLookUpQuicker(population, rarest) { return lookUp(terms, constant, matches, filter.range, output) }
      if !areSingle, conjunction.prefixes.isEmpty,
        population * terms.count > postings(terms) / Self.passedPerScored
      {
        return search(runs(terms), filter.range, output)
      }
    }
    // Of the other lists only what is shared with the rarest is scored.
    if areSingle, candidates == nil {
      return search(singleRuns(conjunction.words, rarest), constant, open, filter.range, output)
    }
    let lists = conjunction.words.map { runs($0, isTabulated: postings($0) == rarest) }
    let search = WordConjunctionSearch(
      lists, constant: constant, open: open, arena: scratch.arena, output: output, interruption: interruption)
    if let candidates {
      search.run(candidates, areMatches: matches != nil, filter.range)
    } else {
      search.run(filter.range)
    }
  }

  /// Shows the documents that some lists share, of which the first is the rarest.
  private func search(
    _ runs: TermRuns, _ constant: Double, _ open: [DocIterator], _ range: Range<DocID>, _ output: ScoredOutput
  ) {
    let rarest = Int(runs[0].cursor.documentFrequency)
    if runs.count > 1, rarest > segment.documentCount / Self.gapOfDense {
      LedConjunctionSearch(
        runs, constant: constant, open: open, scratch: scratch, output: output, interruption: interruption
      ).run(range)
    } else {
      ConjunctionSearch(
        runs, constant: constant, open: open, arena: scratch.arena, output: output, interruption: interruption
      ).run(range)
    }
  }

  /// Whether documents that may match are asked for the words sooner than the documents of the rarest word are asked whether they
  /// are among them.
  private func areSoonerAsked(_ set: BitSet, _ rarest: Int, areSingle: Bool, areDense: Bool) -> Bool {
    if !areSingle { return areDense && set.population < rarest }
    // Fewer are sooner asked than those of the set counted.
    return rarest > segment.documentCount / Self.gapOfCounting && isLookUpQuicker(set.population, rarest)
  }

  private static let gapOfCounting = 32

  /// The lists of some words that have one list each, the rarest first.
  private func singleRuns(_ words: [[ScoredTerm]], _ rarest: Int) -> TermRuns {
    var runs = termRuns(words.count)
    for (place, terms) in words.enumerated() {
      for term in terms {
        for leaf in term.leaves {
          let isTabulated = documentFrequency(leaf) == rarest
          guard let run = run(leaf, weight: term.weight, isTabulated: isTabulated) else { continue }
          runs.initializeElement(at: place, to: run)
        }
      }
    }
    runs.sort { $0.cursor.documentFrequency < $1.cursor.documentFrequency }
    return runs
  }

  /// The words of a conjunction of nothing else, the longest list of each apart from the others, if these are few.
  private func readings(_ conjunction: Conjunction) -> Readings? {
    guard conjunction.prefixes.isEmpty, conjunction.others.isEmpty else { return nil }
    var readings = Readings(words: conjunction.words)
    var rarest = Int.max
    for terms in conjunction.words {
      let leaves = terms.flatMap(\.leaves)
      guard let main = leaves.max(by: { documentFrequency($0) < documentFrequency($1) }),
        let term = terms.first(where: { $0.leaves.contains(main) })
      else { return nil }
      readings.main.append(ScoredTerm(leaves: [main], weight: term.weight, choice: nil))
      readings.others += leaves.filter { $0 != main }
      rarest = min(rarest, documentFrequency(main))
    }
    let others = readings.others.reduce(0) { $0 + documentFrequency($1) }
    return others <= rarest / Self.partOfOthers ? readings : nil
  }

  /// Words of a conjunction.
  private struct Readings {
    let words: [[ScoredTerm]]
    /// The longest list of each word.
    var main: [ScoredTerm] = []
    /// The leaves of all others.
    var others: [Int] = []
  }

  /// Documents that another list than a word's longest one holds are looked up one by one; the others are those that the longest
  /// lists share.
  private func collect(
    _ readings: Readings, into collector: HitCollector, filter: DocumentFilter, recency: Recency?
  ) {
    let others = emptySet()
    for leaf in readings.others { insertDocuments(of: leaf, in: filter.range, into: others) }
    others.complement()
    let rarest = readings.main.map { postings([$0]) }.min() ?? 0
    search(
      singleRuns(readings.main.map { [$0] }, rarest), 0, [], filter.range,
      ScoredOutput(
        collector, filter: DocumentFilter(filter, and: others), recency: recency, segment: segment))
    others.complement()
    WordConjunctionSearch(
      readings.words.map { runs($0, isTabulated: false) }, constant: 0, open: [], arena: scratch.arena,
      output: ScoredOutput(collector, filter: filter, recency: recency, segment: segment),
      interruption: interruption
    ).run(others, areMatches: false, filter.range)
  }

  /// Lists of words of which the shortest is so many times as long as all others make the documents of these worth being looked
  /// up apart.
  private static let partOfOthers = 4

  /// In lists with gaps of fewer documents what is shared is quicker found as sets of bits, of which all documents must be read.
  private static let gapOfDense = 128
  /// How many postings block-max search passes in the time of scoring one.
  private static let passedPerScored = 4

  /// A filter that lets only those documents pass that also match what is not a word in a conjunction, save what is dear to ask:
  /// that is added to `open`; `set` becomes one that holds all of them, if there is one.
  ///
  /// Whether a document holds a form that starts with a prefix may take the document's occurrences to know.
  private func restricted(
    _ filter: DocumentFilter, by conjunction: Conjunction, open: inout [DocIterator], to set: inout BitSet?
  ) -> DocumentFilter {
    var filter = filter
    open = conjunction.others.map { iterator($0) }
    if conjunction.prefixes.isEmpty { return filter }
    let candidates = candidates(conjunction.words, filter.range)
    for prefix in conjunction.prefixes {
      let matches = prefixMatches(prefix, among: candidates)
      if matches.partial.isEmpty {
        filter = DocumentFilter(filter, and: matches.whole)
        set = matches.whole
      } else {
        open.append(iterator(prefix, matches))
      }
    }
    return filter
  }

  /// The documents with all words, where they are few; nil where it costs less not to know them.
  private func candidates(_ words: [[ScoredTerm]], _ range: Range<DocID>) -> BitSet? {
    guard let rarest = words.map({ postings($0) }).min(), rarest <= segment.documentCount / 32
    else { return nil }
    return words.count == 1
      ? bits(.terms(words[0]), in: range) : bits(ofAll: words.map { .terms($0) }, in: range)
  }
}
