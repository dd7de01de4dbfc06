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

  /// Calls `body` with each smallest window of starts that holds one of every slot, of slots with a word in common one each, and
  /// spans at most the slop.
  mutating func forEachWindow(_ body: (_ low: Int32, _ high: Int32) -> Void) {
    if starts.contains(where: \.isEmpty) { return }
    if hasRepeats { return forEachWindowOfRepeats(body) }
    for index in places.indices { places[index] = 0 }
    var pending: (low: Int32, high: Int32)?
    while true {
      let window = currentWindow()
      if let last = pending, window.high > last.high, last.high - last.low <= slop {
        body(last.low, last.high)
      }
      pending = window
      guard advance(behind: window.low) else { break }
    }
    if let pending, pending.high - pending.low <= slop { body(pending.low, pending.high) }
  }

  /// Where one occurrence might serve two slots, the smallest window that holds one of every slot may not do where a wider
  /// one does.
  private func forEachWindowOfRepeats(_ body: (_ low: Int32, _ high: Int32) -> Void) {
    let ends = Set(starts.joined()).sorted()
    var pending: (low: Int32, high: Int32)?
    var end = 0
    for low in ends {
      while end < ends.count, ends[end] - low <= slop, !canAssign(low, ends[end]) { end += 1 }
      if end == ends.count { break }
      if ends[end] - low > slop { continue }
      if let last = pending, last.high < ends[end] { body(last.low, last.high) }
      pending = (low, ends[end])
    }
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
  ///
  /// Slots in the order of the phrase take the first free position each; since all windows of positions are shifted
  /// alike, that finds an assignment when there is one.
  private func canAssign(_ low: Int32, _ high: Int32) -> Bool {
    var taken: [Int32] = []
    for slot in starts.indices.sorted(by: { offsets[$0] < offsets[$1] }) {
      var place = Self.first(of: starts[slot], from: low)
      while place < starts[slot].count, taken.contains(starts[slot][place] + offsets[slot]) { place += 1 }
      guard place < starts[slot].count, starts[slot][place] <= high else { return false }
      taken.append(starts[slot][place] + offsets[slot])
    }
    return true
  }

  /// The place of the first start that is not below another, by halving.
  private static func first(of starts: [Int32], from least: Int32) -> Int {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] < least { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
