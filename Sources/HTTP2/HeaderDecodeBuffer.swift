import Glibc

/// Collects the fields of the header block that is being decoded; one per session, reused for every block.
///
/// Owns its memory (freed in `deinit`); confined to the session. The size limit holds while decoding, so that a
/// few kilobytes that expand to megabytes (an HPACK bomb) never take memory.
struct HeaderDecodeBuffer: ~Copyable {
  private static let initialBytes = 1024
  private static let initialEntries = 24

  private let limit: Int
  private var listSize = 0
  private var count = 0
  private var bytes: UnsafeMutableRawPointer?
  private var capacity = 0
  private var entries: UnsafeMutablePointer<HeaderBlock.Entry>?
  private var entryCount = 0
  private var entryCapacity = 0
  private(set) var isTruncated = false

  init(limit: Int) { self.limit = limit }

  deinit {
    free(bytes)
    entries?.deallocate()
  }

  /// Begins a new block.
  mutating func begin() {
    listSize = 0
    count = 0
    entryCount = 0
    isTruncated = false
  }

  /// Appends a field, or drops it and everything after it once the list is over the limit.
  @inline(__always)
  mutating func append(
    name: UnsafePointer<UInt8>, _ nameCount: Int, value: UnsafePointer<UInt8>, _ valueCount: Int
  ) {
    listSize &+= nameCount &+ valueCount &+ 32
    guard listSize <= limit, !isTruncated else {
      isTruncated = true
      return
    }
    let needed = nameCount + valueCount
    if count + needed > capacity || entryCount == entryCapacity { grow(needed) }
    let target = bytes.unsafelyUnwrapped + count
    target.copyMemory(from: name, byteCount: nameCount)
    (target + nameCount).copyMemory(from: value, byteCount: valueCount)
    entries.unsafelyUnwrapped[entryCount] = HeaderBlock.Entry(
      offset: UInt32(count), nameCount: UInt32(nameCount), valueCount: UInt32(valueCount))
    count += needed
    entryCount += 1
  }

  /// The block collected since `begin()`; valid until the next mutation.
  var block: HeaderBlock {
    HeaderBlock(
      bytes: bytes ?? UnsafeMutableRawPointer(bitPattern: 1)!,
      entries: UnsafeBufferPointer(start: entries, count: entryCount), isTruncated: isTruncated)
  }

  private mutating func grow(_ needed: Int) {
    if count + needed > capacity {
      let larger = max(Self.initialBytes, capacity * 2, count + needed)
      guard let fresh = malloc(larger) else { preconditionFailure("out of memory") }
      if let bytes {
        fresh.copyMemory(from: bytes, byteCount: count)
        free(bytes)
      }
      (bytes, capacity) = (fresh, larger)
    }
    if entryCount == entryCapacity {
      let larger = max(Self.initialEntries, entryCapacity * 2)
      let fresh = UnsafeMutablePointer<HeaderBlock.Entry>.allocate(capacity: larger)
      if let entries {
        fresh.update(from: entries, count: entryCount)
        entries.deallocate()
      }
      (entries, entryCapacity) = (fresh, larger)
    }
  }
}
