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
    while next < bytes.count {
      if bytes[next] == UInt8(ascii: "["), let (html, end) = shortcode(in: bytes, at: next) {
        result += Array(html.utf8)
        next = end
      } else {
        result.append(bytes[next])
        next += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The longest shortcode that is looked for.
  private static let longest = 2000

  private static func shortcode(in bytes: [UInt8], at start: Int) -> (html: String, end: Int)? {
    let window = bytes[(start + 1)...].prefix(longest)
    let isEnd = window.first == UInt8(ascii: "/")
    let body = isEnd ? window.dropFirst() : window
    let word = body.prefix { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0 == UInt8(ascii: "_") }
    guard let html = replacements[String(decoding: word, as: UTF8.self)],
      let end = body[word.endIndex...].firstIndex(of: UInt8(ascii: "]"))
    else { return nil }
    return (isEnd ? html.end : html.start, end + 1)
  }

  private static let replacements: [String: (start: String, end: String)] = [
    // The picture comes first in a caption, its text behind it.
    "caption": ("<figure><figcaption>", "</figcaption></figure>"),
    "wp_caption": ("<figure><figcaption>", "</figcaption></figure>"),
    "embed": ("<p>", "</p>"), "gallery": ("", ""), "playlist": ("", ""), "audio": ("", ""), "video": ("", ""),
  ]
}
