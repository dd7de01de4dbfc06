import Checksums

/// By what the log and the snapshots of one archive are told from those of others: random, and given once.
///
/// A copy that was seeded from a snapshot has the number of its origin; what tells the histories of the two apart is ``Lineage``.
public struct ArchiveNumber: Hashable, Sendable, CustomStringConvertible {
  /// Never zero, which stands for none in log files.
  let value: UInt32

  /// Of a new archive.
  public init() { value = .random(in: 1 ... .max) }

  /// Nil for zero: releases that gave no numbers wrote that.
  init?(_ value: UInt32) {
    guard value != 0 else { return nil }
    self.value = value
  }

  init?(_ text: String) {
    guard let value = UInt32(text, radix: 16) else { return nil }
    self.init(value)
  }

  /// Eight hexadecimal digits.
  public var description: String { value.hexadecimal }
}

extension Manifest {
  /// The attribute that holds the number of the snapshot's archive.
  static let archiveAttribute = "archive"

  /// The archive that the snapshot is of; nil in one of a release that did not note it.
  var archive: ArchiveNumber? { attributes[Self.archiveAttribute].flatMap { ArchiveNumber($0) } }
}
