/// Finds the terms of a dictionary within some edits of a word.
///
/// Walks the sorted terms and keeps one row of the edit distance matrix a character (optimal string alignment: insertion,
/// deletion, substitution, transposition of neighbours). Where no continuation can match any more, it seeks behind all
/// terms that start so; where no edit is left, straight to the next character that the word allows.
struct FuzzyAutomaton {
  /// The word's length in characters.
  var length: Int { pattern.count }

  private let pattern: [UInt32]
  private let alphabet: [UInt32]
  private let maxEdits: UInt8
  private let width: Int
  /// Row d holds the distances between the first d characters of the path and each beginning of the pattern.
  private var rows: [UInt8]
  private var path: [UInt32] = []
  /// Where each character of the path ends, in bytes.
  private var ends: [Int] = []
  private var pathBytes: [UInt8] = []

  init(pattern: [UInt8], maxEdits: Int) {
    self.pattern = String(decoding: pattern, as: UTF8.self).unicodeScalars.map(\.value)
    self.maxEdits = UInt8(clamping: maxEdits)
    alphabet = Set(self.pattern).sorted()
    width = self.pattern.count + 1
    rows = (0..<width).map { UInt8(clamping: $0) }
  }

  /// Calls `body` with each matching term, rising, its entry and its distance.
  mutating func forEachMatch(
    in dictionary: TermDictionary, _ body: ([UInt8], TermEntry, Int) -> Void
  ) {
    var iterator = dictionary.makeIterator(at: 0)
    guard pattern.count < 255, iterator.next() else { return }
    while true {
      let term = iterator.term
      rewind(to: term)
      if extend(along: term) {
        let distance = rows[path.count * width + width - 1]
        if distance <= maxEdits, let entry = iterator.entry { body(term, entry, Int(distance)) }
        guard iterator.next() else { return }
      } else {
        guard let target = nextTarget(), iterator.seek(to: target) else { return }
      }
    }
  }

  /// Calls `body` with each shortest beginning of a term that is within the edits of the whole pattern and ends in the
  /// same character, rising.
  mutating func forEachPrefix(in dictionary: TermDictionary, _ body: ([UInt8]) -> Void) {
    var iterator = dictionary.makeIterator(at: 0)
    guard pattern.count < 255, iterator.next() else { return }
    while true {
      let term = iterator.term
      rewind(to: term)
      var isFound = false
      var isAlive = true
      while isAlive, !isFound, pathBytes.count < term.count {
        isAlive = extendByOne(along: term)
        isFound = path.last == pattern.last && rows[path.count * width + width - 1] <= maxEdits
      }
      if isFound { body(pathBytes) }
      if isAlive, !isFound {
        guard iterator.next() else { return }
      } else {
        guard let target = isFound ? successor(ofPrefix: path.count) : nextTarget(),
          iterator.seek(to: target)
        else { return }
      }
    }
  }

  /// Whether a term is within the edits.
  mutating func accepts(_ term: [UInt8]) -> Bool {
    guard pattern.count < 255 else { return false }
    rewind(to: term)
    return extend(along: term) && rows[path.count * width + width - 1] <= maxEdits
  }

  /// Drops what the path does not share with a term.
  private mutating func rewind(to term: [UInt8]) {
    var shared = 0
    while shared < pathBytes.count, shared < term.count, pathBytes[shared] == term[shared] { shared += 1 }
    while let end = ends.last, end > shared {
      ends.removeLast()
      path.removeLast()
    }
    pathBytes.removeLast(pathBytes.count - (ends.last ?? 0))
    rows.removeLast(rows.count - (path.count + 1) * width)
  }

  /// Follows a term character by character; false when no term that starts like the path can match.
  private mutating func extend(along term: [UInt8]) -> Bool {
    while pathBytes.count < term.count {
      if !extendByOne(along: term) { return false }
    }
    return true
  }

  /// Follows a term by one character; false when no term that starts like the path can match.
  private mutating func extendByOne(along term: [UInt8]) -> Bool {
    let start = pathBytes.count
    let lead = term[start]
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    let end = min(start + length, term.count)
    var scalar = UInt32(lead) & (length == 1 ? 0x7F : 0x7F >> UInt32(length))
    for byte in term[(start + 1)..<end] { scalar = scalar << 6 | UInt32(byte & 0x3F) }
    pathBytes.append(contentsOf: term[start..<end])
    ends.append(end)
    path.append(scalar)
    return appendRow() <= maxEdits
  }

  /// Computes the row of the path's last character; gives its smallest distance.
  private mutating func appendRow() -> UInt8 {
    let depth = path.count
    let scalar = path[depth - 1]
    let above = (depth - 1) * width
    var smallest = UInt8(clamping: depth)
    rows.append(smallest)
    for column in 1..<max(width, 1) where width > 1 {
      let isSame = pattern[column - 1] == scalar
      var distance = min(rows[above + column], rows[above + width + column - 1]) &+ 1
      distance = min(distance, rows[above + column - 1] &+ (isSame ? 0 : 1))
      if column > 1, depth > 1, pattern[column - 2] == scalar, pattern[column - 1] == path[depth - 2] {
        distance = min(distance, rows[above - width + column - 2] &+ 1)
      }
      rows.append(distance)
      smallest = min(smallest, distance)
    }
    return smallest
  }

  /// Where to go on behind a path that cannot match; nil at the end of all terms.
  private func nextTarget() -> [UInt8]? {
    let depth = path.count
    let above = (depth - 1) * width
    let hasEditsLeft = rows[above..<(above + width)].contains { $0 < maxEdits }
    if hasEditsLeft { return successor(ofPrefix: depth) }
    for scalar in alphabet where scalar > path[depth - 1] && isAlive(scalar, after: depth - 1) {
      var target = Array(pathBytes[..<(depth > 1 ? ends[depth - 2] : 0)])
      target.append(contentsOf: Unicode.Scalar(scalar).map { Array(String($0).utf8) } ?? [])
      return target
    }
    return depth == 1 ? nil : successor(ofPrefix: depth - 1)
  }

  /// Whether the first `depth` characters of the path, followed by one more, can still match without an edit more.
  private func isAlive(_ scalar: UInt32, after depth: Int) -> Bool {
    let row = depth * width
    for column in 1..<max(width, 1) where width > 1 {
      if pattern[column - 1] == scalar, rows[row + column - 1] <= maxEdits { return true }
      if column > 1, depth > 0, pattern[column - 2] == scalar, pattern[column - 1] == path[depth - 1],
        rows[row - width + column - 2] < maxEdits
      {
        return true
      }
    }
    return false
  }

  /// The first byte string behind all that start with the path's first characters; UTF-8 never ends in 0xFF.
  private func successor(ofPrefix characters: Int) -> [UInt8] {
    var bytes = Array(pathBytes[..<ends[characters - 1]])
    bytes[bytes.count - 1] &+= 1
    return bytes
  }
}
