extension UInt32 {
  /// Eight lower-case hexadecimal digits, as checksums are written in manifests.
  var hexadecimal: String {
    let digits = String(self, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
