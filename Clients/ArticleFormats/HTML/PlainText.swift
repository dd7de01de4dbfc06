import MatianeClient

/// Text of other systems, of which one never knows whether it is HTML.
enum PlainText {
  /// One line of plain text: what is HTML loses its tags, entities become characters, white space is one space.
  static func line(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") || $0 < 0x20 })
    else {
      return text.trimmingSpace
    }
    return line(HTMLTokenizer(isHTML(text) ? Array(text.utf8) : escaped(text)))
  }

  /// One line of plain text from what is HTML for sure.
  static func html(_ html: String) -> String { line(HTMLTokenizer(html.utf8)) }

  private static func line(_ tokens: HTMLTokenizer) -> String {
    var tokens = tokens
    var line = InlineText()
    while let token = tokens.next() {
      switch token {
      case .text(let bytes): line.append(bytes)
      case .open(let name, _), .close(let name): if !inline.contains(name) { line.space() }
      }
    }
    return line.ended().text
  }

  /// The blocks of a text that is HTML or plain, where empty lines, or else line feeds, separate paragraphs.
  static func blocks(_ text: String, page: String) -> HTMLBlocks {
    if isHTML(text) { return HTMLBlocks(text, page: page) }
    let paragraphs = escaped(ArchiveLine.paragraphs(text).joined(separator: "\n\n"))
    return HTMLBlocks(String(decoding: paragraphs, as: UTF8.self), page: page, emptyLinesSeparate: true)
  }

  /// Whether a text has tags that only HTML has.
  static func isHTML(_ text: String) -> Bool {
    var tokens = HTMLTokenizer(text.utf8)
    while let token = tokens.next() {
      switch token {
      case .open(let name, _), .close(let name): if known.contains(name) { return true }
      case .text: break
      }
    }
    return false
  }

  /// The text with its `<` as HTML has them; entities stay.
  private static func escaped(_ text: String) -> [UInt8] {
    text.utf8.flatMap { $0 == UInt8(ascii: "<") ? Array("&lt;".utf8) : [$0] }
  }

  private static let inline: Set<String> = [
    "a", "b", "i", "em", "strong", "u", "s", "span", "small", "sub", "sup", "abbr", "mark", "q", "cite",
    "code", "font", "time", "wbr",
  ]

  private static let known = inline.union([
    "p", "br", "div", "ul", "ol", "li", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "img", "figure",
    "iframe", "table",
    "section", "article", "body", "html", "script", "style", "hr", "pre",
  ])
}

extension StringProtocol {
  /// Without white space at its ends.
  var trimmingSpace: String {
    var text = self[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text.drop(while: \.isWhitespace))
  }
}
