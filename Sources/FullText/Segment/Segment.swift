import Synchronization

/// An immutable part of the index: some documents, stored, and everything to find them by.
///
/// Reads two images in place: the stored documents and the index over them.
public final class Segment {
  /// How many documents there are, deleted ones included; every `DocID` is below it.
  public let documentCount: Int
  /// The image of the stored documents.
  public let documentsImage: ImageRegion
  /// The image of the index over them.
  public let indexImage: ImageRegion

  /// The bytes of both images.
  public var imageBytes: Int { documentsImage.bytes.count + indexImage.bytes.count }

  let offsets: DocumentOffsets
  let keyTable: KeyTable
  let textFields: [TextFieldReader]
  let keywordFields: [KeywordFieldReader]
  let integerFields: [IntegerColumn]
  let valueFingerprints = ValueFingerprints()
  let keyOrder = KeyOrder()
  private let integerZones: [IntegerZones]
  /// Tells it from every other segment that this process ever opens.
  let serial = Segment.opened.add(1, ordering: .relaxed).newValue

  private static let opened = Atomic<UInt64>(0)

  /// Opens two images; `isTrusted` skips the checks of what this process made, or knows to be as it was made.
  init(documents: ImageRegion, index: ImageRegion, schema: Schema, isTrusted: Bool) throws(IndexError) {
    let index = index.isAligned ? index : ImageRegion(copying: index.bytes)
    let opened = try OpenedIndexImage(index.bytes, verifyingChecksums: !isTrusted)
    let header = try DocumentsHeader(documents.bytes)
    let identity = DocumentsIdentity(bytes: UInt64(documents.bytes.count), checksum: header.checksum)
    guard opened.documents == identity, header.count == opened.documentCount else {
      throw IndexError(.damaged, "index image was made from other documents than those beside it")
    }
    guard
      let offsets = DocumentOffsets(
        opened.bytes(.documentOffsets), documentCount: opened.documentCount)
    else { throw IndexError(.damaged, "section of document offsets is too short") }
    guard let keyTable = KeyTable(opened.bytes(.keyTable), documentCount: opened.documentCount)
    else { throw IndexError(.damaged, "section of keys is too short") }
    let stored = try StoredSchema(opened.bytes(.schema))
    documentCount = opened.documentCount
    documentsImage = documents
    indexImage = index
    self.offsets = offsets
    self.keyTable = keyTable
    textFields = try Segment.textFields(schema, stored, opened)
    keywordFields = try Segment.keywordFields(schema, stored, opened)
    integerFields = schema.integerFields.enumerated().map { place, field in
      guard let at = StoredSchema.place(field.name, expectedAt: place, in: stored.integers, { $0 }) else {
        return IntegerColumn()
      }
      return IntegerColumn(opened.bytes(.integerColumn, at), documentCount: opened.documentCount)
    }
    integerZones = integerFields.map { IntegerZones($0, documentCount: opened.documentCount) }
    if !isTrusted { try checkBitmaps() }
  }

  private static func textFields(
    _ schema: Schema, _ stored: StoredSchema, _ opened: OpenedIndexImage
  ) throws(IndexError) -> [TextFieldReader] {
    var readers: [TextFieldReader] = []
    for (place, field) in schema.textFields.enumerated() {
      guard let at = StoredSchema.place(field.name, expectedAt: place, in: stored.text, \.name) else {
        readers.append(TextFieldReader())
        continue
      }
      readers.append(try TextFieldReader(stored.text[at], at: at, opened))
    }
    return readers
  }

  private static func keywordFields(
    _ schema: Schema, _ stored: StoredSchema, _ opened: OpenedIndexImage
  ) throws(IndexError) -> [KeywordFieldReader] {
    var readers: [KeywordFieldReader] = []
    for (place, field) in schema.keywordFields.enumerated() {
      guard let at = StoredSchema.place(field.name, expectedAt: place, in: stored.keywords, { $0 }) else {
        readers.append(KeywordFieldReader())
        continue
      }
      readers.append(try KeywordFieldReader(field, at: at, opened))
    }
    return readers
  }

  /// Where in the segment an integer field has which values.
  func zones(_ field: IntegerFieldID) -> IntegerZones { integerZones[field.index] }

  /// Checks every bitmap, which the bitmap library would take on trust.
  /// - Throws: `damaged`, naming the field.
  func checkBitmaps() throws(IndexError) {
    for (number, field) in keywordFields.enumerated() { try field.checkBitmaps(number) }
  }
}

// SAFETY: all pointers lead into the two regions, which this object owns and which never change; every read is bounded
// by a section that was checked when the segment was opened.
extension Segment: @unchecked Sendable {}
