/// Finds the documents of a group and chooses the one to show.
struct Editions {
  private let view: IndexView
  private let collapse: Collapse
  private let filters: [DocumentFilter]

  /// Only documents that satisfy `condition` are editions.
  init(view: IndexView, condition: Condition, collapse: Collapse, _ interruption: Interruption) {
    self.view = view
    self.collapse = collapse
    filters = view.parts.map { DocumentFilter(condition, part: $0, interruption) }
  }

  /// A hit with its group filled in and the preferred edition in front.
  func hit(_ hit: SearchHit, group: [UInt8]?) -> SearchHit {
    guard let group else { return hit }
    var result = hit
    result.group = documents(group)
    for preference in collapse.preferences {
      let wanted = Array(preference.utf8)
      if hasLanguage(hit.matched, wanted) {
        result.document = hit.matched
        return result
      }
      if let edition = result.group.first(where: { hasLanguage($0, wanted) }) {
        result.document = edition
        return result
      }
    }
    return result
  }

  private func documents(_ group: [UInt8]) -> [IndexView.Document] {
    var documents: [(key: [UInt8], document: IndexView.Document)] = []
    for (number, part) in view.parts.enumerated() {
      let index = part.segment.keywords(collapse.field)
      guard let ordinal = index.find(group) else { continue }
      index.documents(of: ordinal).forEach { document in
        guard filters[number].allows(document),
          part.segment.column(collapse.field)?.firstOrdinal(document) == ordinal
        else { return }
        let found = IndexView.Document(part: number, document: document)
        documents.append((view.key(found), found))
      }
    }
    return documents.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.document)
  }

  private func hasLanguage(_ document: IndexView.Document, _ language: [UInt8]) -> Bool {
    guard let field = collapse.languageField else { return false }
    let segment = view.parts[document.part].segment
    guard let wanted = segment.keywords(field).find(language) else { return false }
    return segment.column(field)?.firstOrdinal(document.document) == wanted
  }
}
