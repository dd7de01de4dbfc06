import Checksums

/// Writes one section of a snapshot through a buffer, and sums it up.
///
/// What is written goes to the disk piece by piece, no faster than the pace allows, so that neither the log's writes nor
/// readers wait behind a large one.
public struct SectionWriter {
  private static let bufferBytes = 1 << 20
  /// What is summed up and written in one go: a fraction of a millisecond, which is what somebody else waits for the core.
  private static let pieceBytes = 128 << 10
  /// After so many bytes they are waited for, lest the last `fdatasync` has everything to do at once.
  private static let unsynchronizedBytes = 16 << 20

  private let file: any File
  private let pace: Pace
  private var buffer: [UInt8] = []
  private var written = 0
  private var synchronized = 0
  private(set) var checksum = Checksum()
  private(set) var digest = SHA256()

  /// The bytes appended so far.
  public var byteCount: Int { written + buffer.count }

  init(file: any File, pace: Pace) {
    self.file = file
    self.pace = pace
  }

  /// Appends `bytes`.
  ///
  /// - Throws: a failed call, `diskFull` among them; `outOfTime` when the pace is at its end.
  public mutating func append(_ bytes: UnsafeRawBufferPointer) throws(StorageError) {
    if buffer.count + bytes.count > Self.bufferBytes { try flush() }
    if bytes.count >= Self.bufferBytes {
      try write(bytes)
    } else {
      buffer.append(contentsOf: bytes)
    }
  }

  /// Appends `bytes`.
  ///
  /// - Throws: as for a buffer.
  public mutating func append(_ bytes: [UInt8]) throws(StorageError) {
    try bytes.withUnsafeBytes { bytes in
      Result { () throws(StorageError) in try append(bytes) }
    }.get()
  }

  mutating func finish() throws(StorageError) {
    try flush()
    try file.synchronize()
  }

  private mutating func flush() throws(StorageError) {
    let full = buffer
    buffer.removeAll(keepingCapacity: true)
    try full.withUnsafeBytes { bytes in
      Result { () throws(StorageError) in try write(bytes) }
    }.get()
  }

  private mutating func write(_ bytes: UnsafeRawBufferPointer) throws(StorageError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = UnsafeRawBufferPointer(rebasing: rest.prefix(Self.pieceBytes))
      rest = rest.dropFirst(piece.count)
      checksum.add(piece)
      digest.add(piece)
      try file.writeAll(piece, at: written)
      written += piece.count
      if written - synchronized >= Self.unsynchronizedBytes {
        try file.synchronize()
        synchronized = written
      }
      try pace.spend(piece.count, on: file.path)
    }
  }
}
