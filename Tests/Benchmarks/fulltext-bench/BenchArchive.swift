import BenchmarkSupport
import FullText
import Glibc

/// An index folder: two files a segment, and a list of the languages in it.
struct BenchArchive {
  let view: IndexView
  let languages: [Language]

  /// Maps the segments of a folder.
  init(folder: String) throws {
    guard let manifest = LineReader(folder + "/manifest"),
      let first = manifest.next({ String(decoding: $0, as: UTF8.self) }), let count = Int(first)
    else { throw BenchError("\(folder) holds no index") }
    let tags = manifest.next { String(decoding: $0, as: UTF8.self) } ?? ""
    languages = tags.split(separator: " ").map { Language(tag: $0) }
    var parts: [SegmentView] = []
    for number in 0..<count {
      let documents = try Self.map("\(folder)/\(number).documents")
      let index = try Self.map("\(folder)/\(number).index")
      let segment = try SegmentFile.open(
        documents: Self.region(documents), index: Self.region(index), schema: BenchSchema.schema)
      // Opening has read every byte, to check it.
      for file in [documents, index] { file.letGo() }
      parts.append(SegmentView(segment: segment))
    }
    view = IndexView(schema: BenchSchema.schema, revision: 1, parts: parts)
  }

  /// Makes a folder and those above it, where they are missing.
  private static func make(_ folder: String) throws {
    var path = folder.hasPrefix("/") ? "/" : ""
    for name in folder.split(separator: "/") {
      path += name + "/"
      guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw BenchError("\(path) cannot be made") }
    }
  }

  /// Writes a view without deletions; the size of what was written.
  static func write(_ view: IndexView, languages: [String], to folder: String) throws -> Int {
    try make(folder)
    var bytes = 0
    for (number, part) in view.parts.enumerated() {
      bytes += try write(part.segment.documentsImage.bytes, to: "\(folder)/\(number).documents")
      bytes += try write(part.segment.indexImage.bytes, to: "\(folder)/\(number).index")
    }
    let manifest = "\(view.parts.count)\n\(languages.joined(separator: " "))\n"
    return try bytes + Array(manifest.utf8).withUnsafeBytes { try write($0, to: folder + "/manifest") }
  }

  private static func write(_ bytes: UnsafeRawBufferPointer, to path: String) throws -> Int {
    guard let file = fopen(path, "w") else { throw BenchError("\(path) cannot be written") }
    let written = fwrite(bytes.baseAddress, 1, bytes.count, file)
    guard fclose(file) == 0, written == bytes.count else { throw BenchError("\(path) was not written whole") }
    return written
  }

  private static func map(_ path: String) throws -> MappedFile {
    guard let file = MappedFile(path) else { throw BenchError("\(path) cannot be mapped") }
    return file
  }

  private static func region(_ file: MappedFile) -> ImageRegion {
    ImageRegion(borrowing: file.bytes, owner: file)
  }
}
