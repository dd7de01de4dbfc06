/// The number of a document within its segment, from 0; rises in the order of insertion.
public typealias DocID = UInt32

/// What a cursor stands on when it has run out; above every document.
let endOfPostings: DocID = .max

/// Bounds of the format; see FORMAT.md.
public enum Limits {
  /// The most documents of one segment (24 bits less the end marks).
  public static let documentsPerSegment = 1 << 24 - 2
  /// The longest key.
  public static let keyBytes = 1024
  /// The longest keyword value.
  public static let keywordBytes = 4096
  /// The longest term; analysis cuts words shorter than this.
  public static let termBytes = 255
  /// The largest payload.
  public static let payloadBytes = 1 << 28
  /// Positions between two values of one text field.
  public static let positionGap: UInt32 = 100
}
