/// Counts how often a phrase occurs in one document.
///
/// Without slop, an occurrence is a start at which every word stands in its place. With slop, it is a smallest window of
/// starts that holds one of every word and spans at most `slop`; it counts `1 / (1 + span)`.
struct PhraseMatch {
  private let offsets: [Int32]
  private let slop: Int32
  private let hasRepeats: Bool
  /// The starts that the occurrences of each slot stand for, rising.
  var starts: [[Int32]]
  private var places: [Int]
  private var positions: [UInt32] = []

  /// `offsets` in the order of the slots.
  init(offsets: [Int32], slop: Int32, hasRepeats: Bool) {
    self.offsets = offsets
    self.slop = slop
    self.hasRepeats = hasRepeats
    starts = Array(repeating: [], count: offsets.count)
    places = Array(repeating: 0, count: offsets.count)
  }

  /// The frequency in the document on which all slots stand.
  mutating func frequency(of slots: [PhraseSlot]) -> Float {
    for (index, slot) in slots.enumerated() {
      slot.starts(into: &starts[index], positions: &positions)
      if starts[index].isEmpty { return 0 }
    }
    for index in places.indices { places[index] = 0 }
    return slop == 0 ? exactFrequency() : sloppyFrequency()
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

  /// Calls `body` with each smallest window of starts that holds one of every slot and spans at most the slop.
  mutating func forEachWindow(_ body: (_ low: Int32, _ high: Int32) -> Void) {
    for index in places.indices { places[index] = 0 }
    if starts.contains(where: \.isEmpty) { return }
    var pending: (low: Int32, high: Int32)?
    while true {
      let window = currentWindow()
      if let last = pending, window.high > last.high, isValid(last) { body(last.low, last.high) }
      pending = window
      guard advance(behind: window.low) else { break }
    }
    if let pending, isValid(pending) { body(pending.low, pending.high) }
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

  private func isValid(_ window: (low: Int32, high: Int32)) -> Bool {
    window.high - window.low <= slop && (!hasRepeats || canAssign(window))
  }

  /// Whether every slot finds an occurrence of its own in a window.
  ///
  /// Slots in the order of the phrase take the first free position each; since all windows of positions are shifted
  /// alike, that finds an assignment when there is one.
  private func canAssign(_ window: (low: Int32, high: Int32)) -> Bool {
    var taken: [Int32] = []
    for slot in starts.indices.sorted(by: { offsets[$0] < offsets[$1] }) {
      let free = starts[slot].lazy.filter { $0 >= window.low && $0 <= window.high }.map {
        $0 + offsets[slot]
      }.first { !taken.contains($0) }
      guard let free else { return false }
      taken.append(free)
    }
    return true
  }
}
