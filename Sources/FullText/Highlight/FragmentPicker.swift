/// Cuts a marked text into the pieces that show most of a query.
struct FragmentPicker {
  let options: HighlightOptions

  /// The best pieces of one text that do not overlap, best first.
  ///
  /// A piece is worth the weights of the different words of the query in it, and a hundredth more for each repetition.
  func fragments(
    of text: Int, length: Int, marks: [Highlighter.Mark], words: [Range<Int>]
  ) -> [HighlightFragment] {
    var fragments: [HighlightFragment] = []
    var used = [Bool](repeating: false, count: marks.count)
    while fragments.count < options.maxFragments, let best = bestWindow(marks, used) {
      for index in best.marks { used[index] = true }
      let spans = best.marks.map { marks[$0].range }
      let taken = fragments.map(\.range)
      let range = widened(
        spans[0].lowerBound..<spans[spans.count - 1].upperBound, length: length, words: words,
        taken: taken)
      fragments.append(
        HighlightFragment(text: text, range: range, spans: spans, score: best.score))
    }
    return fragments
  }

  /// The window of unused marks, in one run, that is worth most; among equals the first.
  private func bestWindow(
    _ marks: [Highlighter.Mark], _ used: [Bool]
  ) -> (marks: Range<Int>, score: Double)? {
    var best: (marks: Range<Int>, score: Double)?
    for start in marks.indices where !used[start] {
      var seen: [Int: Bool] = [:]
      var score = 0.0
      var end = start
      while end < marks.count, !used[end],
        end == start || marks[end].range.upperBound - marks[start].range.lowerBound <= options.fragmentBytes
      {
        let isNew = seen.updateValue(true, forKey: marks[end].source) == nil
        score += isNew ? marks[end].weight : marks[end].weight / 100
        end += 1
      }
      if score > best?.score ?? -1 { best = (start..<end, score) }
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
