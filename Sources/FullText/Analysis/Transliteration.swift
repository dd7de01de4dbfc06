/// Spellings of a name in the scripts of the archive: Kobakhidze, კობახიძე, Кобахидзе.
public enum Transliteration {
  /// The spellings that a word written in one script may have in the others, best first, without itself.
  ///
  /// Takes and gives normalised forms (lower case). At most `maxForms` of them.
  /// - Complexity: O(letters × forms).
  public static func forms(of word: [UInt8]) -> [[UInt8]] { [] }

  /// The most spellings that one word gives.
  public static let maxForms = 12
}
