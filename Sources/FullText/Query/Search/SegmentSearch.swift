/// A compiled query at work in one segment of a view.
///
/// Belongs to one search on one thread; what it makes is valid while it lives.
final class SegmentSearch {
  let view: IndexView
  let number: Int
  let segment: Segment
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
    segment = view.parts[number].segment
    self.query = query
    self.tables = tables
    self.scratch = scratch
    self.interruption = interruption
    self.isExplaining = isExplaining
  }

  var part: SegmentView { view.parts[number] }

  /// A walk over the documents that the query matches, scored with what adds to them.
  func scoredWalk() -> DocIterator {
    let walk = iterator(query.root)
    return query.hasExtra ? ExtraIterator(walk, extra: iterator(query.extra)) : walk
  }

  /// A walk over the documents that a part of the query matches, deleted ones included.
  func iterator(_ node: QueryNode) -> DocIterator {
    switch node {
    case .none: EmptyIterator()
    case .all: AllIterator(count: segment.documentCount)
    case .terms(let terms): union(words(terms))
    case .phrase(let phrase): together(phrase.fields.compactMap { self.phrase(phrase, $0) }, label(phrase))
    case .prefix(let prefix): iterator(prefix)
    case .condition(let condition):
      ConditionIterator(
        DocumentFilter(condition, segment: segment, interruption), count: segment.documentCount)
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
    guard let entry = query.entry(of: leaf, in: number) else { return nil }
    return segment.postings(entry, query.leaves[leaf].field, arena: scratch.arena)
  }

  private func term(_ term: ScoredTerm) -> DocIterator {
    let fields = term.leaves.compactMap { leaf in
      cursor(leaf).map {
        TermDocIterator(cursor: $0, score: score(query.leaves[leaf].field, term.weight, label(leaf)))
      }
    }
    return together(fields, label(term))
  }

  /// A walk for each term that adds to the score and for each choice.
  private func words(_ terms: [ScoredTerm]) -> [DocIterator] {
    var walks: [DocIterator] = []
    var rest = terms[...]
    while let first = rest.first {
      let alternatives = first.choice == nil ? rest.prefix(1) : rest.prefix { $0.choice == first.choice }
      let found = alternatives.map { term($0) }
      walks.append(found.count == 1 ? found[0] : UnionIterator(found, takesBest: true))
      rest = rest.dropFirst(alternatives.count)
    }
    return walks
  }

  /// A walk over what any of the fields holds, scored for all of them together.
  private func together(_ fields: [FieldIterator], _ label: String) -> DocIterator {
    fields.isEmpty
      ? EmptyIterator() : fields.count == 1 ? fields[0] : FieldUnionIterator(fields, label: label)
  }

  private func score(_ field: TextFieldID, _ weight: Float, _ label: String) -> FieldIterator.Score {
    FieldIterator.Score(
      norms: segment.norms(field), gains: tables.gains(field), weight: weight, label: label)
  }

  private func phrase(_ phrase: PhraseNode, _ field: PhraseNode.Field) -> FieldIterator? {
    var slots: [PhraseSlot] = []
    for wanted in field.slots {
      guard let slot = slot(wanted) else { return nil }
      slots.append(slot)
    }
    return PhraseIterator(
      slots, slop: phrase.slop, hasRepeats: phrase.hasRepeats,
      score: score(field.field, phrase.weight, label(field)), interruption: interruption)
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
      guard let cursor = cursor(term.leaf), let forms = forms(of: term) else { continue }
      slot.add(cursor, forms: forms.ordinals)
    }
    return slot.document == endOfPostings ? nil : slot
  }

  /// Which forms of a term will do in this part; nil when it holds none of them.
  func forms(of term: PhraseNode.SlotTerm) -> WantedForms? {
    guard let entry = query.entry(of: term.leaf, in: number) else { return nil }
    guard let wanted = term.forms else { return .all }
    let held = TermForms(entry, term: query.leaves[term.leaf].term)
    let found = wanted.compactMap { held.ordinal(of: $0) }
    if found.isEmpty { return nil }
    return found.count < held.forms.count ? .only(found) : .all
  }
}

/// Which forms of a term will do.
enum WantedForms {
  case all
  /// Those with these ordinals.
  case only([UInt32])

  /// The ordinals; nil when all will do.
  var ordinals: [UInt32]? {
    if case .only(let ordinals) = self { ordinals } else { nil }
  }
}
