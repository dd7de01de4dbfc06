/// Bounds on what an index takes; see FORMAT.md.
public enum Limits {
  /// The most documents of one segment: a document's number + 1 fits 24 bits.
  public static let documentsPerSegment = 1 << 24 - 2
  /// The most fields of each kind.
  static let fields = 255
  /// The longest key in bytes.
  public static let keyBytes = 1024
  /// The longest keyword value in bytes.
  public static let keywordBytes = 4096
  /// The longest term in bytes; longer ones are cut (analysis cuts words shorter than this).
  public static let termBytes = 255
  /// The largest payload in bytes.
  public static let payloadBytes = 1 << 28
  /// The most text of one document, in bytes over all its text values.
  public static let textBytes = 1 << 23
  /// Positions between two values of one text field: no phrase reaches across them, except one with a larger slop.
  ///
  /// The larger, the more bits the places of words take behind them.
  public static let positionGap: UInt32 = 8

  /// Checks a document.
  /// - Throws: `documentOverLimit`, naming the limit.
  static func check(_ document: IndexDocument, _ schema: Schema) throws(IndexError) {
    try check(document.key.count, "key", keyBytes)
    try check(document.payload.count, "payload", payloadBytes)
    try check(document.texts.reduce(0) { $0 + $1.text.utf8.count }, "text", textBytes)
    for keyword in document.keywords { try check(keyword.value.utf8.count, "keyword value", keywordBytes) }
    guard document.texts.allSatisfy({ schema.textFields.indices.contains($0.field.index) }),
      document.keywords.allSatisfy({ schema.keywordFields.indices.contains($0.field.index) }),
      document.integers.allSatisfy({ schema.integerFields.indices.contains($0.field.index) })
    else { throw IndexError(.documentOverLimit, "document has a field that is not in the schema") }
  }

  private static func check(_ bytes: Int, _ what: String, _ limit: Int) throws(IndexError) {
    guard bytes <= limit else {
      throw IndexError(.documentOverLimit, "\(what) of \(bytes) bytes; the limit is \(limit)")
    }
  }
}
