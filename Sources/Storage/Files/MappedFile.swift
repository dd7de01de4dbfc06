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

  deinit { release(bytes) }
}

// SAFETY: `bytes` is never written after init, is valid for exactly `bytes.count` bytes, and lives until deinit.
extension MappedFile: @unchecked Sendable {}
