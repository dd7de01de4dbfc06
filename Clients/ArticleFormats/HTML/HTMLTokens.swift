/// Cuts HTML into tokens, as far as an article's text needs it: whatever bytes there are, tokens come out.
///
/// Comments, declarations, and what stands in scripts and styles are left out. What does not end ends with the text.
/// - Complexity: O(bytes) for all tokens.
struct HTMLTokens: Sequence, IteratorProtocol {
  private static let rawElements: Set<String> = ["script", "style", "template", "svg", "math", "noscript"]

  private let bytes: [UInt8]
  private var place = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  mutating func next() -> HTMLToken? {
    while place < bytes.count {
      guard bytes[place] == UInt8(ascii: "<"), isMarkup(at: place + 1) else { return text() }
      if let token = markup() { return token }
    }
    return nil
  }

  private mutating func text() -> HTMLToken {
    let start = place
    place += 1
    while place < bytes.count, bytes[place] != UInt8(ascii: "<") || !isMarkup(at: place + 1) { place += 1 }
    return .text(HTMLEntities.replaced(in: bytes[start..<place]))
  }

  /// Whether what follows a `<` makes it markup; `a < b` is text.
  private func isMarkup(at index: Int) -> Bool {
    guard index < bytes.count else { return false }
    switch bytes[index] {
    case UInt8(ascii: "!"), UInt8(ascii: "?"): return true
    case UInt8(ascii: "/"): return index + 1 < bytes.count && Self.isLetter(bytes[index + 1])
    case let byte: return Self.isLetter(byte)
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// A tag; nil for what is left out.
  private mutating func markup() -> HTMLToken? {
    place += 1
    switch bytes[place] {
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      skipDeclaration()
      return nil
    case UInt8(ascii: "/"):
      place += 1
      let name = self.name()
      skip(behind: UInt8(ascii: ">"))
      return .end(name: name)
    default:
      let name = self.name()
      let attributes = self.attributes()
      if Self.rawElements.contains(name) {
        skipRaw(name)
        return nil
      }
      return .start(name: name, attributes: attributes)
    }
  }

  private mutating func skipDeclaration() {
    guard bytes[place...].starts(with: "!--".utf8) else { return skip(behind: UInt8(ascii: ">")) }
    place += 3
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "-"), bytes[place...].starts(with: "-->".utf8) {
        place += 3
        return
      }
      place += 1
    }
  }

  private mutating func skip(behind byte: UInt8) {
    while place < bytes.count, bytes[place] != byte { place += 1 }
    place = Swift.min(place + 1, bytes.count)
  }

  /// Moves behind the end of an element in which nothing is text.
  private mutating func skipRaw(_ name: String) {
    let end = Array("</\(name)".utf8)
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "<"), place + end.count <= bytes.count,
        zip(bytes[place...], end).allSatisfy({ $0 == $1 || $0 | 0x20 == $1 })
      {
        return skip(behind: UInt8(ascii: ">"))
      }
      place += 1
    }
  }

  private mutating func name() -> String {
    let start = place
    while place < bytes.count, !Self.endsName(bytes[place]) { place += 1 }
    return lowercased(bytes[start..<place])
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    isSpace(byte) || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "=")
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private func lowercased(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  /// The attributes up to the end of the tag; of two of a name the first counts.
  private mutating func attributes() -> [String: String] {
    var attributes: [String: String] = [:]
    while place < bytes.count, bytes[place] != UInt8(ascii: ">") {
      if Self.endsName(bytes[place]) {
        place += 1
        continue
      }
      let name = self.name()
      skipSpace()
      let value = value()
      if attributes[name] == nil { attributes[name] = value }
    }
    place = Swift.min(place + 1, bytes.count)
    return attributes
  }

  private mutating func skipSpace() {
    while place < bytes.count, Self.isSpace(bytes[place]) { place += 1 }
  }

  /// The value behind an attribute's name; empty when there is none.
  private mutating func value() -> String {
    guard place < bytes.count, bytes[place] == UInt8(ascii: "=") else { return "" }
    place += 1
    skipSpace()
    guard place < bytes.count else { return "" }
    let quote = bytes[place]
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    if isQuoted { place += 1 }
    let start = place
    while place < bytes.count,
      isQuoted ? bytes[place] != quote : !Self.isSpace(bytes[place]) && bytes[place] != UInt8(ascii: ">")
    {
      place += 1
    }
    let value = HTMLEntities.replaced(in: bytes[start..<place])
    if isQuoted { place = Swift.min(place + 1, bytes.count) }
    return String(decoding: value, as: UTF8.self)
  }
}
