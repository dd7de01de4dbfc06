extension QueryCompiler {
  /// Words in a row; the weight is the sum of the idf of its words.
  mutating func phrase(
    _ words: [QueryWord], slop: Int, exact: Bool, _ context: Context
  ) -> QueryNode {
    guard let first = words.first else { return .none }
    if words.count == 1, !exact { return terms(first, context) }
    var fields = context.fields.filter { view.schema.textFields[$0.index].hasPositions }
      .map { PhraseNode.Field(field: $0, slots: []) }
    var weight: Float = 0
    for word in words {
      let found = addSlots(of: word, at: word.position - first.position, exact: exact, to: &fields)
      if found.isEmpty { return .none }
      weight += idf(of: found)
    }
    fields.removeAll { $0.slots.count < words.count }
    guard !fields.isEmpty else { return .none }
    return .phrase(
      PhraseNode(
        fields: fields, weight: weight * context.boost, slop: Int32(clamping: slop),
        hasRepeats: fields.contains { hasRepeats($0) }))
  }

  /// Adds a word of a phrase to each field that holds it, and gives the leaves of its terms.
  private mutating func addSlots(
    of word: QueryWord, at offset: Int32, exact: Bool, to fields: inout [PhraseNode.Field]
  ) -> [Int] {
    var found: [Int] = []
    found.reserveCapacity(fields.count * word.stems.count)
    for place in fields.indices {
      var terms: [PhraseNode.SlotTerm] = []
      terms.reserveCapacity(word.stems.count)
      for stem in word.stems {
        guard let leaf = leaf(fields[place].field, stem) else { continue }
        terms.append(PhraseNode.SlotTerm(leaf: leaf, forms: exact ? word.exacts : nil))
        found.append(leaf)
      }
      if !terms.isEmpty { fields[place].slots.append(PhraseNode.Slot(terms: terms, offset: offset)) }
    }
    return found
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
