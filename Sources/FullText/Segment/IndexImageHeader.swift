import Checksums

/// What the header of an index image says; everything else in it is checked and left.
struct IndexImageHeader {
  let documentCount: Int
  let documents: DocumentsIdentity
  let sectionCount: Int
  /// The checksum of the table of sections.
  let tableChecksum: UInt32

  /// Reads and checks the header of an image.
  ///
  /// - Throws: `damaged` or `unsupportedVersion`, saying what.
  init(_ image: UnsafeRawBufferPointer) throws(IndexError) {
    guard image.count >= IndexImage.headerBytes else {
      throw IndexError(.damaged, "index image of \(image.count) bytes is shorter than its header")
    }
    var header = ByteCursor(UnsafeRawBufferPointer(rebasing: image[..<IndexImage.headerBytes]))
    guard header.integer(UInt64.self) == IndexImage.magic else {
      throw IndexError(.damaged, "index image does not start with its mark")
    }
    let version = header.integer(UInt32.self)
    guard version == IndexImage.version else {
      throw IndexError(
        .unsupportedVersion, "index image has version \(version); this program reads \(IndexImage.version)")
    }
    sectionCount = Int(header.integer(UInt32.self))
    let length = header.integer(UInt64.self)
    let documentCount = header.integer(UInt64.self)
    documents = DocumentsIdentity(
      bytes: header.integer(UInt64.self), checksum: header.integer(UInt32.self))
    tableChecksum = header.integer(UInt32.self)
    let analysis = header.integer(UInt32.self)
    try Self.check(image)
    guard analysis == AnalysisFingerprint.current else {
      throw IndexError(.unsupportedVersion, "the words of the index image were analysed by other rules")
    }
    guard length == UInt64(image.count) else {
      throw IndexError(.damaged, "index image has \(image.count) bytes; its header says \(length)")
    }
    guard documentCount <= UInt64(Limits.documentsPerSegment), sectionCount <= IndexImage.maxSections else {
      throw IndexError(.damaged, "index image header holds impossible counts")
    }
    self.documentCount = Int(documentCount)
  }

  /// Compares the header with the checksum at its end.
  private static func check(_ image: UnsafeRawBufferPointer) throws(IndexError) {
    let end = IndexImage.headerBytes - 4
    let stored = UInt32(littleEndian: image.loadUnaligned(fromByteOffset: end, as: UInt32.self))
    guard stored == Checksum.of(UnsafeRawBufferPointer(rebasing: image[..<end])) else {
      throw IndexError(.damaged, "index image header fails its checksum")
    }
  }
}
