/// What newsrooms print in front of links, in small letters.
enum LinkPhrases {
  /// In front of a list of earlier stories.
  private static let alsoRead = [
    "also read", "read also", "read more", "see also", "read next", "related", "related articles",
    "related stories", "related news",
    "more on this", "more on this topic", "ასევე წაიკითხეთ", "წაიკითხეთ ასევე", "აგრეთვე წაიკითხეთ",
    "წაიკითხეთ აგრეთვე",
    "იხილეთ ასევე", "ასევე იხილეთ", "читайте также", "также читайте", "читайте ещё", "читайте еще",
    "смотрите также", "по теме",
  ]

  /// In front of the other language editions.
  private static let editions = [
    "this post is also available in", "this article is also available in", "also available in",
    "read this in",
    "ეს პოსტი ასევე ხელმისაწვდომია", "სტატია ასევე ხელმისაწვდომია", "ასევე ხელმისაწვდომია",
    "эта запись также доступна на",
    "запись также доступна на", "эта статья также доступна на", "также доступно на", "также доступна на",
  ]

  /// Whether a text, without a colon, is what is printed in front of a list of earlier stories.
  static func isAlsoRead(_ text: some StringProtocol) -> Bool { alsoRead.contains(bare(text)) }

  /// Whether a text begins with what is printed in front of the other editions.
  static func beginsEditions(_ text: String) -> Bool {
    let start = bare(text.prefix(64))
    return editions.contains { start.hasPrefix($0) }
  }

  /// Small letters without what stands around them: white space, a colon, bullets, an arrow.
  private static func bare(_ text: some StringProtocol) -> String {
    var words = text.lowercased()[...]
    while let last = words.last, !last.isLetter { words.removeLast() }
    return String(words.drop { !$0.isLetter })
  }
}
