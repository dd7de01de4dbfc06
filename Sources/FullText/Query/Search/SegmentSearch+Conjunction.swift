extension SegmentSearch {
  /// How many postings are read in the time of looking one document up.
  private static let readPerLookUp = 16

  /// The documents of a range that match every operand, deleted ones included; perhaps others outside it.
  ///
  /// Words are sets, intersected the rarest first. Lists much longer than what is left are asked about that instead of being
  /// read, and so is whatever is dear to ask, last.
  func bits(ofAll operands: [QueryNode], in range: Range<DocID>) -> BitSet {
    let words = operands.compactMap(\.alternatives).sorted { postings($0) < postings($1) }
    guard let rarest = words.first else { return walked(.and(operands), in: range) }
    let set = bits(.terms(rarest), in: range)
    // At most as many as the rarest word has postings; counted only when that has shrunk.
    var left = postings(rarest)
    for terms in words.dropFirst() {
      keep(terms, in: set, left, range)
      left = set.population
    }
    keep(operands.filter { $0.alternatives == nil }, in: set, range)
    return set
  }

  /// Removes the documents of a range that a part of the query does not match.
  func keep(_ node: QueryNode, in set: BitSet, _ range: Range<DocID>) {
    switch node {
    case .all: break
    case .none: set.removeAll()
    case .terms(let terms): keep(terms, in: set, set.population, range)
    case .and(let operands):
      let words = operands.compactMap(\.alternatives).sorted { postings($0) < postings($1) }
      for terms in words { keep(terms, in: set, set.population, range) }
      keep(operands.filter { $0.alternatives == nil }, in: set, range)
    case .condition, .prefix, .phrase, .or, .not: keep([node], in: set, range)
    }
  }

  /// Removes the documents of a range that one of some operands, none of them a word, does not match.
  private func keep(_ operands: [QueryNode], in set: BitSet, _ range: Range<DocID>) {
    for operand in operands {
      switch operand {
      case .condition(let condition): set.formIntersection(condition.bits(in: segment, interruption))
      case .prefix(let prefix):
        let isSmall = set.population <= segment.documentCount / 32
        set.formIntersection(prefixMatches(prefix, among: isSmall ? set : nil).confirmed())
      default: break
      }
    }
    for operand in operands where !operand.isSet { keep(iterator(operand), in: set, range) }
  }

  /// Removes the documents of a range, of which so many are left, that hold none of some terms.
  private func keep(_ terms: [ScoredTerm], in set: BitSet, _ left: Int, _ range: Range<DocID>) {
    if postings(terms) <= Self.readPerLookUp * left {
      set.formIntersection(bits(.terms(terms), in: range))
    } else {
      keep(terms, in: set, range)
    }
  }

  /// How many documents are gone through, about, to find those that match a part of the query.
  func candidateCount(_ node: QueryNode) -> Int {
    switch node {
    case .none: 0
    case .terms(let terms): postings(terms)
    case .phrase(let phrase): phrase.fields.reduce(0) { $0 + candidateCount($1) }
    case .and(let operands): operands.map { candidateCount($0) }.min() ?? 0
    case .or(let operands): operands.reduce(0) { $0 + candidateCount($1) }
    case .all, .not, .prefix, .condition: segment.documentCount
    }
  }

  private func candidateCount(_ field: PhraseNode.Field) -> Int {
    field.slots.map { $0.terms.reduce(0) { $0 + documentFrequency($1.leaf) } }.min() ?? 0
  }

  /// How many postings the terms have.
  func postings(_ terms: [ScoredTerm]) -> Int {
    terms.reduce(0) { $1.leaves.reduce($0) { $0 + documentFrequency($1) } }
  }

  /// In how many documents of the part a leaf occurs, deleted ones included.
  func documentFrequency(_ leaf: Int) -> Int {
    Int(query.entry(of: leaf, in: number)?.documentFrequency ?? 0)
  }

  /// Removes the documents of a range that hold none of some terms.
  private func keep(_ terms: [ScoredTerm], in set: BitSet, _ range: Range<DocID>) {
    var cursors: [PostingCursor] = []
    for term in terms {
      for leaf in term.leaves {
        if let cursor = cursor(leaf) { cursors.append(cursor) }
      }
    }
    cursors.withUnsafeMutableBufferPointer { cursors in
      for index in cursors.indices { cursors[index].next() }
      set.forEach(in: range) { document in
        let holder = cursors.indices.first { index in
          if cursors[index].document < document { cursors[index].advance(to: document) }
          return cursors[index].document == document
        }
        if interruption.tick((holder ?? cursors.count) + 1) || holder == nil { set.remove(document) }
      }
    }
  }

  /// Removes the documents of a range that a walk does not match.
  private func keep(_ walk: DocIterator, in set: BitSet, _ range: Range<DocID>) {
    set.forEach(in: range) { document in
      if interruption.tick() || walk.advance(to: document) != document || !walk.matches() {
        set.remove(document)
      }
    }
  }
}

extension QueryNode {
  /// The terms of a word; nil for everything else.
  var alternatives: [ScoredTerm]? {
    if case .terms(let terms) = self { return terms }
    return nil
  }

  /// Whether the documents that match are as quick to find as to ask about.
  fileprivate var isSet: Bool {
    switch self {
    case .condition, .prefix: true
    default: false
    }
  }
}
