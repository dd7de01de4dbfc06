import CPrefetch
import Glibc

/// Numbers distinct byte strings, from 0, and keeps them one behind the other.
///
/// Belongs to one thread; emptied and reused, it keeps its memory.
final class ByteInterner {
  private let arena = ByteSink(capacity: 1 << 12)
  private var ends: UnsafeMutablePointer<Entry>
  private var slots: UnsafeMutablePointer<UInt32>
  private var capacity: Int
  private(set) var count = 0

  /// What it takes in memory.
  var memoryBytes: Int {
    capacity * (MemoryLayout<Entry>.stride + 2 * MemoryLayout<UInt32>.stride) + arena.count
  }
  /// So that nobody can prepare words that collide.
  private let seed = UInt64.random(in: 0...UInt64.max)

  private struct Entry {
    var start: UInt32
    var length: UInt32
    var hash: UInt32
    var tag: UInt32
  }

  init() {
    capacity = 256
    ends = .allocate(capacity: capacity)
    slots = .allocate(capacity: 2 * capacity)
    slots.initialize(repeating: 0, count: 2 * capacity)
  }

  deinit {
    ends.deallocate()
    slots.deallocate()
  }

  /// The bytes of a number; valid until the next `intern`.
  @inline(__always)
  func bytes(_ id: UInt32) -> UnsafeRawBufferPointer {
    let entry = ends[Int(id)]
    return UnsafeRawBufferPointer(
      rebasing: arena.bytes[Int(entry.start)..<Int(entry.start) + Int(entry.length)])
  }

  /// Has what `bytes` looks up first brought near.
  @inline(__always)
  func prepareEntry(_ id: UInt32) { prefetch(ends + Int(id)) }

  /// Has the bytes of a number brought near, whose entry should be.
  @inline(__always)
  func prepareBytes(_ id: UInt32) { prefetch(arena.bytes.baseAddress! + Int(ends[Int(id)].start)) }

  /// The number of bytes; the same bytes with another tag have another number.
  func intern(_ bytes: UnsafeRawBufferPointer, tag: UInt32 = 0) -> UInt32 {
    let hash = hash(bytes, tag: tag)
    let mask = 2 * capacity - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      let id = slots[slot] - 1
      let entry = ends[Int(id)]
      if entry.hash == hash, entry.tag == tag, Int(entry.length) == bytes.count,
        compare(self.bytes(id), bytes) == 0
      {
        return id
      }
      slot = (slot + 1) & mask
    }
    return insert(bytes, tag: tag, hash: hash, slot: slot)
  }

  /// Forgets everything.
  func removeAll() {
    arena.removeAll()
    slots.update(repeating: 0, count: 2 * capacity)
    count = 0
  }

  private func insert(_ bytes: UnsafeRawBufferPointer, tag: UInt32, hash: UInt32, slot: Int) -> UInt32 {
    let id = UInt32(count)
    ends[count] = Entry(start: UInt32(arena.count), length: UInt32(bytes.count), hash: hash, tag: tag)
    arena.append(bytes)
    slots[slot] = id + 1
    count += 1
    if count == capacity { grow() }
    return id
  }

  private func grow() {
    let wider: UnsafeMutablePointer<Entry> = LargeMemory.allocate(2 * capacity)
    wider.initialize(from: ends, count: count)
    ends.deallocate()
    ends = wider
    slots.deallocate()
    capacity *= 2
    slots = LargeMemory.allocate(2 * capacity)
    slots.initialize(repeating: 0, count: 2 * capacity)
    let mask = 2 * capacity - 1
    for id in 0..<count {
      var slot = Int(ends[id].hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(id + 1)
    }
  }

  @inline(__always)
  private func hash(_ bytes: UnsafeRawBufferPointer, tag: UInt32) -> UInt32 {
    var hash = seed ^ UInt64(tag) &* 0x9e37_79b9_7f4a_7c15 ^ UInt64(bytes.count)
    var offset = 0
    while offset + 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      hash = (hash ^ word) &* 0xff51_afd7_ed55_8ccd
      hash ^= hash >> 29
      offset += 8
    }
    var rest: UInt64 = 0
    while offset < bytes.count {
      rest = rest << 8 | UInt64(bytes[offset])
      offset += 1
    }
    hash = (hash ^ rest) &* 0xc4ce_b9fe_1a85_ec53
    return UInt32(truncatingIfNeeded: hash >> 32)
  }

  /// All numbers in the bytewise order of their bytes.
  /// - Complexity: O(n log n).
  func sorted() -> [UInt32] { sorted(count) { $0 } }

  /// The places of a list of `count` numbers in the bytewise order of what they number.
  /// - Complexity: O(n log n).
  func sorted(_ count: Int, _ number: (UInt32) -> UInt32) -> [UInt32] {
    var keys = (0..<UInt32(count)).map { place in
      let id = number(place)
      return SortKey(prefix: TermDictionaryFormat.key(bytes(id)), id: id, place: place)
    }
    keys.sort { a, b in
      a.prefix != b.prefix ? a.prefix < b.prefix : compare(bytes(a.id), bytes(b.id)) < 0
    }
    return keys.map(\.place)
  }

  private struct SortKey {
    var prefix: UInt64
    var id: UInt32
    var place: UInt32
  }
}
