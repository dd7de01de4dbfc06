/// What a section of an index image holds; the raw value is stored.
enum SectionKind: UInt16, CaseIterable {
  case schema = 1
  case documentOffsets = 2
  case keyTable = 3
  case terms = 16
  case termGroups = 17
  case postings = 18
  case positions = 19
  case forms = 20
  case norms = 21
  case termFilter = 22
  case keywordTerms = 32
  case keywordTermGroups = 33
  case keywordPostings = 34
  case keywordColumn = 35
  case integerColumn = 48
}

/// Names a section: what it holds, of which field.
struct SectionID: Hashable {
  let kind: SectionKind
  let field: UInt16

  init(_ kind: SectionKind, _ field: Int = 0) {
    self.kind = kind
    self.field = UInt16(field)
  }
}
