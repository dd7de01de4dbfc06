/// Operands of an AND of words and of what scores the same for every document.
struct Conjunction {
  /// The terms that a word is read as, word by word; at least one word.
  private(set) var words: [[ScoredTerm]] = []
  private(set) var prefixes: [PrefixNode] = []
  /// What only takes away: exclusions and conditions.
  private(set) var others: [QueryNode] = []

  /// Nil when there are other operands, or no words.
  init?(_ operands: [QueryNode]) {
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
    let rarest = conjunction.words.map { postings($0) }.min() ?? 0
    if rarest == 0 { return }
    let areSingle = conjunction.words.allSatisfy { listCount($0) == 1 }
    let areDense = rarest > segment.documentCount / Self.gapOfDense
    let isSetQuicker = areDense && !areSingle && conjunction.prefixes.isEmpty
    let matches = matches ?? (isSetQuicker ? self.matches(filter) : nil)
    var filter = filter
    var open: [DocIterator] = []
    if let matches {
      filter = DocumentFilter(matches, in: filter.range)
    } else {
      filter = restricted(filter, by: conjunction, open: &open)
    }
    let output = ScoredOutput(collector, filter: filter, recency: recency, segment: segment)
    let terms = conjunction.words.flatMap { $0 }
    let constant = conjunction.prefixes.reduce(0) { $0 + Double($1.score) }
    if let matches {
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
    let lists = conjunction.words.map { runs($0, isTabulated: postings($0) == rarest) }
    if areSingle {
      ConjunctionSearch(
        lists.map { $0[0] }, constant: constant, open: open, output: output, interruption: interruption
      ).run(filter.range)
      return
    }
    let search = WordConjunctionSearch(
      lists, constant: constant, open: open, output: output, interruption: interruption)
    if let matches { search.run(matches, filter.range) } else { search.run(filter.range) }
  }

  /// In lists with gaps of fewer documents what is shared is quicker found as sets of bits, of which all documents must be read.
  private static let gapOfDense = 128
  /// How many postings block-max search passes in the time of scoring one.
  private static let passedPerScored = 4

  /// A filter that lets only those documents pass that also match what is not a word in a conjunction, save what is dear to ask:
  /// that is added to `open`.
  ///
  /// Whether a document holds a form that starts with a prefix may take the document's occurrences to know.
  private func restricted(
    _ filter: DocumentFilter, by conjunction: Conjunction, open: inout [DocIterator]
  ) -> DocumentFilter {
    var filter = filter
    open = conjunction.others.map { iterator($0) }
    if conjunction.prefixes.isEmpty { return filter }
    let candidates = candidates(conjunction.words, filter.range)
    for prefix in conjunction.prefixes {
      let matches = prefixMatches(prefix, among: candidates)
      if matches.partial.isEmpty {
        filter = DocumentFilter(filter, and: matches.whole)
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
