extension JSONScanner {
  /// How many bytes of a value are shown in an error.
  private static let shownBytes = 40

  /// What comes next, for people: a string, number or word as it is, shortened; of the rest what it is.
  var found: String {
    guard offset < text.count else { return "the end of the text" }
    switch text[offset] {
    case UInt8(ascii: "{"): return "an object"
    case UInt8(ascii: "["): return "an array"
    case UInt8(ascii: "\""): return shown(from: offset, to: endOfString)
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"):
      let rest = text[offset...]
      let word = shown(from: offset, to: rest.firstIndex { !JSONScanner.isOfWord($0) } ?? text.count)
      let isValue = ["true", "false", "null"].contains(word) || word.first?.isLetter != true
      return isValue ? word : "'\(word)'"
    default:
      let character = String(decoding: text[offset..<min(text.count, offset + 32)], as: UTF8.self).first
      return character.map { "'\($0)'" } ?? "nothing"
    }
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    Unicode.Scalar(byte).properties.isASCIIHexDigit
      || Unicode.Scalar(byte).properties.isAlphabetic && byte < 0x80
      || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
  }

  /// Behind the string that begins here, or where it is cut.
  private var endOfString: Int {
    var end = offset + 1
    while end < text.count, end - offset <= JSONScanner.shownBytes, text[end] != UInt8(ascii: "\"") {
      end += text[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(text.count, end + 1)
  }

  private func shown(from start: Int, to end: Int) -> String {
    guard end - start > JSONScanner.shownBytes else {
      return String(decoding: text[start..<end], as: UTF8.self)
    }
    var cut = start + JSONScanner.shownBytes
    // Not within a character.
    while cut > start, text[cut] & 0xC0 == 0x80 { cut -= 1 }
    return String(decoding: text[start..<cut], as: UTF8.self) + "…"
  }
}
