/// Reads HTML token by token: forgiving as browsers are, once from front to back.
///
/// Comments, declarations, and elements whose content no reader sees as text (scripts, styles, …) are passed over. What looks like
/// no tag is text; a tag that the text ends in is none.
struct HTMLTokenizer {
  /// Elements that are dropped up to their end tag.
  private static let unread: Set<String> = [
    "script", "style", "noscript", "template", "svg", "math", "textarea", "select", "title", "iframe",
    "object",
    "button", "noframes", "canvas",
  ]
  /// Of an element's attributes this many are read.
  private static let maxAttributes = 64

  private let html: [UInt8]
  private var offset = 0
  /// Elements that are known to have no end tag any more, so that it is looked for once.
  private var unclosed: Set<String> = []

  init(_ html: some Sequence<UInt8>) {
    self.html = Array(html)
  }

  /// The next token; nil after the last one.
  mutating func next() -> HTMLToken? {
    while offset < html.count {
      if html[offset] != UInt8(ascii: "<") { return .text(text()) }
      switch byte(offset + 1) {
      case UInt8(ascii: "!"), UInt8(ascii: "?"): skipDeclaration()
      case UInt8(ascii: "/") where isLetter(byte(offset + 2)):
        offset += 2
        let name = name()
        skip(past: ">")
        return .close(name)
      case let first where isLetter(first):
        if let tag = startTag() { return tag }
      default: return .text(text())
      }
    }
    return nil
  }

  private func byte(_ index: Int) -> UInt8 { index < html.count ? html[index] : 0 }

  private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }

  private mutating func text() -> [UInt8] {
    let start = offset
    offset += 1
    while offset < html.count {
      if html[offset] == UInt8(ascii: "<") {
        let next = byte(offset + 1)
        if isLetter(next) || "/!?".utf8.contains(next) { break }
      }
      offset += 1
    }
    return HTMLEntities.decoded(html[start..<offset])
  }

  private mutating func startTag() -> HTMLToken? {
    offset += 1
    let name = name()
    guard let attributes = attributes() else { return nil }
    if Self.unread.contains(name), !unclosed.contains(name) { skipElement(name) }
    return .open(name, attributes: attributes)
  }

  private mutating func name() -> String {
    let start = offset
    while offset < html.count, !isSpace(html[offset]), html[offset] != UInt8(ascii: ">"),
      html[offset] != UInt8(ascii: "/")
    {
      offset += 1
    }
    return String(decoding: html[start..<min(offset, start + 64)], as: UTF8.self).lowercased()
  }

  /// The attributes up to the end of the tag; nil when the tag has no end.
  private mutating func attributes() -> [String: String]? {
    var attributes: [String: String] = [:]
    while true {
      while offset < html.count, isSpace(html[offset]) || html[offset] == UInt8(ascii: "/") { offset += 1 }
      guard offset < html.count else { return nil }
      if html[offset] == UInt8(ascii: ">") {
        offset += 1
        return attributes
      }
      let start = offset
      offset += 1
      while offset < html.count, !isSpace(html[offset]), !"=>/".utf8.contains(html[offset]) { offset += 1 }
      let name = String(decoding: html[start..<offset], as: UTF8.self).lowercased()
      let value = attributeValue()
      if attributes.count < Self.maxAttributes, attributes[name] == nil { attributes[name] = value }
    }
  }

  private mutating func attributeValue() -> String {
    var end = offset
    while isSpace(byte(end)) { end += 1 }
    guard byte(end) == UInt8(ascii: "=") else { return "" }
    offset = end + 1
    while isSpace(byte(offset)) { offset += 1 }
    let quote = byte(offset)
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    if isQuoted { offset += 1 }
    let start = min(offset, html.count)
    while offset < html.count,
      isQuoted ? html[offset] != quote : !isSpace(html[offset]) && html[offset] != 0x3E
    {
      offset += 1
    }
    let value = HTMLEntities.decoded(html[start..<min(offset, html.count)], isAttribute: true)
    if isQuoted { offset += 1 }
    return String(decoding: value, as: UTF8.self)
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// Passes over a comment, a declaration or a processing instruction; over all that is left when it has no end.
  private mutating func skipDeclaration() {
    if byte(offset + 2) == UInt8(ascii: "-"), byte(offset + 3) == UInt8(ascii: "-") {
      skipComment()
    } else if html[offset...].starts(with: "<![CDATA[".utf8) {
      skip(past: "]]>")
    } else {
      skip(past: ">")
    }
  }

  /// A comment ends at `-->` or `--!>`, whose dashes may be those of its beginning: `<!-->`, `<!--->`.
  private mutating func skipComment() {
    offset += 2
    while offset < html.count {
      if html[offset...].starts(with: "-->".utf8) {
        offset += 3
        return
      }
      if html[offset...].starts(with: "--!>".utf8) {
        offset += 4
        return
      }
      offset += 1
    }
  }

  private mutating func skip(past end: StaticString) {
    end.withUTF8Buffer { end in
      while offset < html.count {
        if html[offset] == end[0], html[offset...].starts(with: end) {
          offset += end.count
          return
        }
        offset += 1
      }
    }
  }

  /// Passes over an element's content; its end tag comes next. An element without one has no content.
  private mutating func skipElement(_ name: String) {
    let wanted = Array("</\(name)".utf8)
    var index = offset
    while index < html.count {
      if html[index] == UInt8(ascii: "<"), index + wanted.count <= html.count,
        zip(html[index...], wanted).allSatisfy({ $0 == $1 || isLetter($1) && $0 | 0x20 == $1 })
      {
        offset = index
        return
      }
      index += 1
    }
    // A script to the end of the text is no text, either; other elements may merely have been left open.
    if name == "script" || name == "style" { offset = html.count } else { unclosed.insert(name) }
  }
}
