import CNghttp2
import Glibc

/// Collects the fields of the header block that is being decoded; reused for every block.
///
/// Peers send the same list again and again, and for most fields HPACK's tables then hand out the same two buffers. The
/// last list is therefore kept with its sources: as long as a list repeats it nothing is copied, and a list that is the
/// same to its end keeps its serial, by which others know that they have read it already.
///
/// Owns its memory and the references (given up in `deinit`); confined to the session. The size limit holds while
/// decoding, so that a few kilobytes that expand to megabytes (an HPACK bomb) never take memory.
struct HeaderDecodeBuffer: ~Copyable {
  private static let initialBytes = 1024
  private static let initialEntries = 24

  private let limit: Int
  private var bytes: UnsafeMutableRawPointer?
  private var capacity = 0
  private var entries: UnsafeMutablePointer<Entry>?
  private var entryCount = 0
  private var entryCapacity = 0
  /// How many fields of the present list have come; below `entryCount` as long as they repeat the last list.
  private var position = 0
  private var serial: UInt64 = 0
  private(set) var isTruncated = false
  /// Bytes of the present list that were dropped.
  private var excess = 0
  private let maxExcess: Int

  /// A field, and the buffers of libnghttp2 that it came from; while a reference is held no other field has those.
  struct Entry {
    var field: HeaderBlock.Entry
    var name: OpaquePointer?
    var value: OpaquePointer?
  }

  /// - Parameters:
  ///   - limit: what a list may come to; more is dropped.
  ///   - maxExcess: what may be dropped of one list.
  init(limit: Int, maxExcess: Int) {
    self.limit = limit
    self.maxExcess = maxExcess
  }

  deinit {
    releaseSources(from: 0)
    free(bytes)
    entries?.deallocate()
  }

  /// Begins a new block.
  mutating func begin() {
    position = 0
    if isTruncated { forget(from: 0) }
    isTruncated = false
    excess = 0
  }

  /// Takes in the last list again, whole as it was.
  @inline(__always)
  mutating func repeatLast() { position = entryCount }

  /// Takes in a field, or drops it and everything after it once the list is over the limit; false when so much was dropped
  /// that it is not worth decoding the rest.
  @inline(__always)
  mutating func append(name: OpaquePointer, value: OpaquePointer) -> Bool {
    if position < entryCount {
      let known = entries.unsafelyUnwrapped + position
      if known.pointee.name == name, known.pointee.value == value {
        position += 1
        return true
      }
    }
    return appendUnlike(name, value)
  }

  /// Takes in a field that has other sources than the one in its place in the last list; it may still be the same.
  private mutating func appendUnlike(_ name: OpaquePointer, _ value: OpaquePointer) -> Bool {
    let (nameBytes, valueBytes) = (nghttp2_rcbuf_get_buf(name), nghttp2_rcbuf_get_buf(value))
    if position < entryCount {
      let known = entries.unsafelyUnwrapped[position]
      let start = bytes.unsafelyUnwrapped + Int(known.field.offset)
      if known.name == name || equals(nameBytes, start, known.field.nameCount),
        equals(valueBytes, start + Int(known.field.nameCount), known.field.valueCount)
      {
        position += 1
        return true
      }
    }
    append(name: nameBytes.base, nameBytes.len, value: valueBytes.base, valueBytes.len)
    guard !isTruncated else { return excess <= maxExcess }
    nghttp2_rcbuf_incref(name)
    nghttp2_rcbuf_incref(value)
    let entry = entries.unsafelyUnwrapped + (entryCount - 1)
    (entry.pointee.name, entry.pointee.value) = (name, value)
    return true
  }

  @inline(__always)
  private func equals(_ some: nghttp2_vec, _ others: UnsafeRawPointer, _ count: UInt32) -> Bool {
    some.len == Int(count) && memcmp(some.base, others, some.len) == 0
  }

  /// Takes in a field that comes from nowhere in particular.
  mutating func append(
    name: UnsafePointer<UInt8>, _ nameCount: Int, value: UnsafePointer<UInt8>, _ valueCount: Int
  ) {
    forget(from: position)
    let offset = byteCount
    guard !isTruncated, offset + 32 * entryCount + nameCount + valueCount + 32 <= limit else {
      isTruncated = true
      excess += nameCount + valueCount + 32
      serial += 1
      return
    }
    grow(offset + nameCount + valueCount)
    let target = bytes.unsafelyUnwrapped + offset
    target.copyMemory(from: name, byteCount: nameCount)
    (target + nameCount).copyMemory(from: value, byteCount: valueCount)
    (entries.unsafelyUnwrapped + entryCount).initialize(
      to: Entry(
        field: HeaderBlock.Entry(
          offset: UInt32(offset), nameCount: UInt32(nameCount), valueCount: UInt32(valueCount))))
    entryCount += 1
    position = entryCount
    serial += 1
  }

  /// The block collected since `begin()`; valid until the next mutation.
  var block: HeaderBlock {
    mutating get {
      forget(from: position)
      return HeaderBlock(
        bytes: bytes ?? UnsafeMutableRawPointer(bitPattern: 1)!,
        entries: UnsafeBufferPointer(start: entries, count: entryCount), isTruncated: isTruncated,
        serial: serial)
    }
  }

  /// The bytes that the fields take.
  private var byteCount: Int {
    guard entryCount > 0, let last = entries?[entryCount - 1].field else { return 0 }
    return Int(last.offset) + Int(last.nameCount) + Int(last.valueCount)
  }

  /// Drops the end of the last list, which the present one does not have.
  @inline(__always)
  private mutating func forget(from index: Int) {
    guard index < entryCount else { return }
    releaseSources(from: index)
    entryCount = index
    serial += 1
  }

  private func releaseSources(from index: Int) {
    for entry in UnsafeBufferPointer(start: entries, count: entryCount)[index...] {
      if let name = entry.name { nghttp2_rcbuf_decref(name) }
      if let value = entry.value { nghttp2_rcbuf_decref(value) }
    }
  }

  /// Makes room for one more entry, and for `needed` bytes altogether.
  private mutating func grow(_ needed: Int) {
    // A first field may be empty, name and value, and still has to lie somewhere.
    if needed > capacity || bytes == nil {
      let larger = max(Self.initialBytes, capacity * 2, needed)
      guard let fresh = realloc(bytes, larger) else { preconditionFailure("out of memory") }
      (bytes, capacity) = (fresh, larger)
    }
    if entryCount == entryCapacity {
      let larger = max(Self.initialEntries, entryCapacity * 2)
      let fresh = UnsafeMutablePointer<Entry>.allocate(capacity: larger)
      if let entries {
        fresh.moveInitialize(from: entries, count: entryCount)
        entries.deallocate()
      }
      (entries, entryCapacity) = (fresh, larger)
    }
  }
}
