/// The log file that follows another one, as the last mark of that other one names it.
struct LogSuccessor: Hashable {
  static let encodedBytes = 16

  /// The sequence number of its first record.
  let first: UInt64
  /// The salt in its header, by which it is told from a file of another log.
  let salt: UInt32

  init(first: UInt64, salt: UInt32) {
    self.first = first
    self.salt = salt
  }

  /// Reads the payload of a mark; nil for a mark that names no successor.
  init?(_ payload: UnsafeRawBufferPointer) {
    guard payload.count == Self.encodedBytes else { return nil }
    self.init(first: payload.littleEndian(at: 0), salt: payload.littleEndian(at: 8))
  }

  /// The payload of a mark.
  var encoded: [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(littleEndian: first)
    bytes.append(littleEndian: salt)
    bytes.append(littleEndian: UInt32(0))
    return bytes
  }

  /// Checks that `reader`'s is the file meant.
  ///
  /// - Throws: `damaged`.
  func check(_ reader: LogFileReader) throws(StorageError) {
    guard reader.first != first || reader.salt != salt else { return }
    throw StorageError(
      .damaged, file: reader.file.path, offset: 12,
      problem: "this is not the file with record \(first) that the file before it was followed by",
      remedy: StorageError.repairRemedy)
  }

  /// What is wrong when no file follows `path`.
  func missing(behind path: String) -> StorageError {
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
    return StorageError(
      .damaged, file: folder + LogFormat.fileName(first: first),
      problem: "the log file is missing; \(path) was followed by it", remedy: StorageError.repairRemedy)
  }
}
