extension Segment {
  /// The bytes of one kind of section over all fields.
  public struct SectionSize: Sendable, Hashable {
    /// What the sections hold, as the code calls it: one word, `termGroups`.
    public let name: String
    /// Their bytes, without padding between sections.
    public let bytes: Int
  }

  /// The bytes of stored documents and index together.
  public var byteCount: Int { documentsImage.bytes.count + indexImage.bytes.count }

  /// How many terms the dictionaries of all text fields hold.
  public var termCount: Int { textFields.reduce(0) { $0 + $1.terms.count } }

  /// How the bytes of the segment divide, stored documents first.
  public var sectionSizes: [SectionSize] {
    guard let opened = try? OpenedIndexImage(indexImage.bytes, verifyingChecksums: false) else { return [] }
    var sizes = [SectionSize(name: "storedDocuments", bytes: documentsImage.bytes.count)]
    for kind in SectionKind.allCases {
      let bytes = opened.bytes(ofKind: kind)
      if bytes > 0 { sizes.append(SectionSize(name: "\(kind)", bytes: bytes)) }
    }
    return sizes
  }
}
