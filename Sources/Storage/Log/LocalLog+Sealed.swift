extension LocalLog {
  /// Opens the log for reading where its file system cannot be written: nothing is cut, and it takes no records.
  ///
  /// Without a log file the log ends with record `last`.
  /// - Throws: `damaged` with file and offset, `newerVersion`, or a failed call.
  public static func openSealed(
    directory: String, endingWith last: UInt64, seal: StorageError, files: any FileSystem
  ) throws(StorageError) -> LocalLog {
    let names = try files.kind(of: directory) == nil ? [] : try files.list(directory)
    var state = State(
      file: NoFile(seal), salt: 0, end: 0, allocated: 0, firsts: [last + 1], last: last, durable: last,
      olderBytes: 0)
    state.failure = seal
    let firsts = names.compactMap(LogFormat.firstSequence(ofName:))
    if let newest = firsts.last {
      for first in firsts {
        let reader = try LogFileReader(
          path: directory + "/" + LogFormat.fileName(first: first), first: first, files: files)
        guard first == newest else {
          state.olderBytes += reader.size
          continue
        }
        let scan = try LogScan(reader)
        (state.end, state.allocated, state.last, state.durable) = (scan.end, scan.end, scan.last, scan.last)
      }
      state.firsts = firsts
    }
    return LocalLog(directory: directory, files: files, options: Options(), state: state)
  }
}

/// What a sealed log would write to, if it wrote.
private final class NoFile: File {
  private let seal: StorageError

  init(_ seal: StorageError) { self.seal = seal }

  var path: String { seal.file }
  func size() throws(StorageError) -> Int { throw seal }
  func isFile(at path: String) -> Bool? { nil }
  func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(StorageError) -> Int { throw seal }
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(StorageError) -> Int {
    throw seal
  }
  func allocate(_ range: Range<Int>) throws(StorageError) { throw seal }
  func truncate(to size: Int) throws(StorageError) { throw seal }
  func synchronize() throws(StorageError) { throw seal }
}
