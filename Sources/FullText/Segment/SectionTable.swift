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
  case strayForms = 23
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

/// The sections of an opened image: an array, for every segment is opened once and asked for each section of each field.
struct SectionTable {
  /// Of each kind one place a field.
  private var places: [UnsafeRawBufferPointer?]
  private let fieldCount: Int
  private static let rowCount = 16

  /// An empty table for so many fields of each kind, at most ``Limits/fields``.
  init(fieldCount: Int) {
    self.fieldCount = min(fieldCount, Limits.fields)
    places = [UnsafeRawBufferPointer?](repeating: nil, count: Self.rowCount * self.fieldCount)
  }

  /// A section; those of fields beyond the table are not kept.
  subscript(id: SectionID) -> UnsafeRawBufferPointer? {
    get { id.field < fieldCount ? places[Self.row(id.kind) * fieldCount + Int(id.field)] : nil }
    set { if id.field < fieldCount { places[Self.row(id.kind) * fieldCount + Int(id.field)] = newValue } }
  }

  /// The bytes of all sections of a kind.
  func bytes(ofKind kind: SectionKind) -> Int {
    let start = Self.row(kind) * fieldCount
    return places[start..<start + fieldCount].reduce(0) { $0 + ($1?.count ?? 0) }
  }

  private static func row(_ kind: SectionKind) -> Int {
    switch kind {
    case .schema: 0
    case .documentOffsets: 1
    case .keyTable: 2
    case .terms: 3
    case .termGroups: 4
    case .postings: 5
    case .positions: 6
    case .forms: 7
    case .norms: 8
    case .termFilter: 9
    case .keywordTerms: 10
    case .keywordTermGroups: 11
    case .keywordPostings: 12
    case .keywordColumn: 13
    case .integerColumn: 14
    case .strayForms: 15
    }
  }
}
