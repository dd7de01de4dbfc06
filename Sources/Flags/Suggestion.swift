/// The word that somebody may have meant, when one is near enough: a third of the letters may be wrong, and two in a row that are
/// swapped.
public func nearest(to word: String, among known: [String]) -> String? {
  let best = known.map { (word: $0, distance: editDistance($0, word)) }.min { $0.distance < $1.distance }
  guard let best else { return nil }
  let allowed = max(word.count, best.word.count) / 3
  return best.distance <= allowed || isSwapped(word, best.word) ? best.word : nil
}

/// Whether two words differ in nothing but the order of two letters that stand together.
private func isSwapped(_ a: String, _ b: String) -> Bool {
  let (a, b) = (Array(a), Array(b))
  guard a.count == b.count else { return false }
  let wrong = a.indices.filter { a[$0] != b[$0] }
  return wrong.count == 2 && wrong[1] == wrong[0] + 1 && a[wrong[0]] == b[wrong[1]]
    && a[wrong[1]] == b[wrong[0]]
}

/// Number of insertions, deletions and replacements that turn one word into the other.
///
/// - Complexity: O(*a* · *b*).
func editDistance(_ a: String, _ b: String) -> Int {
  let target = Array(b)
  var row = Array(0...target.count)
  for (i, character) in a.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, other) in target.enumerated() {
      let replaced = diagonal + (character == other ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
    }
  }
  return row[target.count]
}
