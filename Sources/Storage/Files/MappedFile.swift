import Glibc

/// The bytes of an immutable file, mapped read-only; unmapped when the last reference goes.
///
/// The file must not be cut while it is mapped; nothing in this module does so. See `PosixFileSystem.map(_:)` for when
/// somebody else does.
public final class MappedFile {
  /// The path that was mapped.
  public let path: String
  /// The content. Valid while this object lives: whoever keeps the pointer keeps the object.
  public let bytes: UnsafeRawBufferPointer
  private let isMapping: Bool
  private let release: @Sendable (UnsafeRawBufferPointer) -> Void

  /// Adopts `bytes`, to be given back by `release`.
  ///
  /// - Parameter isMapping: whether they are a mapping of the file, and not a copy in memory.
  public init(
    path: String, bytes: UnsafeRawBufferPointer, isMapping: Bool = false,
    release: @escaping @Sendable (UnsafeRawBufferPointer) -> Void
  ) {
    self.path = path
    self.bytes = bytes
    self.isMapping = isMapping
    self.release = release
  }

  /// Calls `body` with the content, which is valid during the call.
  public func withUnsafeBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    defer { withExtendedLifetime(self) {} }
    return try body(bytes)
  }

  /// Takes what was read of a range out of the process's memory until it is read again; the kernel's cache keeps it.
  ///
  /// For whoever reads everything once, a check, and leaves most of it alone afterwards. The range begins at a page.
  public func letGo(of range: Range<Int>) {
    guard isMapping, let start = bytes.baseAddress else { return }
    madvise(UnsafeMutableRawPointer(mutating: start + range.lowerBound), range.count, MADV_DONTNEED)
  }

  /// Asks the system for the pages of a range, to be done before a check reads them: one that the disk cannot read, or that was cut off,
  /// is damage then, and not the end of the process. The range begins at a page.
  ///
  /// Of a copy in memory, and where the system cannot be asked (Linux before 5.14), nothing is known to be wrong.
  /// - Throws: `damaged`, with the beginning of the range.
  public func fetch(_ range: Range<Int>) throws(StorageError) {
    guard isMapping, !range.isEmpty, let start = bytes.baseAddress else { return }
    let pages = UnsafeMutableRawPointer(mutating: start + range.lowerBound)
    guard madvise(pages, range.count, Self.populateRead) != 0 else { return }
    let error = errno
    guard error == EFAULT || error == EIO || error == EHWPOISON else { return }
    throw StorageError(
      .damaged, file: path, offset: range.lowerBound,
      problem: "the disk cannot read all of the \(range.count) bytes from here on", systemError: error)
  }

  /// Fetches the whole file.
  ///
  /// - Throws: as ``fetch(_:)``.
  public func fetch() throws(StorageError) {
    for start in stride(from: 0, to: bytes.count, by: Self.fetchedBytes) {
      try fetch(start..<min(start + Self.fetchedBytes, bytes.count))
    }
  }

  private static let fetchedBytes = 1 << 20
  /// `MADV_POPULATE_READ` of madvise(2), Linux 5.14.
  private static let populateRead: Int32 = 22

  deinit { release(bytes) }
}

// SAFETY: `bytes` is never written after init, is valid for exactly `bytes.count` bytes, and lives until deinit.
extension MappedFile: @unchecked Sendable {}
