/// What iterators call themselves in explanations; nothing where none is asked for.
extension SegmentSearch {
  func label(_ leaf: Int) -> String {
    guard isExplaining else { return "" }
    let leaf = query.leaves[leaf]
    let count = leaf.documentFrequency
    return "\(name(leaf.field)):\(text(leaf)) (in \(count) \(count == 1 ? "document" : "documents"))"
  }

  func label(_ term: ScoredTerm) -> String { isExplaining ? text(query.leaves[term.leaves[0]]) : "" }

  func label(_ field: PhraseNode.Field) -> String {
    isExplaining ? "\(name(field.field)):\(text(field))" : ""
  }

  func label(_ phrase: PhraseNode) -> String { isExplaining ? text(phrase.fields[0]) : "" }

  private func name(_ field: TextFieldID) -> String { view.schema.textFields[field.index].name }

  private func text(_ leaf: TermLeaf) -> String { String(decoding: leaf.term, as: UTF8.self) }

  private func text(_ field: PhraseNode.Field) -> String {
    let words = field.slots.compactMap { $0.terms.first }.map { text(query.leaves[$0.leaf]) }
    return "\"\(words.joined(separator: " "))\""
  }
}
