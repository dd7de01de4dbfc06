/// Documents of one field, scored by how often something, a term or a phrase, occurs in it.
///
/// Stands alone, or together with other fields in a ``FieldUnionIterator``.
class FieldIterator: DocIterator {
  /// How a match scores: the field's norms, the search's table of lengths, what the term or the phrase is worth at most.
  ///
  /// The norms belong to the segment, the table to the search; both outlive the iterator.
  struct Score {
    let norms: UnsafePointer<UInt8>
    let gains: UnsafePointer<Float>
    let weight: Float
    let label: String
  }

  final let scoring: Score

  init(_ scoring: Score) { self.scoring = scoring }

  /// What the occurrences in the current document, which must match, add up to before they are flattened.
  final func gain() -> Float { gain(frequency()) }

  /// What they add up to at most, without checking whether the document matches.
  func gainBound() -> Float { gain() }

  /// How often what is looked for occurs in the current document, which must match.
  func frequency() -> Float { 0 }

  final func gain(_ frequency: Float) -> Float {
    frequency * scoring.gains[Int(scoring.norms[Int(document)])]
  }

  override func bound() -> Double { Double(BM25.score(weight: scoring.weight, gain: gainBound())) }

  override func score() -> Double { Double(BM25.score(weight: scoring.weight, gain: gain())) }

  override func explain() -> Explanation {
    Explanation(value: score(), summary: "\(occurrences), weight \(scoring.weight)")
  }

  /// How often what is looked for occurs in the current document, which must match, in words.
  final var occurrences: String {
    let length = FieldNorm.lengths[Int(scoring.norms[Int(document)])]
    return "\(scoring.label): \(frequency()) times in about \(length) words"
  }
}
