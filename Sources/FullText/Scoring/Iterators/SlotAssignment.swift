/// Finds whether the slots of a phrase, some of which may want the same word, can have a position each.
///
/// Slots take the first position that is free, in the order of the phrase; where there is none, those that have a choice give
/// way (augmenting paths, Kuhn 1955). Keeps its memory from one question to the next.
struct SlotAssignment {
  /// A position of the window.
  private struct Cell {
    /// The question in which it was taken last, and by which slot.
    var round: UInt32 = 0
    var owner = 0
    /// The slot's search in which it was looked at last.
    var search: UInt32 = 0
  }

  private let offsets: [Int32]
  /// The slots in the order of the phrase.
  private let order: [Int]
  /// By the distance from the first position of the window.
  private var cells: [Cell] = []
  private var round: UInt32 = 0
  private var search: UInt32 = 0
  /// The slots that look for a position: the one that has none, and those that would give it theirs, which it saw in a visit.
  private var seekers: [(slot: Int, visit: Int)] = []
  /// Positions looked at, and by which seeker.
  private var visits: [(cell: Int, seeker: Int)] = []

  /// The place of each slot in the phrase.
  init(offsets: [Int32]) {
    self.offsets = offsets
    order = offsets.indices.sorted { offsets[$0] < offsets[$1] }
  }

  /// Whether there is a position for each slot among those that its starts stand for, which rise: from a place in them on up to
  /// the last start of a window.
  ///
  /// - Returns: also how many positions were looked at.
  /// - Complexity: O(slots) where each takes the first; the starts in the window for each that does not.
  mutating func exists(
    _ starts: [[Int32]], from places: [Int], window: ClosedRange<Int32>
  ) -> (isPossible: Bool, looks: Int) {
    guard let first = order.first, let last = order.last else { return (true, 0) }
    let base = window.lowerBound + offsets[first]
    let width = Int(window.upperBound + offsets[last] - base) + 1
    while cells.count < width { cells.append(Cell()) }
    round &+= 1
    var looks = 0
    for slot in order {
      search &+= 1
      seekers.removeAll(keepingCapacity: true)
      visits.removeAll(keepingCapacity: true)
      seekers.append((slot, 0))
      guard let visit = freePosition(starts, places, window.upperBound, base) else {
        return (false, looks + visits.count)
      }
      looks += visits.count
      pass(visit)
    }
    return (true, looks)
  }

  /// The visit in which a position was found that nobody has.
  private mutating func freePosition(
    _ starts: [[Int32]], _ places: [Int], _ high: Int32, _ base: Int32
  ) -> Int? {
    var next = 0
    while next < seekers.count {
      let slot = seekers[next].slot
      var place = places[slot]
      while place < starts[slot].count, starts[slot][place] <= high {
        let cell = Int(starts[slot][place] + offsets[slot] - base)
        place += 1
        guard cells[cell].search != search else { continue }
        cells[cell].search = search
        visits.append((cell, next))
        guard cells[cell].round == round else { return visits.count - 1 }
        seekers.append((cells[cell].owner, visits.count - 1))
      }
      next += 1
    }
    return nil
  }

  /// Gives a position to whoever saw it, and that one's to whoever saw that, up to the slot that had none.
  private mutating func pass(_ visit: Int) {
    var visit = visit
    while true {
      let (cell, seeker) = visits[visit]
      cells[cell].round = round
      cells[cell].owner = seekers[seeker].slot
      if seeker == 0 { return }
      visit = seekers[seeker].visit
    }
  }
}
