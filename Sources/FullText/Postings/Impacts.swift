/// Upper bounds of what the postings of a block (or a list) can score, whatever the scorer's parameters.
///
/// A few pairs (frequency, norm), such that every posting of the block is dominated by one of them: it occurs at
/// most as often in a field at least as long. A score that rises with the frequency and falls with the length
/// is therefore bounded by its largest value over the pairs. Nothing of a collection's statistics goes into
/// them, so they stay true across segments, merges and parameters. (Lucene keeps the same kind of pairs.)
struct Impacts: Hashable {
  /// Byte 2i is the frequency's code (rounded up), byte 2i+1 the norm code; unused pairs repeat the first. The last
  /// two bytes are 0.
  let pairs: SIMD8<UInt8>

  /// How many pairs there are. Three bound a block of news within 0.6 % on average, two within 3 %, four within 0.2 %.
  static let count = 3
  /// Bytes that they take when stored.
  static let storedBytes = 6

  /// The frequency of a pair, rounded up by its code.
  @inline(__always)
  func frequency(_ pair: Int) -> Float { FrequencyCode.upperBounds[Int(pairs[2 * pair])] }

  /// The norm code of a pair.
  @inline(__always)
  func norm(_ pair: Int) -> UInt8 { pairs[2 * pair + 1] }

  /// The largest score over the pairs.
  @inline(__always)
  func maximum(_ score: (_ frequency: Float, _ norm: UInt8) -> Float) -> Float {
    var best = score(frequency(0), norm(0))
    for pair in 1..<Self.count { best = max(best, score(frequency(pair), norm(pair))) }
    return best
  }
}

/// The one-byte code of a frequency, rounded up: like `FieldNorm`, but an upper bound.
enum FrequencyCode {
  /// The least code whose bound is not below a frequency; 255 is unbounded.
  static func encode(_ frequency: UInt32) -> UInt8 {
    let code = FieldNorm.encode(frequency)
    return code == 255 || FieldNorm.lowerBound(code) == frequency ? code : code + 1
  }

  /// What each code bounds; the last code bounds every frequency.
  static let upperBounds: [Float] = (0...255).map {
    $0 == 255 ? .greatestFiniteMagnitude : Float(FieldNorm.lowerBound(UInt8($0)))
  }
}
