/// One optional integer for each document of a segment.
///
/// A view into the segment's image, valid while the segment lives.
struct IntegerColumn {
  /// The smallest and largest value present; nil when no document has one.
  let bounds: ClosedRange<Int64>?

  /// The value of a document.
  @inline(__always)
  func value(_ document: DocID) -> Int64? { nil }
}
