import ArticleAPI

/// Text that grows out of pieces of HTML: white space made one space, links by their bytes.
struct HTMLText {
  private(set) var bytes: [UInt8] = []
  private(set) var links: [InlineLink] = []
  private var opened: (start: Int, url: String)?

  /// Whether there is no text.
  var isEmpty: Bool { bytes.isEmpty }

  /// Adds text; white space at the beginning is left out.
  mutating func append(_ text: [UInt8]) {
    var index = 0
    while index < text.count {
      let byte = text[index]
      // U+00A0, which keeps words together on a screen, is a space here; U+00AD says where a word may be broken.
      let isC2 = byte == 0xC2 && index + 1 < text.count
      if HTMLTokens.isSpace(byte) || isC2 && text[index + 1] == 0xA0 {
        if let last = bytes.last, last != 0x20, last != 0x0A { bytes.append(0x20) }
      } else if !(isC2 && text[index + 1] == 0xAD) {
        bytes.append(byte)
        if isC2 { bytes.append(text[index + 1]) }
      }
      index += isC2 ? 2 : 1
    }
  }

  /// Ends the line.
  mutating func breakLine() {
    trimEnd()
    if !bytes.isEmpty { bytes.append(0x0A) }
  }

  /// Whether a line has just been ended.
  var isAtLineBreak: Bool { bytes.last == 0x0A }

  mutating func beginLink(to url: String) {
    endLink()
    opened = (bytes.count, url)
  }

  mutating func endLink() {
    guard case (var start, let url)? = opened else { return }
    opened = nil
    var end = bytes.count
    if start < end, bytes[start] == 0x20 { start += 1 }
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x0A { end -= 1 }
    guard end > start else { return }
    var link = InlineLink()
    link.start = Int32(clamping: start)
    link.end = Int32(clamping: end)
    link.url = url
    links.append(link)
  }

  private mutating func trimEnd() {
    while let last = bytes.last, last == 0x20 || last == 0x0A { bytes.removeLast() }
  }

  /// Takes the text out, without white space at its end; an open link goes on in what comes next.
  mutating func take() -> (text: String, links: [InlineLink]) {
    let url = opened?.url
    endLink()
    trimEnd()
    let result = (String(decoding: bytes, as: UTF8.self), links)
    bytes = []
    links = []
    opened = url.map { (0, $0) }
    return result
  }
}

extension InlineLink {
  /// The text of the link.
  func text(in text: String) -> String {
    String(decoding: Array(text.utf8)[Int(start)..<Int(end)], as: UTF8.self)
  }
}
