import CPrefetch

/// What looking words up in a `WordTable` needs of it, apart from the table so that a look-up counts no references and checks no
/// access.
///
/// Valid until the table takes in another word.
struct WordProbe {
  private let slots: UnsafeMutablePointer<WordSlots.Slot>
  private let mask: Int
  private let seed: UInt64

  init(_ places: WordSlots, seed: UInt64) {
    slots = places.slots
    mask = places.count - 1
    self.seed = seed
  }

  /// The key of a spelling; see `WordKey`.
  @inline(__always)
  func key(_ spelling: UnsafeRawBufferPointer, behind room: Int, language: Language) -> WordKey {
    WordKey(spelling, behind: room, language: language, seed: seed)
  }

  /// Has the place where a word with a hash would stand brought near, for a `find` soon.
  @inline(__always)
  func prepare(_ hash: UInt64) { prefetch(slots + Int(truncatingIfNeeded: hash) & mask) }

  /// The word with a spelling, if met before. `begins` is asked about a word that agrees with a long spelling as far as a place tells.
  @inline(__always)
  func find(
    _ spelling: UnsafeRawBufferPointer, _ key: WordKey, begins: (WordID) -> Bool
  ) -> WordID? {
    let middle = WordKey.middle(spelling)
    var index = Int(truncatingIfNeeded: key.hash) & mask
    while true {
      let slot = slots + index
      if slot.pointee.head == key.head, slot.pointee.tail == key.tail, slot.pointee.middle == middle,
        Int(slot.pointee.length) == spelling.count, slot.pointee.language == key.language
      {
        if spelling.count <= 24 || begins(slot.pointee.word) { return slot.pointee.word }
      } else if slot.pointee.word == .max {
        return nil
      }
      index = (index &+ 1) & mask
    }
  }
}
