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
  let tieBreak: IntegerFieldID?
  private let isByKey: Bool
  private let keysFall: Bool

  init(view: IndexView, plan: SearchPlan) {
    self.view = view
    order = plan.order
    tieBreak = plan.tieBreak
    keysFall = plan.order == .keyDescending
    isByKey = keysFall || plan.order == .key
  }

  func ranked(_ document: DocID, part: Int, score: Double) -> RankedDocument {
    let segment = view.parts[part].segment
    let tie = isByKey ? nil : tieBreak.flatMap { segment.integers($0).value(document) }
    var ranked = RankedDocument(
      score: score, rank: 0, tie: tie ?? .min, part: Int32(part), document: document)
    switch order {
    case .key, .keyDescending: break
    case .relevance: ranked.rank = RankedDocument.rank(score: score)
    case .descending(let field): ranked.rank = segment.integers(field).value(document) ?? .min
    case .ascending(let field): ranked.rank = segment.integers(field).value(document).map { ~$0 } ?? .min
    }
    return ranked
  }

  /// Whether `a` comes before `b`.
  func precedes(_ a: RankedDocument, _ b: RankedDocument) -> Bool {
    if a.rank != b.rank { return a.rank > b.rank }
    if a.tie != b.tie { return a.tie > b.tie }
    return view.parts[Int(a.part)].segment.withKey(a.document) { first in
      view.parts[Int(b.part)].segment.withKey(b.document) { second in
        keysFall ? second.lexicographicallyPrecedes(first) : first.lexicographicallyPrecedes(second)
      }
    }
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
