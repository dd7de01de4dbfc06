import ArticleAPI

extension InlineText {
  /// What may stand in front of a link in a bulleted line.
  private static let bullets: Set<Unicode.Scalar> = [
    "-", "–", "—", "•", "·", "*", "›", "»", "→", "▪", "■", "●", "►", "▶", "‣", "◦", "o",
  ]

  /// The link that a line consists of, save a bullet in front and a full stop behind.
  ///
  /// - Parameter bulleted: whether there has to be a bullet.
  func soleLink(bulleted: Bool) -> Link? {
    guard links.count == 1, let link = links.first else { return nil }
    let before = String(decoding: bytes[..<Int(link.start)], as: UTF8.self).trimmingSpace
    let after = String(decoding: bytes[Int(link.end)...], as: UTF8.self).trimmingSpace
    let isBullet = before.unicodeScalars.count == 1 && Self.bullets.contains(before.unicodeScalars.first!)
    guard isBullet || before.isEmpty && !bulleted, [".", ";", ",", ""].contains(after) else { return nil }
    return self.link(link)
  }

  /// The links of an "also read" text, and what is printed in front of them; nil for any other text.
  var alsoRead: (title: String, links: [Link])? {
    guard let first = links.first else { return nil }
    let title = String(decoding: bytes[..<Int(first.start)], as: UTF8.self).replacingLineFeeds
    var words = title[...]
    // The last bullet is the first link's.
    while let last = words.unicodeScalars.last, last == " " || Self.bullets.contains(last) {
      words.unicodeScalars.removeLast()
    }
    guard LinkPhrases.isAlsoRead(words) else { return nil }
    var end = Int(first.end)
    for link in links.dropFirst() {
      guard Int(link.start) >= end, isPunctuation(end..<Int(link.start)) else { return nil }
      end = Int(link.end)
    }
    guard isPunctuation(end..<bytes.count) else { return nil }
    return (words.trimmingSpace, links.map(self.link))
  }

  /// The address that the text is, if what it leads to is shown in its place.
  var bareEmbed: String? {
    let text = bytes.count <= 2048 ? self.text : ""
    return WebAddress.isEmbeddable(text) && !text.contains(where: \.isWhitespace) ? text : nil
  }

  /// The links as titles and addresses.
  var titledLinks: [Link] { links.map(link) }

  private func link(_ inline: InlineLink) -> Link {
    var link = Link()
    link.title = title(inline)
    link.url = inline.url
    return link
  }

  private func isPunctuation(_ range: Range<Int>) -> Bool {
    String(decoding: bytes[range], as: UTF8.self).allSatisfy { !$0.isLetter && !$0.isNumber }
  }
}
