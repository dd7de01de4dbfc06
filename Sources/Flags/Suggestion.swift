/// The word that somebody may have meant, when one is near enough.
public func nearest(to word: String, among known: [String]) -> String? {
  let best = known.map { (word: $0, distance: editDistance($0, word)) }.min { $0.distance < $1.distance }
  guard let best, best.distance <= max(2, word.count / 3) else { return nil }
  return best.word
}

/// Number of insertions, deletions and replacements that turn one word into the other.
///
/// - Complexity: O(*a* · *b*).
public func editDistance(_ a: String, _ b: String) -> Int {
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
