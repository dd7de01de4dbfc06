/// The places of a word table: open addressing, a power of two of them.
///
/// Owns its memory, in huge pages when it is large: a look-up of a word that is not frequent goes anywhere. Belongs to the
/// thread of its table.
final class WordSlots {
  /// A place, half a cache line, which settles words of up to 24 bytes without a look elsewhere.
  struct Slot {
    /// The first eight bytes of the spelling, the next ones of one of more than 16, and the last ones of one of more than 8.
    var head: UInt64 = 0
    var middle: UInt64 = 0
    var tail: UInt64 = 0
    var word = WordID.max
    var length: UInt16 = 0
    var language = Language.undetermined
  }

  /// How many places there are.
  let count: Int
  let slots: UnsafeMutablePointer<Slot>

  init(count: Int) {
    self.count = count
    slots = LargeMemory.allocate(count)
    slots.initialize(repeating: Slot(), count: count)
  }

  deinit { slots.deallocate() }

  var memoryBytes: Int { count * MemoryLayout<Slot>.stride }

  /// Empties every place.
  func removeAll() { slots.update(repeating: Slot(), count: count) }
}
