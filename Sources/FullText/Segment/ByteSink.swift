import Glibc

/// Growing bytes that an encoder appends to; integers are little-endian.
///
/// Belongs to one thread.
final class ByteSink {
  private(set) var count = 0
  private(set) var capacity: Int
  private var base: UnsafeMutableRawPointer

  init(capacity: Int = 256) {
    self.capacity = max(capacity, 16)
    base = malloc(self.capacity)!
  }

  deinit { free(base) }

  /// Calls `body` with what was appended, keeping the sink alive meanwhile.
  func withBytes<R>(_ body: (UnsafeRawBufferPointer) -> R) -> R {
    withExtendedLifetime(self) { body(bytes) }
  }

  /// What was appended; valid until the next append and while the sink is used: where this is the last use, take
  /// `withBytes`.
  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }

  /// Forgets everything and keeps the memory.
  func removeAll() { count = 0 }

  /// Makes room for `extra` bytes and returns where they go; `advance(by:)` commits them.
  @inline(__always)
  func reserve(_ extra: Int) -> UnsafeMutableRawPointer {
    if count + extra > capacity { grow(count + extra) }
    return base + count
  }

  /// Commits bytes that were written behind `reserve`.
  @inline(__always)
  func advance(by extra: Int) { count += extra }

  @inline(never)
  private func grow(_ needed: Int) {
    capacity = max(needed, capacity * 2)
    base = realloc(base, capacity)!
  }

  @inline(__always)
  func append(_ byte: UInt8) {
    reserve(1).storeBytes(of: byte, as: UInt8.self)
    count += 1
  }

  @inline(__always)
  func append<T: FixedWidthInteger & BitwiseCopyable>(integer: T) {
    reserve(MemoryLayout<T>.size).storeBytes(of: integer.littleEndian, as: T.self)
    count += MemoryLayout<T>.size
  }

  /// LEB128.
  @inline(__always)
  func append(varint value: UInt64) {
    let target = reserve(10)
    var value = value
    var length = 0
    while value >= 0x80 {
      target.storeBytes(of: UInt8(truncatingIfNeeded: value) | 0x80, toByteOffset: length, as: UInt8.self)
      value >>= 7
      length += 1
    }
    target.storeBytes(of: UInt8(truncatingIfNeeded: value), toByteOffset: length, as: UInt8.self)
    count += length + 1
  }

  @inline(__always)
  func append(varint value: Int) { append(varint: UInt64(value)) }

  @inline(__always)
  func append(varint value: UInt32) { append(varint: UInt64(value)) }

  func append(_ bytes: UnsafeRawBufferPointer) {
    guard let source = bytes.baseAddress, !bytes.isEmpty else { return }
    memcpy(reserve(bytes.count), source, bytes.count)
    count += bytes.count
  }

  func append(_ other: ByteSink) { other.withBytes { append($0) } }

  /// Takes back the last bytes.
  func removeLast(_ extra: Int) { count -= extra }

  /// Gives back memory beyond what was appended.
  func shrink() {
    capacity = max(count, 16)
    base = realloc(base, capacity)!
  }

  /// Replaces bytes appended earlier.
  func overwrite(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
    precondition(offset >= 0 && offset + bytes.count <= count)
    memcpy(base + offset, bytes.baseAddress!, bytes.count)
  }

  /// Replaces an integer appended earlier.
  func overwrite<T: FixedWidthInteger & BitwiseCopyable>(integer: T, at offset: Int) {
    precondition(offset >= 0 && offset + MemoryLayout<T>.size <= count)
    base.storeBytes(of: integer.littleEndian, toByteOffset: offset, as: T.self)
  }

  /// Appends zeros up to a multiple of `alignment`.
  func pad(to alignment: Int) {
    let extra = (alignment - count % alignment) % alignment
    appendZeros(extra)
  }

  func appendZeros(_ extra: Int) {
    guard extra > 0 else { return }
    memset(reserve(extra), 0, extra)
    count += extra
  }
}
