/// How long a text field is over some documents.
public struct FieldStatistics: Sendable, Hashable {
  /// How many documents have the field; in a segment deleted ones, too.
  public var documentCount = 0
  /// The sum of their lengths in words, as their norms tell them.
  public var totalLength: Double = 0

  /// The mean length, at least 1.
  public var averageLength: Double {
    documentCount > 0 ? max(1, totalLength / Double(documentCount)) : 1
  }
}
