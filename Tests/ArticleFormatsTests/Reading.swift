import ArticleAPI
import ArticleFormats

/// What a reader finds in a text that comes in pieces of so many bytes.
func found(
  _ text: String, _ format: ArticleFormat? = nil, pieceBytes: Int = .max, language: String = ""
) -> [FoundArticle] {
  let bytes = Array(text.utf8)
  var reader = ArticleReader(
    format ?? ArticleFormat(ofTextThatBegins: bytes) ?? .matiane,
    isOnLines: ArticleReader.isOnLines(bytes),
    language: language)
  var articles: [FoundArticle] = []
  var start = 0
  while start < bytes.count {
    let end = bytes.count - start > pieceBytes ? start + pieceBytes : bytes.count
    articles += reader.read(Array(bytes[start..<end]))
    start = end
  }
  return articles + reader.read([], isLast: true)
}

/// The articles of a text, all of which are good.
func articles(_ text: String, _ format: ArticleFormat? = nil, language: String = "") throws -> [Article] {
  try found(text, format, language: language).map { try $0.result.get() }
}

/// What is wrong with what is found in a text, with its line.
func errors(_ text: String, _ format: ArticleFormat? = nil) -> [String] {
  found(text, format).compactMap { found in
    if case .failure(let error) = found.result { "\(found.line): \(error)" } else { nil }
  }
}

extension Block {
  /// The block in a line: what it is, and what it says.
  var summary: String {
    switch content {
    case .paragraph(let paragraph): "p " + paragraph.text
    case .heading(let heading): "h\(heading.level) " + heading.text
    case .quote(let quote): "q " + quote.text + (quote.attribution.isEmpty ? "" : " -- " + quote.attribution)
    case .list(let list): (list.ordered ? "ol " : "ul ") + list.items.joined(separator: " | ")
    case .linkList(let list):
      "links \(list.title) " + list.links.map { "\($0.title)=\($0.url)" }.joined(separator: " | ")
    case .image(let image): "img \(image.url) \(image.caption)"
    case .embed(let embed): "embed \(embed.provider) \(embed.url)"
    case nil: ""
    }
  }
}
