import ArticleAPI
import Protobuf

/// The links of an article's paragraphs and link lists, of which it may have as many as fit into it.
struct PlacedLinks {
  private let blocks: [Block]
  private var byArticle: [String: Place] = [:]
  private var byURL: [String: Place] = [:]

  private struct Place {
    let number: Int
    let block: Int32
  }

  /// Reads the links of an article.
  ///
  /// - Complexity: O(links).
  init(of article: Article) {
    blocks = article.blocks
    var number = 0
    Self.forEach(in: blocks) { link in
      let place = Place(number: number, block: link.block)
      number += 1
      if !link.article.isEmpty, byArticle[link.article] == nil { byArticle[link.article] = place }
      if !link.url.isEmpty, byURL[link.url] == nil { byURL[link.url] = place }
    }
  }

  /// The block with the first link to an article, by its name or its address.
  func block(linkingTo name: String, _ url: String) -> Int32? {
    [byArticle[name], byURL[url]].compactMap { $0 }.min { $0.number < $1.number }?.block
  }

  /// How link lists are titled that name what to read next.
  private static let alsoReadTitles = [
    "also read", "read also", "read more", "ასევე წაიკითხეთ", "წაიკითხეთ ასევე", "читайте также",
    "читайте ещё",
  ]

  /// Calls `body` with each link, in order.
  func forEach<Failure: Error>(_ body: (PlacedLink) throws(Failure) -> Void) throws(Failure) {
    try Self.forEach(in: blocks, body)
  }

  private static func forEach<Failure: Error>(
    in blocks: [Block], _ body: (PlacedLink) throws(Failure) -> Void
  ) throws(Failure) {
    for (index, block) in blocks.enumerated() {
      switch block.content {
      case .linkList(let list):
        let title = list.title.lowercased()
        let isAlsoRead = alsoReadTitles.contains { title.hasPrefix($0) }
        for link in list.links {
          try body(PlacedLink(link, block: Int32(index), isAlsoRead ? .alsoRead : .inlineLink))
        }
      case .paragraph(let paragraph):
        for link in paragraph.links { try body(PlacedLink(link, in: paragraph.text, block: Int32(index))) }
      default: continue
      }
    }
  }
}

/// A link in an article's blocks.
struct PlacedLink {
  let block: Int32
  let type: RelationType
  let article: String
  let url: String
  private let text: String
  private let words: Range<Int>

  fileprivate init(_ link: Link, block: Int32, _ type: RelationType) {
    (self.block, self.type) = (block, type)
    (article, url, text) = (link.article, link.url, link.title)
    words = 0..<link.title.utf8.count
  }

  /// An inline link with the words that it stands on; without words when its offsets are none of this text.
  fileprivate init(_ link: InlineLink, in text: String, block: Int32) {
    (self.block, type) = (block, .inlineLink)
    (article, url, self.text) = ("", link.url, text)
    let isInside = link.start >= 0 && link.start <= link.end && Int(link.end) <= text.utf8.count
    words = isInside ? Int(link.start)..<Int(link.end) : 0..<0
  }

  /// The words that it stands on. Made when asked for: many links may stand on much of the same text.
  var title: String {
    let start = text.utf8.index(text.startIndex, offsetBy: words.lowerBound)
    return text[start...].utf8.prefix(words.count).cut(toBytes: RelationEvidence.mostDetailBytes)
  }
}
