/// The edit distances between a word and the beginnings of a term that is followed character by character.
///
/// Keeps one row of the matrix a character (optimal string alignment: insertion, deletion, substitution, transposition of
/// neighbours). Belongs to one thread.
final class FuzzyAutomaton {
  /// The word's length in characters.
  let length: Int

  private let pattern: [UInt32]
  private let alphabet: [UInt32]
  let maxEdits: UInt8
  private let width: Int
  private let maxDepth: Int
  /// Row d holds the distances between the first d characters of the path and each beginning of the word.
  private let rows: UnsafeMutablePointer<UInt8>
  private let path: UnsafeMutablePointer<UInt32>
  /// Where each character of the path ends, in bytes, behind a leading 0.
  private let ends: UnsafeMutablePointer<Int>
  private let bytes: UnsafeMutablePointer<UInt8>
  private let target: UnsafeMutablePointer<UInt8>
  @exclusivity(unchecked) private var depth = 0
  /// Whether the path's last character left no match possible; it is dropped before another term is followed.
  @exclusivity(unchecked) private var isDead = false

  /// An automaton for a word in UTF-8; one of more than 250 characters accepts nothing.
  init(pattern: [UInt8], maxEdits: Int) {
    let scalars = String(decoding: pattern, as: UTF8.self).unicodeScalars.map(\.value)
    self.pattern = scalars.count <= 250 ? scalars : []
    length = scalars.count
    self.maxEdits = scalars.count <= 250 ? UInt8(clamping: maxEdits) : 0
    alphabet = Set(self.pattern).sorted()
    width = self.pattern.count + 1
    maxDepth = self.pattern.count + Int(self.maxEdits) + 1
    rows = .allocate(capacity: (maxDepth + 1) * width)
    path = .allocate(capacity: maxDepth)
    ends = .allocate(capacity: maxDepth + 1)
    bytes = .allocate(capacity: 4 * maxDepth)
    target = .allocate(capacity: 4 * maxDepth + 4)
    for column in 0..<width { rows[column] = UInt8(column) }
    ends[0] = 0
  }

  deinit {
    rows.deallocate()
    path.deallocate()
    ends.deallocate()
    bytes.deallocate()
    target.deallocate()
  }

  /// How many bytes of the last term were followed.
  var followed: Int { ends[depth] }

  /// The distance between the path and the whole word.
  var distance: Int { Int(rows[depth * width + width - 1]) }

  /// Whether the path is within the edits of the whole word and ends in the word's last character.
  var endsLikeTheWord: Bool {
    depth > 0 && !isDead && distance <= Int(maxEdits) && path[depth - 1] == pattern.last
  }

  /// Whether a term is within the edits.
  func accepts(_ term: [UInt8]) -> Bool {
    term.withUnsafeBytes { term in
      rewind(to: term)
      return follow(term) && distance <= Int(maxEdits)
    }
  }

  /// How many bytes of the path a term starts with.
  func shared(with term: UnsafeRawBufferPointer) -> Int {
    let count = min(followed, term.count)
    var index = 0
    while index < count, bytes[index] == term[index] { index += 1 }
    return index
  }

  /// Drops what the path does not share with a term.
  func rewind(to term: UnsafeRawBufferPointer) { rewind(toByte: shared(with: term)) }

  /// Drops the characters of the path that end behind a byte.
  func rewind(toByte byte: Int) {
    if isDead { depth -= 1 }
    isDead = false
    while depth > 0, ends[depth] > byte { depth -= 1 }
  }

  /// Follows a term to its end; false when no term that starts like the path can match any more.
  func follow(_ term: UnsafeRawBufferPointer) -> Bool {
    while ends[depth] < term.count {
      if !followOne(term) { return false }
    }
    return true
  }

  /// Follows a term by one character; false when no term that starts like the path can match any more.
  func followOne(_ term: UnsafeRawBufferPointer) -> Bool {
    let start = ends[depth]
    let lead = term[start]
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    let end = min(start + length, term.count)
    var scalar = UInt32(lead) & (length == 1 ? 0x7F : 0x7F >> UInt32(length))
    bytes[start] = lead
    for index in (start + 1)..<max(end, start + 1) {
      bytes[index] = term[index]
      scalar = scalar << 6 | UInt32(term[index] & 0x3F)
    }
    path[depth] = scalar
    depth += 1
    ends[depth] = end
    isDead = depth == maxDepth || fillRow() > maxEdits
    return !isDead
  }

  /// Computes the row of the path's last character; gives its smallest distance.
  private func fillRow() -> UInt8 {
    let scalar = path[depth - 1]
    let above = rows + (depth - 1) * width
    let row = rows + depth * width
    var smallest = UInt8(truncatingIfNeeded: depth)
    row[0] = smallest
    var column = 1
    while column < width {
      let isSame = pattern[column - 1] == scalar
      var distance = min(above[column], row[column - 1]) &+ 1
      distance = min(distance, above[column - 1] &+ (isSame ? 0 : 1))
      if column > 1, depth > 1, pattern[column - 2] == scalar, pattern[column - 1] == path[depth - 2] {
        distance = min(distance, (above - width)[column - 2] &+ 1)
      }
      row[column] = distance
      smallest = min(smallest, distance)
      column += 1
    }
    return smallest
  }

  /// The least byte string, behind all that start like the path, that may start a match; nil when there is none.
  ///
  /// Where an edit is left behind the path's last character but one, that is the next sibling; where none is left, the
  /// next character that the word allows there. The bytes are valid until the next call.
  func nextTarget() -> UnsafeRawBufferPointer? {
    let above = rows + (depth - 1) * width
    for column in 0..<width where above[column] < maxEdits { return successor(characters: depth) }
    for scalar in alphabet where scalar > path[depth - 1] && isAlive(scalar, after: depth - 1) {
      return extended(by: scalar)
    }
    return depth == 1 ? nil : successor(characters: depth - 1)
  }

  /// The path without its last character, followed by another one.
  private func extended(by scalar: UInt32) -> UnsafeRawBufferPointer {
    var count = ends[depth - 1]
    target.update(from: bytes, count: count)
    for byte in UTF8.encode(Unicode.Scalar(scalar) ?? "\u{FFFD}")! {
      target[count] = byte
      count += 1
    }
    return UnsafeRawBufferPointer(start: target, count: count)
  }

  /// Whether the first characters of the path, followed by another one, can still match without an edit more.
  private func isAlive(_ scalar: UInt32, after depth: Int) -> Bool {
    let row = rows + depth * width
    for column in 1..<max(width, 1) where width > 1 {
      if pattern[column - 1] == scalar, row[column - 1] <= maxEdits { return true }
      if column > 1, depth > 0, pattern[column - 2] == scalar, pattern[column - 1] == path[depth - 1],
        (row - width)[column - 2] < maxEdits
      {
        return true
      }
    }
    return false
  }

  /// The first byte string behind all that start with characters of the path; UTF-8 never ends in 0xFF.
  func successor(characters: Int) -> UnsafeRawBufferPointer {
    let count = ends[characters]
    target.update(from: bytes, count: count)
    target[count - 1] &+= 1
    return UnsafeRawBufferPointer(start: target, count: count)
  }

  /// The first byte string behind all that start with the whole path.
  var successor: UnsafeRawBufferPointer { successor(characters: depth) }

  /// A copy of the path.
  var pathBytes: [UInt8] { Array(UnsafeBufferPointer(start: bytes, count: followed)) }
}
