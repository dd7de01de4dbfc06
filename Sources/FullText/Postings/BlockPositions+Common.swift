extension BlockPositions.Occurrences {
  /// Where a place of this term in a phrase and one of another term leave the same start to the phrase: how often that is, and the
  /// starts themselves, rising as signed numbers, if they are wanted.
  ///
  /// Four positions of one are compared with four of the other at once, in each of the four ways that they can lie beside each other.
  /// Of this term a position may come several times, and is then found as often.
  @inline(__always)
  func commonStarts(
    less offset: UInt32, with other: BlockPositions.Occurrences, less otherOffset: UInt32,
    to target: UnsafeMutablePointer<UInt32>?
  ) -> Int {
    let (own, others) = (Self.origin(base, offset), Self.origin(other.base, otherOffset))
    var (at, otherAt, found) = (0, 0, 0)
    while true {
      let values = row(at, origin: own, outside: .max)
      let otherValues = other.row(otherAt, origin: others, outside: Self.outsideOther)
      let equal = Self.equal(values, otherValues)
      let count = Int(0 &- equal.wrappedSum())
      if count > 0, let target { Self.append(values, where: equal, less: Self.bias, to: target + found) }
      found &+= count
      let (behind, otherBehind) = (min(at &+ 4, self.count), min(otherAt &+ 4, other.count))
      let last = Int32(bitPattern: sums[behind &- 1] &- own)
      let otherLast = Int32(bitPattern: other.sums[otherBehind &- 1] &- others)
      if last <= otherLast { at = behind } else { otherAt = otherBehind }
      if at == self.count || otherAt == other.count { return found }
    }
  }

  /// Starts are moved up by so much, so that none is negative.
  private static let bias: UInt32 = 1 << 20
  /// Stand for positions behind the last one; no start is one of them.
  private static let outsideOther = UInt32(1) << 31

  /// What is taken from a sum to have a start that is moved up.
  @inline(__always)
  private static func origin(_ base: UInt32, _ offset: UInt32) -> UInt32 { base &+ 1 &+ offset &- bias }

  /// Four starts, of which those behind the last one are `outside`.
  @inline(__always)
  private func row(_ at: Int, origin: UInt32, outside: UInt32) -> SIMD4<Int32> {
    let left = SIMD4(repeating: Int32(truncatingIfNeeded: count &- at))
    let isInside = (SIMD4<Int32>(0, 1, 2, 3) &- left) &>> 31
    let values = UnsafeRawPointer(sums + at).loadUnaligned(as: SIMD4<Int32>.self)
    let starts = values &- SIMD4(repeating: Int32(bitPattern: origin))
    return starts & isInside | SIMD4(repeating: Int32(bitPattern: outside)) & ~isInside
  }

  /// −1 in each lane whose value is among the other values; these are four different ones.
  @inline(__always)
  private static func equal(_ values: SIMD4<Int32>, _ others: SIMD4<Int32>) -> SIMD4<Int32> {
    let one = SIMD4(others[1], others[2], others[3], others[0])
    let two = SIMD4(others[2], others[3], others[0], others[1])
    let three = SIMD4(others[3], others[0], others[1], others[2])
    return mask(values .== others) &+ mask(values .== one) &+ mask(values .== two) &+ mask(values .== three)
  }

  @inline(__always)
  private static func mask(_ mask: SIMDMask<SIMD4<Int32>>) -> SIMD4<Int32> {
    unsafeBitCast(mask, to: SIMD4<Int32>.self)
  }

  @inline(never)
  private static func append(
    _ values: SIMD4<Int32>, where equal: SIMD4<Int32>, less bias: UInt32,
    to target: UnsafeMutablePointer<UInt32>
  ) {
    var count = 0
    for lane in 0..<4 where equal[lane] != 0 {
      target[count] = UInt32(bitPattern: values[lane]) &- bias
      count &+= 1
    }
  }
}
