/// The bytes of an immutable file, mapped read-only; unmapped when the last reference goes.
///
/// The file must not be cut while it is mapped; nothing in this module does so. See `PosixFileSystem.map(_:)` for when
/// somebody else does.
public final class MappedFile {
  /// The path that was mapped.
  public let path: String
  /// The content. Valid while this object lives: whoever keeps the pointer keeps the object.
  public let bytes: UnsafeRawBufferPointer
  private let release: @Sendable (UnsafeRawBufferPointer) -> Void

  /// Adopts `bytes`, to be given back by `release`.
  public init(
    path: String, bytes: UnsafeRawBufferPointer,
    release: @escaping @Sendable (UnsafeRawBufferPointer) -> Void
  ) {
    self.path = path
    self.bytes = bytes
    self.release = release
  }

  /// Calls `body` with the content, which is valid during the call.
  public func withUnsafeBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    defer { withExtendedLifetime(self) {} }
    return try body(bytes)
  }

  deinit { release(bytes) }
}

// SAFETY: `bytes` is never written after init, is valid for exactly `bytes.count` bytes, and lives until deinit.
extension MappedFile: @unchecked Sendable {}
