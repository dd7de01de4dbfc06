/// Cuts JSON that comes in pieces into its objects: those of an array, or those that follow one another, on lines or not.
///
/// Only strings and brackets are looked at; whether an object is one, who reads it finds out. One that is broken ends
/// before a line that begins with `{` where none can be inside it: in a text, or behind a value.
/// - Complexity: O(bytes); an object is held as it grows, up to `maxBytes`.
struct JSONItems {
  /// A piece of JSON between two brackets, or something else in its place.
  enum Item: Equatable {
    case object([UInt8], line: Int)
    case tooLong(line: Int)
    case notAnObject(line: Int)
    /// An object that has no end.
    case unfinished(line: Int)
    /// An array of objects that has no end: what stood behind is not known.
    case unfinishedArray(line: Int)
  }

  private static let mostArrays = 100

  private let maxBytes: Int
  private var line = 1
  private var begun = 0
  private var depth = 0
  /// The lines on which the arrays around the objects begin.
  private var arrays: [Int] = []
  private var isInString = false
  private var isEscaped = false
  private var isTooLong = false
  private var isPassingOver = false
  private var object: [UInt8] = []
  private var isAtLineStart = false
  /// The last byte of the object that is no white space.
  private var last: UInt8 = 0

  init(maxBytes: Int) { self.maxBytes = maxBytes }

  /// What ends in the next piece.
  mutating func read(_ piece: [UInt8]) -> [Item] {
    var items: [Item] = []
    var start = 0
    for (place, byte) in piece.enumerated() {
      if isAtLineStart, byte == UInt8(ascii: "{"), depth > 0, isBroken {
        items.append(.unfinished(line: begun))
        (depth, isInString, isEscaped, object) = (0, false, false, [])
      }
      isAtLineStart = byte == UInt8(ascii: "\n")
      if isAtLineStart { line += 1 }
      if depth > 0, byte > 0x20 { last = byte }
      if depth == 0 {
        outside(byte, &items)
        start = place
      } else if inside(byte) {
        keep(piece[start...place])
        items.append(isTooLong ? .tooLong(line: begun) : .object(object, line: begun))
        object = []
      }
    }
    if depth > 0 { keep(piece[min(start, piece.count)...]) }
    return items
  }

  /// Whether the object that has begun cannot go on with an object.
  private var isBroken: Bool { isInString || !"{[:,".utf8.contains(last) }

  /// What is left at the end.
  func end() -> Item? {
    if depth > 0 { return .unfinished(line: begun) }
    return arrays.first.map { .unfinishedArray(line: $0) }
  }

  private mutating func outside(_ byte: UInt8, _ items: inout [Item]) {
    switch byte {
    case UInt8(ascii: "{"):
      (depth, begun, isTooLong, isPassingOver) = (1, line, false, false)
    case UInt8(ascii: "[") where arrays.count < Self.mostArrays:
      arrays.append(line)
      isPassingOver = false
    case UInt8(ascii: "]") where !arrays.isEmpty:
      arrays.removeLast()
      isPassingOver = false
    case UInt8(ascii: ","), 0x0A: isPassingOver = false
    case 0x20, 0x09, 0x0D, 0xEF, 0xBB, 0xBF: break
    default:
      if !isPassingOver { items.append(.notAnObject(line: line)) }
      isPassingOver = true
    }
  }

  /// Takes a byte of an object; true when it is its last one.
  private mutating func inside(_ byte: UInt8) -> Bool {
    if isInString {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        isInString = false
      }
      return false
    }
    switch byte {
    case UInt8(ascii: "\""): isInString = true
    case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
    case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
    default: break
    }
    return depth == 0
  }

  private mutating func keep(_ bytes: ArraySlice<UInt8>) {
    if isTooLong || object.count + bytes.count > maxBytes {
      isTooLong = true
      object = []
    } else {
      object += bytes
    }
  }
}
