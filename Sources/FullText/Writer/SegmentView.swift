/// One segment with what is deleted in it at this revision.
public struct SegmentView: Sendable {
  /// The segment.
  public let segment: Segment
  /// Its deleted documents.
  public private(set) var deletions: DeletionBitmap
  /// What is left out of searches: the deleted documents and those that a search hides.
  private(set) var omissions: DeletionBitmap
  /// Lengths of each text field over the deleted documents.
  private(set) var deletedStatistics: [FieldStatistics]
  /// The number of its first document in the numbering of the whole view.
  public internal(set) var base: Int

  /// A segment with what is deleted in it, documents of the segment only.
  public init(segment: Segment, deletions: DeletionBitmap = DeletionBitmap()) {
    self.segment = segment
    self.deletions = deletions
    omissions = deletions
    deletedStatistics = segment.textFields.map { _ in FieldStatistics() }
    base = 0
    deletions.forEach { countOut($0) }
  }

  /// Deletes a document; false if it was deleted already.
  mutating func delete(_ document: DocID) -> Bool {
    guard deletions.insert(document) else { return false }
    omissions = deletions
    countOut(document)
    return true
  }

  /// Leaves a document out of searches, which score the others as before.
  mutating func hide(_ document: DocID) { _ = omissions.insert(document) }

  private mutating func countOut(_ document: DocID) {
    for field in deletedStatistics.indices {
      // A field without terms has no norms.
      guard let norm = segment.textFields[field].norms?[Int(document)], norm != 0 else { continue }
      deletedStatistics[field].documentCount += 1
      deletedStatistics[field].totalLength += Double(FieldNorm.lengths[Int(norm)])
    }
  }

  /// How many of its documents are not deleted.
  public var liveCount: Int { segment.documentCount - deletions.count }
}
