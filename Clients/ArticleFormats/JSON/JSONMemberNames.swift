/// The names of the members of a JSON object of which only the beginning may be there.
enum JSONMemberNames {
  /// Those of the first object in a text: the text itself, or the first element of an array. Names with escapes are left out.
  ///
  /// - Complexity: O(bytes).
  static func ofFirstObject(in text: [UInt8]) -> Set<String> {
    guard let start = text.firstIndex(of: UInt8(ascii: "{")) else { return [] }
    var names: Set<String> = []
    var depth = 0
    var place = start
    while place < text.count {
      switch text[place] {
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return names }
      case UInt8(ascii: "\""):
        guard let end = endOfString(in: text, from: place + 1) else { return names }
        let next = text[(end + 1)...].first { $0 > 0x20 }
        if depth == 1, next == UInt8(ascii: ":") {
          names.insert(String(decoding: text[(place + 1)..<end], as: UTF8.self))
        }
        place = end
      default: break
      }
      place += 1
    }
    return names
  }

  private static func endOfString(in text: [UInt8], from start: Int) -> Int? {
    var place = start
    while place < text.count {
      switch text[place] {
      case UInt8(ascii: "\""): return place
      case UInt8(ascii: "\\"): place += 2
      default: place += 1
      }
    }
    return nil
  }
}
