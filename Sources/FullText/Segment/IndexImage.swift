import Checksums
import Glibc

/// Writes and opens the container of an index image: a header, a table of sections, the sections (see FORMAT.md).
enum IndexImage {
  static let magic: UInt64 = 0x5844_4e49_4e54_414d  // "MATNINDX"
  /// The version of everything behind the header.
  static let version: UInt32 = 5
  static let headerBytes = 64
  static let entryBytes = 32
  static let maxSections = 4096
  /// Sections start at multiples of this.
  static let alignment = 64

  /// Puts sections together.
  static func assemble(
    documentCount: Int, documents: DocumentsIdentity, sections: [(SectionID, ByteSink)]
  ) -> ImageRegion {
    var offset = roundUp(headerBytes + sections.count * entryBytes)
    let offsets = sections.map { section in
      defer { offset = roundUp(offset + section.1.count) }
      return offset
    }
    return ImageRegion(count: offset) { image in
      let table = ByteSink()
      for ((id, sink), offset) in zip(sections, offsets) {
        sink.withBytes { bytes in
          UnsafeMutableRawBufferPointer(rebasing: image[offset...]).copyMemory(from: bytes)
          clear(image, from: offset + bytes.count)
          append(id, offset: offset, bytes: bytes, to: table)
        }
      }
      let header = ByteSink()
      header.append(integer: magic)
      header.append(integer: version)
      header.append(integer: UInt32(sections.count))
      header.append(integer: UInt64(image.count))
      header.append(integer: UInt64(documentCount))
      header.append(integer: documents.bytes)
      header.append(integer: documents.checksum)
      header.append(integer: Checksum.of(table.bytes))
      header.append(integer: AnalysisFingerprint.current)
      header.appendZeros(headerBytes - 4 - header.count)
      header.append(integer: Checksum.of(header.bytes))
      header.withBytes { image.copyMemory(from: $0) }
      table.withBytes {
        UnsafeMutableRawBufferPointer(rebasing: image[headerBytes...]).copyMemory(from: $0)
        clear(image, from: headerBytes + $0.count)
      }
    }
  }

  /// Zeroes what no section takes before the next one may start.
  private static func clear(_ image: UnsafeMutableRawBufferPointer, from end: Int) {
    UnsafeMutableRawBufferPointer(rebasing: image[end..<roundUp(end)]).initializeMemory(
      as: UInt8.self, repeating: 0)
  }

  private static func append(
    _ id: SectionID, offset: Int, bytes: UnsafeRawBufferPointer, to table: ByteSink
  ) {
    table.append(integer: id.kind.rawValue)
    table.append(integer: id.field)
    table.append(integer: Checksum.of(bytes))
    table.append(integer: UInt64(offset))
    table.append(integer: UInt64(bytes.count))
    table.append(integer: UInt64(0))
  }

  static func roundUp(_ offset: Int) -> Int { (offset + alignment - 1) / alignment * alignment }
}

/// Ties an index image to the documents image that it was made from.
struct DocumentsIdentity: Hashable {
  /// Length of the documents image.
  var bytes: UInt64
  /// The checksum in its header.
  var checksum: UInt32
}

/// The opened container: where each section lies.
struct OpenedIndexImage {
  let documentCount: Int
  let documents: DocumentsIdentity
  private let sections: SectionTable

  /// Checks header, table and, if asked to, every section's checksum; one that fails is damage, or left out.
  /// - Throws: `damaged` or `unsupportedVersion`, naming what and where.
  /// - Complexity: O(bytes).
  init(
    _ image: UnsafeRawBufferPointer, verifyingChecksums: Bool, leavingOutDamaged: Bool = false
  ) throws(IndexError) {
    let header = try IndexImageHeader(image)
    documentCount = header.documentCount
    documents = header.documents
    let table = UnsafeRawBufferPointer(rebasing: image[IndexImage.headerBytes...])
    guard table.count >= header.sectionCount * IndexImage.entryBytes else {
      throw IndexError(.damaged, "index image ends within its section table")
    }
    let entries = UnsafeRawBufferPointer(rebasing: table[..<(header.sectionCount * IndexImage.entryBytes)])
    guard Checksum.of(entries) == header.tableChecksum else {
      throw IndexError(.damaged, "section table of the index image fails its checksum")
    }
    sections = try Self.open(
      entries, count: header.sectionCount, in: image, verifyingChecksums: verifyingChecksums,
      leavingOutDamaged: leavingOutDamaged)
  }

  /// The bytes of a section; empty if there is none.
  func bytes(_ kind: SectionKind, _ field: Int = 0) -> UnsafeRawBufferPointer {
    sections[SectionID(kind, field)] ?? UnsafeRawBufferPointer(start: emptyBytes, count: 0)
  }

  /// The bytes of all sections of a kind.
  func bytes(ofKind kind: SectionKind) -> Int {
    sections.bytes(ofKind: kind)
  }

  private static func open(
    _ entries: UnsafeRawBufferPointer, count: Int, in image: UnsafeRawBufferPointer, verifyingChecksums: Bool,
    leavingOutDamaged: Bool
  ) throws(IndexError) -> SectionTable {
    var cursor = ByteCursor(entries)
    let fields = (0..<count).map {
      entries.loadUnaligned(fromByteOffset: $0 * IndexImage.entryBytes + 2, as: UInt16.self)
    }
    var sections = SectionTable(fieldCount: Int(fields.max()?.littleEndian ?? 0) + 1)
    var end = IndexImage.headerBytes + entries.count
    for index in 0..<count {
      let kind = cursor.integer(UInt16.self)
      let field = cursor.integer(UInt16.self)
      let checksum = cursor.integer(UInt32.self)
      let offset = cursor.integer(UInt64.self)
      let length = cursor.integer(UInt64.self)
      _ = cursor.integer(UInt64.self)
      guard offset % UInt64(IndexImage.alignment) == 0, offset <= UInt64(image.count),
        length <= UInt64(image.count) - offset,
        !verifyingChecksums || leavingOutDamaged || zeros(image, from: end, to: Int(offset))
      else { throw IndexError(.damaged, "section \(index) of the index image lies outside it") }
      let bytes = UnsafeRawBufferPointer(rebasing: image[Int(offset)..<Int(offset + length)])
      guard !verifyingChecksums || Checksum.of(bytes) == checksum else {
        end = Int(offset + length)
        if leavingOutDamaged { continue }
        throw IndexError(
          .damaged,
          "section \(index) (kind \(kind), field \(field)) of the index image, at byte \(offset), fails its checksum"
        )
      }
      end = Int(offset + length)
      guard let known = SectionKind(rawValue: kind) else { continue }
      sections[SectionID(known, Int(field))] = bytes
    }
    guard !verifyingChecksums || leavingOutDamaged || zeros(image, from: end, to: image.count) else {
      throw IndexError(.damaged, "index image holds bytes behind its last section")
    }
    return sections
  }

  /// Whether padding is what it has to be, so that no flipped bit goes unseen.
  private static func zeros(_ image: UnsafeRawBufferPointer, from start: Int, to end: Int) -> Bool {
    start <= end && end - start < IndexImage.alignment && image[start..<end].allSatisfy { $0 == 0 }
  }
}
