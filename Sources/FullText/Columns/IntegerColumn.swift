/// One optional integer for each document of a segment.
///
/// Stored as small codes: 0 for none, else 1 + (value - minimum) / step. A view into the segment's image, valid
/// while the segment lives.
struct IntegerColumn {
  /// The smallest and largest value present; nil when no document has one.
  let bounds: ClosedRange<Int64>?
  private let step: UInt64
  private let codes: PackedArray?

  /// A column without values.
  init() {
    bounds = nil
    step = 1
    codes = nil
  }

  /// A column over a section; without values when the section cannot be one.
  init(_ section: UnsafeRawBufferPointer, documentCount: Int) {
    var cursor = ByteCursor(section)
    let minimum = cursor.integer(Int64.self)
    let maximum = cursor.integer(Int64.self)
    let step = cursor.integer(UInt64.self)
    let width = Int(truncatingIfNeeded: cursor.integer(UInt64.self) & 0xff)
    guard !cursor.isPastEnd, minimum <= maximum,
      let codes = PackedArray(
        UnsafeRawBufferPointer(start: cursor.position, count: cursor.remaining), count: documentCount,
        width: width)
    else {
      self = IntegerColumn()
      return
    }
    bounds = minimum...maximum
    self.step = step
    self.codes = codes
  }

  /// The value of a document.
  @inline(__always)
  func value(_ document: DocID) -> Int64? {
    guard let codes, let bounds else { return nil }
    let code = codes[Int(document)]
    guard code != 0 else { return nil }
    return Int64(truncatingIfNeeded: UInt64(bitPattern: bounds.lowerBound) &+ (code &- 1) &* step)
  }

  /// The codes of the values of a range; nil when no value of the column can lie in it.
  func codes(in range: ClosedRange<Int64>) -> ClosedRange<UInt64>? {
    guard let bounds, bounds.overlaps(range) else { return nil }
    let values = range.clamped(to: bounds)
    let origin = UInt64(bitPattern: bounds.lowerBound)
    let (quotient, remainder) = (UInt64(bitPattern: values.lowerBound) &- origin)
      .quotientAndRemainder(dividingBy: max(step, 1))
    let (first, overflow) = quotient.addingReportingOverflow(remainder == 0 ? 1 : 2)
    let last = (UInt64(bitPattern: values.upperBound) &- origin) / max(step, 1)
    return overflow || first - 1 > last ? nil : first...(last == .max ? .max : last + 1)
  }

  /// Whether the value of a document has one of some codes.
  @inline(__always)
  func holds(_ codes: ClosedRange<UInt64>, _ document: DocID) -> Bool {
    guard let column = self.codes else { return false }
    // No value has code 0, which becomes larger than any difference.
    return column[Int(document)] &- codes.lowerBound <= codes.upperBound &- codes.lowerBound
  }

  /// Appends the column of values; writes nothing when there are none.
  ///
  /// The full span of Int64 needs a 65th bit for "none"; such a column is stored with its largest value clamped by one.
  static func encode(_ values: [Int64?], to sink: ByteSink) {
    guard let minimum = values.lazy.compactMap({ $0 }).min(),
      let maximum = values.lazy.compactMap({ $0 }).max()
    else { return }
    let origin = UInt64(bitPattern: minimum)
    var step: UInt64 = 0
    for case let value? in values { step = gcd(step, UInt64(bitPattern: value) &- origin) }
    step = max(step, 1)
    let span = (UInt64(bitPattern: maximum) &- origin) / step
    let largest = span == .max ? .max : span + 1
    let width = PackedArray.width(largest)
    sink.append(integer: minimum)
    sink.append(integer: maximum)
    sink.append(integer: step)
    sink.append(integer: UInt64(width))
    PackedArray.append(values.count, width: width, to: sink) { index in
      guard let value = values[index] else { return 0 }
      let distance = (UInt64(bitPattern: value) &- origin) / step
      return distance == .max ? .max : distance + 1
    }
  }

  private static func gcd(_ a: UInt64, _ b: UInt64) -> UInt64 {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }
}
