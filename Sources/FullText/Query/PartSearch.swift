/// A compiled query at work in one part of a view.
///
/// Belongs to one search on one thread; what it makes is valid while it lives.
final class PartSearch {
  let view: IndexView
  let number: Int
  let query: CompiledQuery
  let tables: ScoreTables
  let scratch: SearchScratch
  let interruption: Interruption
  /// Whether iterators shall name their terms.
  let isExplaining: Bool

  init(
    view: IndexView, part number: Int, query: CompiledQuery, tables: ScoreTables,
    scratch: SearchScratch, interruption: Interruption, isExplaining: Bool = false
  ) {
    self.view = view
    self.number = number
    self.query = query
    self.tables = tables
    self.scratch = scratch
    self.interruption = interruption
    self.isExplaining = isExplaining
  }

  var part: IndexView.Part { view.parts[number] }
  var segment: Segment { view.parts[number].segment }

  /// A walk over the documents that a part of the query matches, deleted ones included.
  func iterator(_ node: QueryNode) -> DocIterator {
    switch node {
    case .none: EmptyIterator()
    case .all: AllIterator(count: segment.documentCount)
    case .terms(let terms): union(terms.compactMap { term($0) })
    case .phrase(let phrase): union(phrase.fields.compactMap { self.phrase(phrase, $0) })
    case .prefix(let prefix): iterator(prefix)
    case .condition(let condition):
      ConditionIterator(
        DocumentFilter(condition, segment: segment), count: segment.documentCount)
    case .and(let operands):
      IntersectionIterator(operands.map { iterator($0) }, interruption: interruption)
    case .or(let operands): union(operands.map { iterator($0) })
    case .not(let operand): ComplementIterator(iterator(operand), count: segment.documentCount)
    }
  }

  private func union(_ children: [DocIterator]) -> DocIterator {
    children.isEmpty ? EmptyIterator() : children.count == 1 ? children[0] : UnionIterator(children)
  }

  /// A cursor over a leaf's documents in this part; nil when there are none.
  func cursor(_ leaf: Int) -> PostingCursor? {
    let leaf = query.leaves[leaf]
    guard let entry = leaf.entries[number] else { return nil }
    return segment.postings(entry, leaf.field, arena: scratch.arena)
  }

  private func term(_ term: ScoredTerm) -> DocIterator? {
    let field = query.leaves[term.leaf].field
    guard let cursor = cursor(term.leaf) else { return nil }
    return TermDocIterator(
      cursor: cursor, norms: segment.norms(field), inverses: tables.inverses(field),
      weight: term.weight, label: label(term.leaf))
  }

  private func phrase(_ phrase: PhraseNode, _ field: PhraseNode.Field) -> DocIterator? {
    var slots: [PhraseSlot] = []
    for wanted in field.slots {
      guard let slot = slot(wanted) else { return nil }
      slots.append(slot)
    }
    let score = PhraseIterator.Score(
      norms: segment.norms(field.field), inverses: tables.inverses(field.field),
      weight: field.weight, label: label(field))
    return PhraseIterator(
      slots, slop: phrase.slop, hasRepeats: phrase.hasRepeats, score: score,
      interruption: interruption)
  }

  private func iterator(_ prefix: PrefixNode) -> DocIterator {
    iterator(prefix, prefixMatches(prefix, among: nil))
  }

  /// A walk over what matches a prefix.
  func iterator(_ prefix: PrefixNode, _ matches: PrefixMatches) -> DocIterator {
    let label = isExplaining ? "prefix" : ""
    if matches.partial.isEmpty {
      return BitSetIterator(matches.whole, score: prefix.score, label: label)
    }
    let slot = PhraseSlot(offset: 0)
    for term in matches.partial {
      slot.add(segment.postings(term.entry, term.field, arena: scratch.arena), forms: term.forms)
    }
    return PrefixFormIterator(slot, whole: matches.whole, score: prefix.score, label: label)
  }

  /// What matches a prefix; `candidates` tells which documents it matters for, nil for all.
  func prefixMatches(_ prefix: PrefixNode, among candidates: BitSet?) -> PrefixMatches {
    PrefixMatches(
      prefix, among: candidates, schema: view.schema, segment: segment, pool: scratch.bitSets,
      interruption: interruption)
  }

  private func slot(_ wanted: PhraseNode.Slot) -> PhraseSlot? {
    let slot = PhraseSlot(offset: wanted.offset)
    for term in wanted.terms {
      let leaf = query.leaves[term.leaf]
      guard let entry = leaf.entries[number] else { continue }
      var ordinals: [UInt32]?
      if let wantedForms = term.forms {
        let forms = segment.forms(entry, leaf.field)
        let found = wantedForms.compactMap { forms.ordinal(of: $0) }
        if found.isEmpty { continue }
        if found.count < forms.forms.count { ordinals = found }
      }
      slot.add(segment.postings(entry, leaf.field, arena: scratch.arena), forms: ordinals)
    }
    return slot.document == endOfPostings ? nil : slot
  }

  private func label(_ leaf: Int) -> String {
    guard isExplaining else { return "" }
    let leaf = query.leaves[leaf]
    let name = view.schema.textFields[leaf.field.index].name
    return "\(name):\(String(decoding: leaf.term, as: UTF8.self)) (in \(leaf.documentFrequency) documents)"
  }

  private func label(_ field: PhraseNode.Field) -> String {
    guard isExplaining else { return "" }
    let words = field.slots.compactMap { $0.terms.first }.map {
      String(decoding: query.leaves[$0.leaf].term, as: UTF8.self)
    }
    let name = view.schema.textFields[field.field.index].name
    return "\(name):\"\(words.joined(separator: " "))\""
  }
}
