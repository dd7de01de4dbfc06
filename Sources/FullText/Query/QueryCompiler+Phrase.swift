extension QueryCompiler {
  /// Words in a row; the weight is the sum of the idf of its words.
  mutating func phrase(
    _ words: [QueryWord], slop: Int, exact: Bool, _ context: Context
  ) -> QueryNode {
    guard let first = words.first else { return .none }
    if words.count == 1, !exact { return terms(first, context) }
    let candidates = context.fields.filter { view.schema.textFields[$0.index].hasPositions }
    var weight: Float = 0
    for word in words {
      let found = lookUp(word.stems, in: candidates)
      if found.isEmpty { return .none }
      weight += idf(of: found)
    }
    let fields = candidates.compactMap { phraseField($0, words, exact: exact) }
    guard !fields.isEmpty else { return .none }
    return .phrase(
      PhraseNode(
        fields: fields, weight: weight * context.boost, slop: Int32(clamping: slop),
        hasRepeats: fields.contains { hasRepeats($0) }))
  }

  private mutating func phraseField(
    _ field: TextFieldID, _ words: [QueryWord], exact: Bool
  ) -> PhraseNode.Field? {
    var slots: [PhraseNode.Slot] = []
    slots.reserveCapacity(words.count)
    for word in words {
      var terms: [PhraseNode.SlotTerm] = []
      terms.reserveCapacity(word.stems.count)
      for stem in word.stems {
        guard let leaf = leaf(field, stem) else { continue }
        terms.append(PhraseNode.SlotTerm(leaf: leaf, forms: exact ? word.exacts : nil))
      }
      guard !terms.isEmpty else { return nil }
      slots.append(PhraseNode.Slot(terms: terms, offset: word.position - words[0].position))
    }
    return PhraseNode.Field(field: field, slots: slots)
  }

  private func hasRepeats(_ field: PhraseNode.Field) -> Bool {
    if field.slots.count == 2, field.slots[0].terms.count == 1, field.slots[1].terms.count == 1 {
      return field.slots[0].terms[0].leaf == field.slots[1].terms[0].leaf
    }
    var leaves: [Int] = []
    leaves.reserveCapacity(field.slots.count)
    for slot in field.slots {
      for term in slot.terms { leaves.append(term.leaf) }
    }
    leaves.sort()
    return leaves.indices.dropFirst().contains { leaves[$0] == leaves[$0 - 1] }
  }
}
