/// What the occurrences of a term in the documents of one field are worth.
///
/// A plain value; the norms belong to the segment, the tables to the search.
struct TermScoring {
  /// What the term is worth at most.
  let weight: Float
  /// What one occurrence gains for each norm code.
  let gains: UnsafePointer<Float>

  private let norms: UnsafePointer<UInt8>
  /// The scores of a few occurrences for each norm code; nil where they are worked out one by one.
  private let table: UnsafeMutablePointer<Float>?

  init(
    weight: Float, norms: UnsafePointer<UInt8>, gains: UnsafePointer<Float>, postings: UInt32,
    tables: TabulatedScores?
  ) {
    self.weight = weight
    self.norms = norms
    self.gains = gains
    table = tables?.table(weight: weight, gains: gains, postings: postings)
  }

  /// What a document gains in which the term occurs so often.
  @inline(__always)
  func gain(_ document: DocID, _ frequency: UInt32) -> Float {
    Float(frequency) * gains[Int(norms[Int(document)])]
  }

  /// How often the term must occur in a document, at least once, to gain so much there; perhaps less.
  @inline(__always)
  func occurrences(_ document: DocID, gaining least: Double) -> Int {
    let share = least / Double(gains[Int(norms[Int(document)])])
    return share > 1 ? Int(min((share * (1 - 1e-6)).rounded(.up), 1e9)) : 1
  }

  /// The score of a document in which the term occurs so often, if nothing else adds to what it gains.
  @inline(__always)
  func score(_ document: DocID, _ frequency: UInt32) -> Float {
    let norm = Int(norms[Int(document)])
    if let table, frequency <= TabulatedScores.occurrences { return table[(Int(frequency) - 1) << 8 + norm] }
    return BM25.score(weight: weight, gain: Float(frequency) * gains[norm])
  }
}
