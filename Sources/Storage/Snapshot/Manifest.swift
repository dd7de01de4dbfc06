import Checksums

/// What a snapshot consists of; its text form is described in FORMAT.md.
public struct Manifest: Hashable, Sendable {
  /// One file of a snapshot.
  public struct Section: Hashable, Sendable {
    /// The file's name: letters, digits, `-`, `_` and `.`.
    public var name: String
    /// The file's length.
    public var byteCount: Int
    /// The CRC-32C of its content.
    public var checksum: UInt32
    /// The SHA-256 of its content in hexadecimal digits; empty in a snapshot of a release that did not note it.
    public var digest: String
  }

  static let version = 1
  /// The name of its file.
  public static let fileName = "MANIFEST"

  /// The revision whose state the snapshot holds.
  public var revision: UInt64
  /// What the writer noted beside the sections; keys and values without spaces.
  public var attributes: [String: String]
  /// The files in the order in which they were written.
  public var sections: [Section] = []

  /// The entry of section `name`, `nil` when the snapshot has none.
  public func section(_ name: String) -> Section? { sections.first { $0.name == name } }

  init(revision: UInt64, attributes: [String: String]) {
    self.revision = revision
    self.attributes = attributes
  }

  var encoded: [UInt8] {
    var text = "matiane snapshot \(Self.version)\nrevision \(revision)\n"
    for (key, value) in attributes.sorted(by: { $0.key < $1.key }) { text += "attribute \(key) \(value)\n" }
    for section in sections {
      text += "section \(section.name) \(section.byteCount) crc32c \(section.checksum.hexadecimal)"
      text += section.digest.isEmpty ? "\n" : " sha256 \(section.digest)\n"
    }
    let checksum = Array(text.utf8).withUnsafeBytes { Checksum.of($0) }
    return Array("\(text)checksum crc32c \(checksum.hexadecimal)\n".utf8)
  }

  /// Parses and checks a manifest.
  ///
  /// - Throws: `damaged` or `newerVersion`, naming `file`.
  init(_ bytes: [UInt8], file: String) throws(StorageError) {
    func damaged(_ problem: String, at offset: Int? = nil) -> StorageError {
      StorageError(.damaged, file: file, offset: offset, problem: problem)
    }
    guard bytes.last == UInt8(ascii: "\n") else {
      throw damaged("the manifest does not end with a line break")
    }
    let lastLine = (bytes.dropLast().lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
    let actual = bytes[..<lastLine].withUnsafeBytes { Checksum.of($0) }
    let expected = "checksum crc32c \(actual.hexadecimal)\n"
    guard Array(expected.utf8) == Array(bytes[lastLine...]) else {
      throw damaged("the manifest fails its checksum", at: lastLine)
    }
    let lines = String(decoding: bytes[..<lastLine], as: UTF8.self).split(separator: "\n")
    guard let title = lines.first?.split(separator: " "), title.count == 3,
      title[0] == "matiane", title[1] == "snapshot", let version = Int(title[2])
    else { throw damaged("the manifest does not begin with \"matiane snapshot N\"", at: 0) }
    guard version <= Self.version else {
      throw StorageError(
        .newerVersion, file: file,
        problem: "the snapshot has version \(version); this release reads up to version \(Self.version)",
        remedy: "start the release that wrote it, or a later one")
    }
    self.init(revision: 0, attributes: [:])
    var hasRevision = false
    var names: Set<String> = []
    var bytesLeft = Int.max
    for line in lines.dropFirst() {
      let words = line.split(separator: " ")
      if words.count == 2, words[0] == "revision", let number = UInt64(words[1]) {
        revision = number
        hasRevision = true
      } else if words.count == 3, words[0] == "attribute" {
        attributes[String(words[1])] = String(words[2])
      } else if let section = Section(words) {
        guard names.insert(section.name).inserted else {
          throw damaged("the manifest names section \(section.name) twice")
        }
        guard section.byteCount <= bytesLeft else {
          throw damaged("the manifest's sections have more bytes than any disk: \(line)")
        }
        bytesLeft -= section.byteCount
        sections.append(section)
      } else {
        throw damaged("the manifest holds a line that it should not: \(line)")
      }
    }
    guard hasRevision else { throw damaged("the manifest names no revision") }
  }
}

extension Manifest.Section {
  /// `section NAME BYTES crc32c HEX`, then pairs of words that later releases may add.
  fileprivate init?(_ words: [Substring]) {
    guard words.count >= 5, words.count % 2 == 1, words[0] == "section", Self.isName(String(words[1])),
      let byteCount = Int(words[2]), byteCount >= 0, words[3] == "crc32c",
      let checksum = UInt32(words[4], radix: 16)
    else { return nil }
    var digest = ""
    for index in stride(from: 5, to: words.count, by: 2) where words[index] == "sha256" {
      digest = String(words[index + 1])
    }
    self.init(name: String(words[1]), byteCount: byteCount, checksum: checksum, digest: digest)
  }

  /// Whether `name` may name a section: it can never leave its folder, nor be the manifest.
  static func isName(_ name: String) -> Bool {
    !name.isEmpty && name.first != "." && name != Manifest.fileName
      && name.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
          true
        default: false
        }
      }
  }
}
