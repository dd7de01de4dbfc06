/// BCP-47 tags as the archive writes them.
public enum LanguageTag {
  /// The tag with its parts in their usual case (`en`, `ka-GE`, `uz-Latn`), `nil` when it is not one.
  public static func canonical(_ tag: String) -> String? {
    guard tag.utf8.count <= 35 else { return nil }
    if tag.utf8.count == 2, tag.utf8.allSatisfy({ (97...122).contains($0) }) { return tag }
    let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      guard (index == 0 ? 2...8 : 1...8).contains(part.utf8.count), part.utf8.allSatisfy(isAlphanumeric),
        index > 0 || part.utf8.allSatisfy({ !(48...57).contains($0) })
      else { return nil }
    }
    return parts.enumerated().map { index, part in
      switch (index, part.utf8.count) {
      case (0, _): part.lowercased()
      case (_, 2): part.uppercased()
      case (_, 4) where !(48...57).contains(part.utf8.first!):
        part.prefix(1).uppercased() + part.dropFirst().lowercased()
      default: part.lowercased()
      }
    }.joined(separator: "-")
  }

  /// Tags in their usual case; what is no tag stays as it is and names no language.
  public static func canonical(_ tags: [String]) -> [String] { tags.map { canonical($0) ?? $0 } }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
  }
}
