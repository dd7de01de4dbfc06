/// Finds rising documents in the current block of a cursor, on which the cursor stands on or before the first of them.
///
/// A plain value, valid while the cursor stays in the block.
struct BlockFinder {
  /// Where the last document asked for stands, or the first one above it.
  private(set) var place: Int

  private let documents: UnsafeMutablePointer<DocID>
  private var row: UnsafeMutablePointer<DocID>

  init(_ cursor: borrowing PostingCursor) {
    documents = cursor.documents
    place = cursor.index
    row = documents + (cursor.index & ~(PostingCursor.rowCount - 1))
  }

  /// The place of the first document not below `document`, which must not be above the block's last, and whether it is that one.
  ///
  /// Rows are passed one by one; within a row the documents below are counted without a branch.
  @inline(__always)
  mutating func find(_ document: DocID) -> (place: Int, isHeld: Bool) {
    while row[PostingCursor.rowCount - 1] < document { row += PostingCursor.rowCount }
    place = row - documents &+ PostingCursor.below(document, in: row)
    return (place, documents[place] == document)
  }
}

extension PostingCursor {
  /// Documents in a row; behind those of a short block the last row holds `padding`.
  static let rowCount = 8
  /// Above every document, also as a signed number.
  static let padding = DocID(Int32.max)

  /// How many documents of a row are below another.
  ///
  /// The signs of the differences are added up: comparisons counted one by one become branches.
  @inline(__always)
  static func below(_ document: DocID, in row: UnsafeMutablePointer<DocID>) -> Int {
    let row = UnsafeRawPointer(row)
    let limit = SIMD4(repeating: Int32(bitPattern: document))
    let low = row.loadUnaligned(as: SIMD4<Int32>.self) &- limit
    let high = row.loadUnaligned(fromByteOffset: 16, as: SIMD4<Int32>.self) &- limit
    return Int(0 &- (low &>> 31 &+ high &>> 31).wrappedSum())
  }

  /// Stands on a document of the current block by number, on the last one for a number behind it.
  @inline(__always)
  mutating func stand(on number: Int) {
    index = min(number, inBlock - 1)
    document = documents[index]
  }
}
