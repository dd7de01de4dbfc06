/// Where each document's record starts in the documents image.
///
/// For each group of 128 documents a 64-bit start, for each document the distance from it in as few bits as the
/// largest needs. A view over the section.
struct DocumentOffsets {
  private static let groupShift = 7
  private let bases: UnsafeRawPointer
  private let distances: PackedArray

  /// Nil when the section cannot hold the offsets of so many documents.
  init?(_ section: UnsafeRawBufferPointer, documentCount: Int) {
    var cursor = ByteCursor(section)
    let width = Int(truncatingIfNeeded: cursor.integer(UInt64.self) & 0xff)
    let groups = (documentCount + 127) >> Self.groupShift
    bases = cursor.position
    cursor.skip(8 * groups)
    let rest = UnsafeRawBufferPointer(start: cursor.position, count: cursor.remaining)
    guard !cursor.isPastEnd, let distances = PackedArray(rest, count: documentCount, width: width) else {
      return nil
    }
    self.distances = distances
  }

  /// The offset of a document's record.
  @inline(__always)
  func offset(_ document: DocID) -> Int {
    let base = bases.loadUnaligned(fromByteOffset: 8 * Int(document >> 7), as: UInt64.self).littleEndian
    return Int(truncatingIfNeeded: base &+ distances[Int(document)])
  }

  /// Appends the section.
  static func encode(_ offsets: [UInt64], to sink: ByteSink) {
    var largest: UInt64 = 0
    for (document, offset) in offsets.enumerated() {
      largest = max(largest, offset - offsets[(document >> groupShift) << groupShift])
    }
    let width = PackedArray.width(largest)
    sink.append(integer: UInt64(width))
    for start in stride(from: 0, to: offsets.count, by: 1 << groupShift) {
      sink.append(integer: offsets[start])
    }
    PackedArray.append(offsets.count, width: width, to: sink) { document in
      offsets[document] - offsets[(document >> groupShift) << groupShift]
    }
  }
}
