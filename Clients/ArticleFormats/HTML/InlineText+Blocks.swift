import ArticleAPI

extension InlineText {
  /// The longest text that is a title of a list.
  static let maxTitleBytes = 200

  /// Whether it is a line as stands above a list: without links, and with a colon at its end or words like "Also read".
  var isTitle: Bool {
    guard links.isEmpty, bytes.count <= Self.maxTitleBytes else { return false }
    return bytes.last == UInt8(ascii: ":") || LinkPhrases.isAlsoRead(text)
  }

  /// The text as running text.
  var paragraph: Paragraph {
    var paragraph = Paragraph()
    paragraph.text = text
    paragraph.links = links
    return paragraph
  }
}

extension Block {
  init(_ content: Content) {
    self.init()
    self.content = content
  }
}

extension String {
  /// Without a pair of quotation marks around the whole.
  var withoutQuotationMarks: String {
    guard count > 2, let first, let last,
      ["“”", "„“", "«»", "\"\"", "„”"].contains(String([first, last]))
    else { return self }
    let inner = dropFirst().dropLast()
    return inner.contains(first) ? self : String(inner)
  }
}
