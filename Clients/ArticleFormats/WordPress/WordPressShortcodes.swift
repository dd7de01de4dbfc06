/// WordPress' shortcodes in a text that is not rendered, as far as they hold something of an article.
enum WordPressShortcodes {
  /// The text with `[caption]` and `[embed]` as HTML; marks of galleries, films and sounds are left out, others stay.
  ///
  /// - Complexity: O(bytes).
  static func html(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "[")) else { return text }
    var result: [UInt8] = []
    let bytes = Array(text.utf8)
    result.reserveCapacity(bytes.count)
    var next = 0
    // The bracket that closes what begins here, looked for once for all that begin before it.
    var close = 0
    while next < bytes.count {
      guard bytes[next] == UInt8(ascii: "[") else {
        result.append(bytes[next])
        next += 1
        continue
      }
      if close <= next { close = bytes[next...].firstIndex(of: UInt8(ascii: "]")) ?? bytes.count }
      if close < bytes.count, let html = html(ofShortcode: bytes[(next + 1)..<close]) {
        result += Array(html.utf8)
        next = close + 1
      } else {
        result.append(bytes[next])
        next += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// No shortcode is longer.
  private static let longest = 2000

  /// What the text between two brackets stands for; nil for what is none of ours.
  private static func html(ofShortcode text: ArraySlice<UInt8>) -> String? {
    guard text.count < longest else { return nil }
    let isEnd = text.first == UInt8(ascii: "/")
    let word = (isEnd ? text.dropFirst() : text)
      .prefix { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0 == UInt8(ascii: "_") }
    return replacements[String(decoding: word, as: UTF8.self)].map { isEnd ? $0.end : $0.start }
  }

  private static let replacements: [String: (start: String, end: String)] = [
    // The picture comes first in a caption, its text behind it.
    "caption": ("<figure><figcaption>", "</figcaption></figure>"),
    "wp_caption": ("<figure><figcaption>", "</figcaption></figure>"),
    "embed": ("<p>", "</p>"), "gallery": ("", ""), "playlist": ("", ""), "audio": ("", ""), "video": ("", ""),
  ]
}
