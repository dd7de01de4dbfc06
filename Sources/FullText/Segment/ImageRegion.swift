import Glibc

/// A piece of memory that holds one image of a segment, and what keeps it there.
///
/// Either allocated here or borrowed from an owner, such as a mapped file. Never changes once a segment reads it.
public final class ImageRegion {
  /// The image.
  public let bytes: UnsafeRawBufferPointer
  private let allocation: UnsafeMutableRawPointer?
  private let owner: AnyObject?

  /// Alignment of images that are allocated here: a cache line.
  static let alignment = 64

  /// Whether sections lie as their readers need them.
  var isAligned: Bool { Int(bitPattern: bytes.baseAddress) % Self.alignment == 0 }

  /// Borrows memory that lives, unchanged, as long as `owner`.
  public init(borrowing bytes: UnsafeRawBufferPointer, owner: AnyObject) {
    self.bytes = bytes
    self.owner = owner
    allocation = nil
  }

  /// Copies bytes.
  public convenience init(copying source: UnsafeRawBufferPointer) {
    self.init(count: source.count) { $0.copyMemory(from: source) }
  }

  /// Copies bytes.
  public convenience init(copying source: [UInt8]) {
    self.init(count: source.count) { target in source.withUnsafeBytes { target.copyMemory(from: $0) } }
  }

  /// Takes over what a sink holds.
  convenience init(adopting sink: ByteSink) {
    sink.shrink()
    self.init(borrowing: sink.bytes, owner: sink)
  }

  /// Allocates memory, aligned to a cache line, for `fill` to write from its first byte to its last.
  init(count: Int, fill: (UnsafeMutableRawBufferPointer) -> Void) {
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: max(count, 1), alignment: Self.alignment)
    LargeMemory.preferHugePages(memory, count)
    fill(UnsafeMutableRawBufferPointer(start: memory, count: count))
    bytes = UnsafeRawBufferPointer(start: memory, count: count)
    allocation = memory
    owner = nil
  }

  deinit { allocation?.deallocate() }
}

// SAFETY: owner is this object; the bytes live until deinit, are not written after init hands them out, and every
// reader stays within `bytes`.
extension ImageRegion: @unchecked Sendable {}
