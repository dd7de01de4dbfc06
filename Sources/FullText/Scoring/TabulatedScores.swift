/// The scores of a few occurrences for each norm code, for the lists of one search; lists of the same weight share a table.
///
/// Belongs to one thread.
final class TabulatedScores {
  /// Tables hold the scores of one up to so many occurrences, 256 each.
  static let occurrences: UInt32 = 3
  /// A table is made for a list at least this long; shorter ones score from it if it is there.
  private static let tabulatedFrom = 256
  private static let tableCount = Int(occurrences) * 256
  private static let chunkCount = 16 * tableCount

  private struct Table {
    let weight: Float
    let gains: UnsafePointer<Float>
    let scores: UnsafeMutablePointer<Float>
  }

  @exclusivity(unchecked) private var tables: [Table] = []
  @exclusivity(unchecked) private var chunks: [UnsafeMutablePointer<Float>] = []

  deinit { for chunk in chunks { chunk.deallocate() } }

  /// The table of a weight and of what an occurrence gains for each norm code, valid until `reset`; nil where making one takes
  /// longer than scoring so many postings.
  func table(weight: Float, gains: UnsafePointer<Float>, postings: UInt32) -> UnsafeMutablePointer<Float>? {
    // Lists of one weight come one behind the other, or in turns with those of other fields.
    if let known = tables.suffix(4).last(where: { $0.weight == weight && $0.gains == gains }) {
      return known.scores
    }
    guard postings >= Self.tabulatedFrom else { return nil }
    let (chunk, place) = (tables.count * Self.tableCount).quotientAndRemainder(dividingBy: Self.chunkCount)
    if chunk == chunks.count { chunks.append(.allocate(capacity: Self.chunkCount)) }
    let scores = chunks[chunk] + place
    for frequency in 1...Self.occurrences {
      let row = scores + Int(frequency - 1) * 256
      for norm in 0..<256 { row[norm] = BM25.score(weight: weight, gain: Float(frequency) * gains[norm]) }
    }
    tables.append(Table(weight: weight, gains: gains, scores: scores))
    return scores
  }

  /// Frees everything but keeps the memory.
  func reset() { tables.removeAll(keepingCapacity: true) }
}
