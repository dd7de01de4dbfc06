/// Cuts a marked text into the pieces that show most of a query.
struct FragmentPicker {
  let options: HighlightOptions
  let interruption: Interruption

  /// The best pieces of one text that do not overlap, best first.
  ///
  /// A piece is worth the weights of the different words of the query in it, and a hundredth more for each repetition. Of no use
  /// once interrupted.
  func fragments(
    of text: Int, length: Int, marks: [Highlighter.Mark], words: [Range<Int>]
  ) -> [HighlightFragment] {
    var fragments: [HighlightFragment] = []
    var used = [Bool](repeating: false, count: marks.count)
    var counts = SourceCounts(marks)
    while fragments.count < options.maxFragments, let best = bestWindow(marks, used, &counts) {
      for index in best.marks { used[index] = true }
      let spans = Self.spans(of: marks[best.marks])
      let taken = fragments.map(\.range)
      let range = widened(
        spans[0].lowerBound..<spans[spans.count - 1].upperBound, length: length, words: words,
        taken: taken)
      fragments.append(
        HighlightFragment(text: text, range: range, spans: spans, score: best.score))
    }
    return fragments
  }

  /// Where marks are, rising and apart: one sign can stand for several words (½).
  static func spans(of marks: some Sequence<Highlighter.Mark>) -> [Range<Int>] {
    var spans: [Range<Int>] = []
    for mark in marks {
      if let last = spans.last, mark.range.lowerBound < last.upperBound {
        spans[spans.count - 1] = last.lowerBound..<max(last.upperBound, mark.range.upperBound)
      } else {
        spans.append(mark.range)
      }
    }
    return spans
  }

  /// The window of unused marks, in one run, that is worth most; among equals the first.
  /// - Complexity: O(marks · sources in a window), whatever the length of a window.
  private func bestWindow(
    _ marks: [Highlighter.Mark], _ used: [Bool], _ counts: inout SourceCounts
  ) -> (marks: Range<Int>, score: Double)? {
    var best: (marks: Range<Int>, score: Double)?
    var end = 0
    for start in marks.indices {
      if interruption.tick(1 + counts.different) { return nil }
      end = max(end, start)
      while end < marks.count, !used[end],
        end == start || marks[end].range.upperBound - marks[start].range.lowerBound <= options.fragmentBytes
      {
        counts.add(end)
        end += 1
      }
      guard start < end else { continue }
      let score = counts.score
      if score > best?.score ?? -1 { best = (start..<end, score) }
      counts.remove(start)
    }
    return best
  }

  /// Adds words on both sides of a window as long as the piece keeps its length and touches no other piece.
  private func widened(
    _ window: Range<Int>, length: Int, words: [Range<Int>], taken: [Range<Int>]
  ) -> Range<Int> {
    if length <= options.fragmentBytes, taken.isEmpty { return 0..<length }
    let floor = taken.map(\.upperBound).filter { $0 <= window.lowerBound }.max() ?? 0
    let ceiling = taken.map(\.lowerBound).filter { $0 >= window.upperBound }.min() ?? length
    var left = firstIndex(of: window.lowerBound, in: words)
    var right = firstIndex(of: window.upperBound, in: words)
    var range = window
    var grew = true
    while grew {
      grew = false
      if right < words.count, words[right].upperBound <= ceiling,
        words[right].upperBound - range.lowerBound <= options.fragmentBytes
      {
        range = range.lowerBound..<words[right].upperBound
        right += 1
        grew = true
      }
      if left > 0, words[left - 1].lowerBound >= floor,
        range.upperBound - words[left - 1].lowerBound <= options.fragmentBytes
      {
        range = words[left - 1].lowerBound..<range.upperBound
        left -= 1
        grew = true
      }
    }
    return range
  }

  /// The first word that does not start below an offset.
  private func firstIndex(of offset: Int, in words: [Range<Int>]) -> Int {
    var low = 0
    var high = words.count
    while low < high {
      let middle = (low + high) / 2
      if words[middle].lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// How often each word of a query is marked in a window that moves over the marks.
private struct SourceCounts {
  /// For each mark the place of its source among those that occur.
  private let places: [Int]
  private var weights: [Double] = []
  private var counts: [Int]
  /// A bit for each place that counts.
  private var present: [UInt64]
  /// How many places count.
  private(set) var different = 0

  init(_ marks: [Highlighter.Mark]) {
    var known: [Int: Int] = [:]
    var places: [Int] = []
    places.reserveCapacity(marks.count)
    for mark in marks {
      let place = known[mark.source] ?? weights.count
      if place == weights.count {
        known[mark.source] = place
        weights.append(mark.weight)
      }
      places.append(place)
    }
    self.places = places
    counts = Array(repeating: 0, count: weights.count)
    present = Array(repeating: 0, count: (weights.count + 63) / 64)
  }

  mutating func add(_ mark: Int) {
    let place = places[mark]
    counts[place] += 1
    if counts[place] == 1 { turn(place, by: 1) }
  }

  mutating func remove(_ mark: Int) {
    let place = places[mark]
    counts[place] -= 1
    if counts[place] == 0 { turn(place, by: -1) }
  }

  private mutating func turn(_ place: Int, by difference: Int) {
    present[place >> 6] ^= 1 << UInt64(place & 63)
    different += difference
  }

  /// What the window is worth; the same for the same counts.
  var score: Double {
    var score = 0.0
    for word in present.indices {
      var bits = present[word]
      while bits != 0 {
        let place = word << 6 + bits.trailingZeroBitCount
        bits &= bits &- 1
        score += weights[place] * (1 + Double(counts[place] - 1) / 100)
      }
    }
    return score
  }
}
