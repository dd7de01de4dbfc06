extension Substring.UTF8View {
  /// The text, or as much of its front as fits into so many bytes, with `…` behind it; no character of Unicode is cut.
  ///
  /// - Complexity: O(`limit`).
  package func cut(toBytes limit: Int) -> String {
    var end = prefix(limit).endIndex
    while end < endIndex, self[end] & 0xC0 == 0x80 { end = index(before: end) }
    return String(decoding: self[..<end], as: UTF8.self) + (end < endIndex ? "…" : "")
  }
}

extension String {
  /// As `Substring.UTF8View.cut(toBytes:)`.
  package func cut(toBytes limit: Int) -> String {
    utf8.count <= limit ? self : self[...].utf8.cut(toBytes: limit)
  }
}
