extension FixedWidthInteger where Self: UnsignedInteger {
  /// All of its lower-case hexadecimal digits, as checksums are written in manifests.
  public var hexadecimal: String {
    let digits = String(self, radix: 16)
    return String(repeating: "0", count: Self.bitWidth / 4 - digits.count) + digits
  }
}
