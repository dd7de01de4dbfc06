extension SegmentSearch {
  /// The live documents that match the whole query and pass a filter: those that pass are asked for the words if they are fewer,
  /// else those with the words whether they pass.
  func matches(_ filter: DocumentFilter) -> BitSet {
    if filter.allowsNothing { return emptySet() }
    let range = filter.range
    if filter.leastCandidates < candidateCount(query.root) {
      let set = emptySet()
      filter.insertAll(into: set)
      keep(query.root, in: set, range)
      return set
    }
    let set = bits(query.root, in: range)
    if range.count < segment.documentCount { set.formIntersection(range) }
    filter.restrict(set)
    return set
  }

  /// Whether so few documents pass a filter that these are sooner asked for the words of a query than its lists are gone through.
  func isSelective(_ filter: DocumentFilter) -> Bool {
    switch query.root {
    case .terms(let terms): isLookUpQuicker(filter.leastCandidates * listCount(terms), postings(terms))
    case .and(let operands) where operands.allSatisfy { $0.alternatives != nil }:
      isLookUpQuicker(filter.leastCandidates, candidateCount(query.root))
    default: false
    }
  }

  func emptySet() -> BitSet { BitSet(capacity: segment.documentCount, pool: scratch.bitSets) }

  /// The documents of a range that a part of the query matches, deleted ones included; perhaps others outside it.
  func bits(_ node: QueryNode, in range: Range<DocID>) -> BitSet {
    switch node {
    case .prefix(let prefix): return prefixMatches(prefix, among: nil).confirmed()
    case .condition(let condition): return condition.bits(in: segment, interruption)
    case .terms(let terms):
      let set = emptySet()
      for term in terms {
        for leaf in term.leaves { insertDocuments(of: leaf, in: range, into: set) }
      }
      return set
    case .or(let operands):
      let set = bits(operands[0], in: range)
      for operand in operands.dropFirst() { set.formUnion(bits(operand, in: range)) }
      return set
    case .not(let operand):
      let set = bits(operand, in: range)
      set.complement()
      return set
    case .and(let operands): return bits(ofAll: operands, in: range)
    case .all:
      let set = emptySet()
      set.insertAll()
      return set
    case .none: return emptySet()
    case .phrase(let phrase):
      return phrase.slop == 0 ? documents(of: phrase, in: range) : walked(node, in: range)
    }
  }

  /// The documents of a range that a part of the query matches, found one by one.
  func walked(_ node: QueryNode, in range: Range<DocID>) -> BitSet {
    let set = emptySet()
    let walk = iterator(node)
    _ = walk.advance(to: range.lowerBound)
    while walk.document < range.upperBound, !interruption.tick() {
      if walk.matches() { set.insert(walk.document) }
      _ = walk.next()
    }
    return set
  }

  /// Adds the documents of a range that hold a leaf to a set, perhaps others outside it.
  func insertDocuments(of leaf: Int, in range: Range<DocID>, into set: BitSet) {
    guard var cursor = cursor(leaf) else { return }
    _ = interruption.tick(Int(cursor.documentFrequency))
    cursor.insertAll(in: range, into: set)
  }
}
