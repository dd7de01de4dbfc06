import ArticleAPI

/// The text of a block as it comes together: white space is one space, line breaks are kept, links are offsets in UTF-8.
struct InlineText {
  private(set) var bytes: [UInt8] = []
  private(set) var links: [InlineLink] = []
  private var open: (start: Int, url: String)?

  /// The text, line breaks as line feeds.
  var text: String { String(decoding: bytes, as: UTF8.self) }
  var isEmpty: Bool { bytes.isEmpty }
  /// Where the link leads that has begun and not ended.
  var openURL: String? { open?.url }

  /// Adds text. Line feeds in it are line breaks only where the text is `preformatted`.
  mutating func append(_ text: some Collection<UInt8>, preformatted: Bool = false) {
    var iterator = text.makeIterator()
    while let byte = iterator.next() {
      switch byte {
      case 0x0A where preformatted: breakLine()
      case 0x09...0x0D, 0x20: space()
      case 0xC2:
        // A no-break space is a space.
        guard let next = iterator.next() else { return bytes.append(byte) }
        // U+00AD only says where a word may be broken.
        if next == 0xA0 { space() } else if next != 0xAD { bytes += [byte, next] }
      default: bytes.append(byte)
      }
    }
  }

  mutating func space() {
    if let last = bytes.last, last != 0x20, last != 0x0A { bytes.append(0x20) }
  }

  mutating func breakLine() {
    trim()
    if !bytes.isEmpty { bytes.append(0x0A) }
  }

  /// Whether the text ends with a line break.
  var isAtLineStart: Bool { bytes.isEmpty || bytes.last == 0x0A }

  mutating func openLink(_ url: String) {
    closeLink()
    open = (bytes.count, url)
  }

  mutating func closeLink() {
    guard let begun = open else { return }
    open = nil
    var start = begun.start
    var end = bytes.count
    while start < end, bytes[start] <= 0x20 { start += 1 }
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    guard start < end else { return }
    var link = InlineLink()
    link.start = Int32(start)
    link.end = Int32(end)
    link.url = begun.url
    links.append(link)
  }

  private mutating func trim() {
    while bytes.last == 0x20 { bytes.removeLast() }
  }

  /// The text with its links closed and no white space at its end.
  mutating func ended() -> InlineText {
    closeLink()
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    return self
  }

  /// The text of a link.
  func title(_ link: InlineLink) -> String {
    String(decoding: bytes[Int(link.start)..<Int(link.end)], as: UTF8.self).replacingLineFeeds
  }

  /// The lines, each with the links that lie in it.
  var lines: [InlineText] {
    var lines: [InlineText] = []
    var start = 0
    var remaining = links[...]
    for end in bytes.indices.filter({ bytes[$0] == 0x0A }) + [bytes.count] {
      var line = InlineText()
      line.bytes = Array(bytes[start..<end])
      while let link = remaining.first, Int(link.start) < end {
        remaining.removeFirst()
        line.links.append(link.moved(by: -start, within: end - start))
      }
      lines.append(line.trimmedFront)
      start = end + 1
    }
    return lines.filter { !$0.isEmpty }
  }

  private var trimmedFront: InlineText {
    let spaces = bytes.prefix { $0 <= 0x20 }.count
    guard spaces > 0 else { return self }
    var line = InlineText()
    line.bytes = Array(bytes.dropFirst(spaces))
    line.links = links.map { $0.moved(by: -spaces, within: line.bytes.count) }
    return line
  }

  /// The lines of several texts as one.
  static func joined(_ lines: [InlineText]) -> InlineText {
    var whole = InlineText()
    for line in lines {
      whole.breakLine()
      let start = whole.bytes.count
      whole.bytes += line.bytes
      whole.links += line.links.map { $0.moved(by: start, within: whole.bytes.count) }
    }
    return whole
  }
}

extension InlineLink {
  fileprivate func moved(by distance: Int, within count: Int) -> InlineLink {
    var link = self
    link.start = Int32(Int(start) + distance)
    link.end = Int32(min(Int(end) + distance, count))
    return link
  }
}

extension String {
  /// On one line.
  var replacingLineFeeds: String {
    contains("\n") ? String(decoding: utf8.map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self) : self
  }
}
