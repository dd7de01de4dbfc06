import Glibc

/// The parameters of Okapi BM25 and its two factors, over several fields (BM25F; Robertson and Zaragoza, 2009).
///
/// A term gains, in each field that holds it, `boost · f / (k1 · (1 − b + b · length / average))`; it scores
/// `idf · weight · g / (g + 1)` for the sum g of what it gains in all fields searched, and the scores of terms add up. So
/// occurrences are flattened together, wherever they stand. A word's idf is one for the whole view and all fields: it is
/// taken from the field in which the most documents that are not deleted hold one of its terms (a document with two of
/// them counts twice).
public struct BM25: Sendable, Hashable {
  /// How slowly repeated occurrences stop to count.
  public var k1: Float
  /// How much long fields count less, from 0 to 1.
  public var b: Float

  /// Makes parameters, for all questions; by default those of a question of five words.
  public init(k1: Float = 1, b: Float = 0.6) {
    self.k1 = k1
    self.b = b
  }

  /// The parameters of a question of so many parts; see `Sources/Decisions/length-of-questions.md`.
  ///
  /// Of a few words each has to be there, so repeating one counts little; of many, one that is repeated says more about a text
  /// than one more that may be there by chance.
  static func ofQuestion(parts: Int) -> BM25 {
    BM25(k1: Float(min(max(parts, fewParts), manyParts)) / usualParts)
  }

  private static let fewParts = 2
  private static let usualParts: Float = 5
  private static let manyParts = 10

  /// The weight of a term that `documentFrequency` of `documentCount` documents hold; always positive.
  static func idf(documentFrequency: Int, documentCount: Int) -> Float {
    let frequency = Double(min(documentFrequency, documentCount))
    return Float(log(1 + (Double(documentCount) - frequency + 0.5) / (frequency + 0.5)))
  }

  /// For each norm code what one occurrence gains in a field of that length, of which a part of `b` holds.
  func gains(averageLength: Double, boost: Float, lengthWeight: Float) -> [Float] {
    let b = b * lengthWeight
    return FieldNorm.lengths.map { length in
      boost / max(k1 * (1 - b + b * length / Float(averageLength)), Float.leastNormalMagnitude)
    }
  }

  /// The score of a gain; rises with both arguments in single precision, too, so that a bound computed from bounds is one.
  @inline(__always)
  static func score(weight: Float, gain: Float) -> Float { weight - weight / (1 + gain) }

  /// A gain of which any that scores so much is one or more; comparing gains spares a division for each document.
  @inline(__always)
  static func leastGain(weight: Float, score: Double) -> Double {
    let left = Double(weight) - (score - 8 * Double(weight.ulp))
    return left > 0 ? (Double(weight) / left - 1) * (1 - 1e-6) : .infinity
  }
}
