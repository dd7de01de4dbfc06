/// A document with everything that its place among the hits depends on but its key.
struct RankedDocument {
  /// The score, or 0 when ordered by a field.
  var score: Double
  /// What hits are ordered by: rises with the score, or with the place that the field's value deserves.
  var rank: Int64
  /// What decides between equal ranks; the higher comes first.
  var tie: Int64
  var part: Int32
  var document: DocID

  /// The rank of a score: the bits of a double that is not negative order as it does.
  @inline(__always)
  static func rank(score: Double) -> Int64 { Int64(bitPattern: (score + 0).bitPattern) }
}

/// Gives documents their ranks and compares them: by rank, then by tie, then by key, rising unless the order says otherwise.
///
/// Of one search; a class, so that to compare documents counts no references.
final class Ranking {
  let view: IndexView
  let order: SearchPlan.Order
  let isByScore: Bool
  let tieBreak: IntegerFieldID?
  private let isByKey: Bool
  private let keysFall: Bool

  init(view: IndexView, plan: SearchPlan) {
    self.view = view
    order = plan.order
    isByScore = plan.order == .relevance
    tieBreak = plan.tieBreak
    keysFall = plan.order == .keyDescending
    isByKey = keysFall || plan.order == .key
  }

  /// The columns of one part by which documents are ranked; without values where nothing depends on them.
  struct Columns {
    var order = IntegerColumn()
    var tie = IntegerColumn()
  }

  func columns(ofPart part: Int) -> Columns {
    let segment = view.parts[part].segment
    var columns = Columns()
    if let tieBreak, !isByKey { columns.tie = segment.integers(tieBreak) }
    switch order {
    case .key, .keyDescending, .relevance: break
    case .descending(let field), .ascending(let field): columns.order = segment.integers(field)
    }
    return columns
  }

  /// A document with everything that its place depends on; the columns are those of its part.
  @inline(__always)
  func ranked(_ document: DocID, part: Int, score: Double, _ columns: Columns) -> RankedDocument {
    var ranked = RankedDocument(
      score: score, rank: 0, tie: columns.tie.value(document) ?? .min, part: Int32(part), document: document)
    switch order {
    case .key, .keyDescending: break
    case .relevance: ranked.rank = RankedDocument.rank(score: score)
    case .descending: ranked.rank = columns.order.value(document) ?? .min
    case .ascending: ranked.rank = columns.order.value(document).map { ~$0 } ?? .min
    }
    return ranked
  }

  /// Whether `a` comes before `b`.
  @inline(__always)
  func precedes(_ a: RankedDocument, _ b: RankedDocument) -> Bool {
    a.rank != b.rank ? a.rank > b.rank : precedesAmongEquals(a, b)
  }

  @inline(never)
  private func precedesAmongEquals(_ a: RankedDocument, _ b: RankedDocument) -> Bool {
    if a.tie != b.tie { return a.tie > b.tie }
    let order = compare(
      view.storedKey(a.document, part: Int(a.part)), view.storedKey(b.document, part: Int(b.part)))
    return keysFall ? order > 0 : order < 0
  }

  /// Whether a document comes after a cursor.
  func follows(_ document: RankedDocument, _ cursor: SearchCursor) -> Bool {
    if document.rank != cursor.rank { return document.rank < cursor.rank }
    if document.tie != cursor.tie { return document.tie < cursor.tie }
    return view.parts[Int(document.part)].segment.withKey(document.document) {
      keysFall ? $0.lexicographicallyPrecedes(cursor.key) : cursor.key.lexicographicallyPrecedes($0)
    }
  }

  func cursor(_ document: RankedDocument) -> SearchCursor {
    let key = view.parts[Int(document.part)].segment.withKey(document.document) { Array($0) }
    return SearchCursor(rank: document.rank, tie: document.tie, key: key)
  }
}
