extension HeaderBlock {
  /// Whether the `:authority` names a user, which requests must not (RFC 9113 §8.3.1): libnghttp2 looks at its letters only.
  ///
  /// - Complexity: O(pseudo-header fields); they come first.
  var authorityHasUserinfo: Bool {
    for field in self {
      guard field.name.first == UInt8(ascii: ":") else { return false }
      if field.name.elementsEqual(":authority".utf8) { return field.value.contains(UInt8(ascii: "@")) }
    }
    return false
  }
}
