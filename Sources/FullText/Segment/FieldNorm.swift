/// The one-byte code of a field's length in words.
///
/// Exact below 32, then 16 steps an octave up to 2^19: a decoded length is within 3 % of the true one. Code 0
/// is an absent field. Codes order as lengths do, so bounds may be taken on codes.
enum FieldNorm {
  /// The code whose range holds a length; saturates at 255.
  static func encode(_ length: UInt32) -> UInt8 {
    guard length >= 32 else { return UInt8(length) }
    let octave = 31 - length.leadingZeroBitCount
    guard octave < 19 else { return 255 }
    let step = (length >> UInt32(octave - 4)) & 15
    return UInt8(32 + (octave - 5) * 16 + Int(step))
  }

  /// The smallest length with a code.
  static func lowerBound(_ code: UInt8) -> UInt32 {
    guard code >= 32 else { return UInt32(code) }
    let octave = (Int(code) - 32) / 16 + 5
    let step = UInt32((Int(code) - 32) % 16)
    return (16 + step) << UInt32(octave - 4)
  }

  /// The length that a code stands for: the middle of its range.
  static func decode(_ code: UInt8) -> Float {
    guard code >= 32 else { return Float(code) }
    let octave = (Int(code) - 32) / 16 + 5
    return Float(lowerBound(code)) + Float((1 << (octave - 4)) - 1) / 2
  }

  /// The length of every code.
  static let lengths: [Float] = (0...255).map { decode(UInt8($0)) }
}
