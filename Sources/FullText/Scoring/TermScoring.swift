/// What the occurrences of a term in the documents of one field are worth.
///
/// A plain value; the norms belong to the segment, the tables to the search.
struct TermScoring {
  /// What the term is worth at most.
  let weight: Float
  /// What one occurrence gains for each norm code.
  let gains: UnsafePointer<Float>

  private let norms: UnsafePointer<UInt8>
  /// The scores of one, two and three occurrences for each norm code; nil for a list too short to be worth it.
  private let table: UnsafeMutablePointer<Float>?

  /// Lists at least this long score from a table.
  private static let tabulatedFrom = 256
  private static let tabulated: UInt32 = 3

  init(
    weight: Float, norms: UnsafePointer<UInt8>, gains: UnsafePointer<Float>, postings: UInt32,
    memory: FloatArena?
  ) {
    self.weight = weight
    self.norms = norms
    self.gains = gains
    table = postings < Self.tabulatedFrom ? nil : memory?.allocate(Int(Self.tabulated) * 256)
    if let table { tabulate(table) }
  }

  private func tabulate(_ table: UnsafeMutablePointer<Float>) {
    for frequency in 1...Self.tabulated {
      let row = table + Int(frequency - 1) * 256
      for norm in 0..<256 {
        row[norm] = BM25.score(weight: weight, gain: Float(frequency) * gains[norm])
      }
    }
  }

  /// What a document gains in which the term occurs so often.
  @inline(__always)
  func gain(_ document: DocID, _ frequency: UInt32) -> Float {
    Float(frequency) * gains[Int(norms[Int(document)])]
  }

  /// The score of a document in which the term occurs so often, if nothing else adds to what it gains.
  @inline(__always)
  func score(_ document: DocID, _ frequency: UInt32) -> Float {
    let norm = Int(norms[Int(document)])
    if let table, frequency <= Self.tabulated { return table[(Int(frequency) - 1) << 8 + norm] }
    return BM25.score(weight: weight, gain: Float(frequency) * gains[norm])
  }
}
