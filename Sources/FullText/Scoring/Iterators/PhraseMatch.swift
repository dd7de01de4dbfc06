/// Counts how often a phrase occurs in one document.
///
/// Without slop, an occurrence is a start at which every word stands in its place. With slop, it is a smallest window of
/// starts that holds one of every word and spans at most `slop`; it counts `1 / (1 + span)`.
struct PhraseMatch {
  /// As many positions are read in the time in which a search takes one step.
  private static let positionsPerStep = 8

  private let slop: Int32
  private let hasRepeats: Bool
  private let interruption: Interruption
  /// The starts that the occurrences of each slot stand for, rising.
  var starts: [[Int32]]
  /// For each slot its first start that is not below the window.
  private var places: [Int]
  private var positions: [UInt32] = []
  private var assignment: SlotAssignment

  /// `offsets` in the order of the slots.
  init(offsets: [Int32], slop: Int32, hasRepeats: Bool, interruption: Interruption) {
    self.slop = slop
    self.hasRepeats = hasRepeats
    self.interruption = interruption
    starts = Array(repeating: [], count: offsets.count)
    places = Array(repeating: 0, count: offsets.count)
    assignment = SlotAssignment(offsets: offsets)
  }

  /// The frequency in the document on which all slots stand; anything when the search is interrupted.
  mutating func frequency(of slots: [PhraseSlot]) -> Float {
    var count = 0
    for (index, slot) in slots.enumerated() {
      slot.starts(into: &starts[index], positions: &positions)
      if starts[index].isEmpty { return 0 }
      count += starts[index].count
    }
    interruption.spend(count / Self.positionsPerStep)
    if slop > 0 { return sloppyFrequency() }
    for index in places.indices { places[index] = 0 }
    return exactFrequency()
  }

  private mutating func exactFrequency() -> Float {
    var count: Float = 0
    search: for start in starts[0] {
      for index in 1..<max(starts.count, 1) where starts.count > 1 {
        var place = places[index]
        let list = starts[index]
        while place < list.count, list[place] < start { place += 1 }
        places[index] = place
        if place == list.count { return count }
        if list[place] != start { continue search }
      }
      count += 1
    }
    return count
  }

  private mutating func sloppyFrequency() -> Float {
    var total: Float = 0
    forEachWindow { low, high in total += 1 / Float(1 + high - low) }
    return total
  }

  /// Calls `body` with each smallest window of starts that holds one of every slot, of slots with a word in common one each, and
  /// spans at most the slop.
  ///
  /// - Complexity: O(starts · slots); where slots have words in common, also O(starts within the slop) for each.
  mutating func forEachWindow(_ body: (_ low: Int32, _ high: Int32) -> Void) {
    if starts.contains(where: \.isEmpty) { return }
    for index in places.indices { places[index] = 0 }
    var pending: (low: Int32, high: Int32)?
    // What no window that begins further to the left could end before, one that begins further to the right cannot either.
    var high = Int32.min
    repeat {
      let window = currentWindow()
      high = max(high, window.high)
      while hasRepeats, high - window.low <= slop, !canAssign(window.low...high) {
        guard let next = nextStart(behind: high) else {
          if let pending { body(pending.low, pending.high) }
          return
        }
        high = next
      }
      if high - window.low <= slop {
        if let last = pending, high > last.high { body(last.low, last.high) }
        pending = (window.low, high)
      }
      if interruption.tick(1 + places.count / Self.positionsPerStep) { return }
      if !advance(behind: window.low) { break }
    } while true
    if let pending { body(pending.low, pending.high) }
  }

  private func currentWindow() -> (low: Int32, high: Int32) {
    var low = Int32.max
    var high = Int32.min
    for index in starts.indices {
      low = min(low, starts[index][places[index]])
      high = max(high, starts[index][places[index]])
    }
    return (low, high)
  }

  /// Moves every slot that stands on `low`; false when one of them has run out.
  private mutating func advance(behind low: Int32) -> Bool {
    for index in starts.indices {
      while starts[index][places[index]] <= low {
        places[index] += 1
        if places[index] == starts[index].count { return false }
      }
    }
    return true
  }

  /// Whether every slot finds an occurrence of its own in a window.
  private mutating func canAssign(_ window: ClosedRange<Int32>) -> Bool {
    let (isPossible, looks) = assignment.exists(starts, from: places, window: window)
    interruption.spend(looks / Self.positionsPerStep)
    return isPossible || interruption.isInterrupted
  }

  /// The first start of any slot behind another.
  private func nextStart(behind high: Int32) -> Int32? {
    var next: Int32?
    for (index, list) in starts.enumerated() {
      var place = places[index]
      while place < list.count, list[place] <= high { place += 1 }
      if place < list.count { next = min(next ?? .max, list[place]) }
    }
    return next
  }
}
