/// The documents of one term in one field, scored by BM25.
final class TermDocIterator: DocIterator {
  @exclusivity(unchecked) private var cursor: PostingCursor
  private let norms: UnsafePointer<UInt8>
  private let inverses: UnsafePointer<Float>
  private let weight: Float
  private let label: String

  /// `norms` belong to the segment, `inverses` to the search; both outlive the iterator.
  init(
    cursor: consuming PostingCursor, norms: UnsafePointer<UInt8>, inverses: UnsafePointer<Float>,
    weight: Float, label: String
  ) {
    self.cursor = cursor
    self.norms = norms
    self.inverses = inverses
    self.weight = weight
    self.label = label
    super.init()
    document = self.cursor.next()
  }

  override var cost: Int { Int(cursor.documentFrequency) }

  override func next() -> DocID {
    document = cursor.next()
    return document
  }

  override func advance(to target: DocID) -> DocID {
    if document < target { document = cursor.advance(to: target) }
    return document
  }

  override func score() -> Double {
    let inverse = inverses[Int(norms[Int(document)])]
    return Double(BM25.score(weight: weight, frequency: Float(cursor.frequency), inverse: inverse))
  }

  override func explain() -> Explanation {
    let norm = norms[Int(document)]
    return Explanation(
      value: score(),
      summary:
        "\(label): \(cursor.frequency) in about \(FieldNorm.lengths[Int(norm)]) words, weight \(weight)")
  }
}
