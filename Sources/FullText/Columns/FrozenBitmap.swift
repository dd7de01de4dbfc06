/// Checks the bytes of a bitmap in CRoaring's frozen form, which the library itself takes on trust.
///
/// From the end: a number (cookie in 15 bits, containers in 17), a type code for each container, a count for each, a
/// key for each (each 16 bits); before them all bitsets of 8,192 bytes, all runs (start and length - 1), all arrays.
enum FrozenBitmap {
  private static let cookie: UInt32 = 13766
  private static let bitsetBytes = 8192

  /// How many members the bitmap has; nil when it is malformed or has one that is not below `limit`.
  /// - Complexity: O(bytes).
  static func cardinality(_ bytes: UnsafeRawBufferPointer, below limit: Int) -> UInt64? {
    guard bytes.count >= 4 else { return nil }
    let header = bytes.loadUnaligned(fromByteOffset: bytes.count - 4, as: UInt32.self).littleEndian
    let containers = Int(header >> 15)
    let tail = bytes.count - 4 - 5 * containers
    guard header & 0x7fff == cookie, tail >= 0,
      var zones = Zones(bytes, containers: containers, tail: tail)
    else { return nil }
    var total: UInt64 = 0
    var previousKey = -1
    for index in 0..<containers {
      let key = Int(half(bytes, tail + 2 * index))
      guard key > previousKey, let members = zones.next(index), members.count > 0,
        key << 16 + members.last < limit
      else { return nil }
      previousKey = key
      total += UInt64(members.count)
    }
    return zones.isConsumed ? total : nil
  }

  /// Adds the members below the capacity of a set to it; none when the bytes cannot be a bitmap.
  /// - Complexity: O(bytes), a word at a time where members are many.
  static func insert(_ bytes: UnsafeRawBufferPointer, into set: BitSet) {
    guard bytes.count >= 4 else { return }
    let header = bytes.loadUnaligned(fromByteOffset: bytes.count - 4, as: UInt32.self).littleEndian
    let containers = Int(header >> 15)
    let tail = bytes.count - 4 - 5 * containers
    guard header & 0x7fff == cookie, tail >= 0,
      var zones = Zones(bytes, containers: containers, tail: tail)
    else { return }
    for index in 0..<containers { zones.insertNext(index, into: set) }
    set.trim()
  }

  fileprivate static func half(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt16 {
    bytes.loadUnaligned(fromByteOffset: offset, as: UInt16.self).littleEndian
  }

  /// Where the next container of each type starts.
  private struct Zones {
    let bytes: UnsafeRawBufferPointer
    let containers: Int
    let tail: Int
    var bitset = 0
    var run = 0
    var array = 0
    let runStart: Int
    let arrayStart: Int

    init?(_ bytes: UnsafeRawBufferPointer, containers: Int, tail: Int) {
      self.bytes = bytes
      self.containers = containers
      self.tail = tail
      var bitsets = 0
      var runs = 0
      var values = 0
      for index in 0..<containers {
        let count = Int(half(bytes, tail + 2 * (containers + index)))
        switch bytes[tail + 4 * containers + index] {
        case 1: bitsets += 1
        case 2: values += count + 1
        case 3: runs += count
        default: return nil
        }
      }
      runStart = bitsets * bitsetBytes
      arrayStart = runStart + 4 * runs
      guard arrayStart + 2 * values == tail else { return nil }
      run = runStart
      array = arrayStart
    }

    var isConsumed: Bool { bitset == runStart && run == arrayStart && array == tail }

    /// How many members a container has, and the last of them.
    mutating func next(_ index: Int) -> (count: Int, last: Int)? {
      let count = Int(half(bytes, tail + 2 * (containers + index)))
      switch bytes[tail + 4 * containers + index] {
      case 1: return nextBitset(count + 1)
      case 2: return nextArray(count + 1)
      default: return nextRuns(count)
      }
    }

    /// Adds the members of the next container to a set, perhaps also to the bits behind its capacity.
    mutating func insertNext(_ index: Int, into set: BitSet) {
      let first = Int(half(bytes, tail + 2 * index)) << 16
      let count = Int(half(bytes, tail + 2 * (containers + index)))
      switch bytes[tail + 4 * containers + index] {
      case 1:
        for word in 0..<max(0, min(bitsetBytes / 8, set.words.count - first >> 6)) {
          let bits = bytes.loadUnaligned(fromByteOffset: bitset + 8 * word, as: UInt64.self).littleEndian
          set.words[first >> 6 + word] |= bits
        }
        bitset += bitsetBytes
      case 2:
        for place in 0...count {
          let document = first + Int(half(bytes, array + 2 * place))
          if document < set.capacity { set.insert(DocID(document)) }
        }
        array += 2 * (count + 1)
      default:
        for _ in 0..<count {
          let start = first + Int(half(bytes, run))
          let end = min(start + Int(half(bytes, run + 2)) + 1, set.capacity)
          if start < end { set.insert(DocID(start)..<DocID(end)) }
          run += 4
        }
      }
    }

    private mutating func nextBitset(_ count: Int) -> (count: Int, last: Int)? {
      var ones = 0
      var last = 0
      for word in 0..<bitsetBytes / 8 {
        let bits = bytes.loadUnaligned(fromByteOffset: bitset + 8 * word, as: UInt64.self).littleEndian
        ones += bits.nonzeroBitCount
        if bits != 0 { last = word * 64 + 63 - bits.leadingZeroBitCount }
      }
      bitset += bitsetBytes
      return ones == count ? (count, last) : nil
    }

    private mutating func nextArray(_ count: Int) -> (count: Int, last: Int)? {
      var last = -1
      for _ in 0..<count {
        let value = Int(half(bytes, array))
        guard value > last else { return nil }
        last = value
        array += 2
      }
      return (count, last)
    }

    private mutating func nextRuns(_ runs: Int) -> (count: Int, last: Int)? {
      var last = -1
      var count = 0
      for _ in 0..<runs {
        let start = Int(half(bytes, run))
        let length = Int(half(bytes, run + 2))
        guard start > last, start + length < 1 << 16 else { return nil }
        last = start + length
        count += length + 1
        run += 4
      }
      return (count, last)
    }
  }
}
