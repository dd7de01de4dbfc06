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
        hasRepeats: hasRepeats(words)))
  }

  private mutating func phraseField(
    _ field: TextFieldID, _ words: [QueryWord], exact: Bool
  ) -> PhraseNode.Field? {
    var slots: [PhraseNode.Slot] = []
    for word in words {
      let terms = lookUp(word.stems, in: [field]).map {
        PhraseNode.SlotTerm(leaf: $0, forms: exact ? word.exacts : nil)
      }
      guard !terms.isEmpty else { return nil }
      slots.append(PhraseNode.Slot(terms: terms, offset: word.position - words[0].position))
    }
    return PhraseNode.Field(field: field, slots: slots)
  }

  private func hasRepeats(_ words: [QueryWord]) -> Bool {
    var seen: Set<[UInt8]> = []
    for word in words {
      for stem in word.stems where !seen.insert(stem).inserted { return true }
    }
    return false
  }
}
