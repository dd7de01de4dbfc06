import ArticleAPI
import FullText
import Protobuf

/// What follows from an article's title, summary and blocks alone: worked out by whoever proposes the article, on any core, so
/// that the one writer need not.
struct TextFacts: Sendable {
  /// The text of one block.
  struct Passage: Sendable {
    let text: String
    let isLinkList: Bool

    init(_ block: Block) {
      text = block.text
      isLinkList = block.isLinkList
    }
  }

  let wordCount: Int32
  /// See ``ArticleSchema/signature``; nil when the text is too short for one.
  let signature: MinHash?
  /// The texts of the blocks, in order.
  let passages: [Passage]
  /// Names and addresses of articles that the blocks link to.
  let links: [String]

  private let title: String
  private let summary: String
  private let blocks: [Block]
  /// All fields of an encoded article that hold its blocks; nil unless asked for.
  private let encodedBlocks: [UInt8]?

  /// - Parameter encodingBlocks: whether the blocks are encoded, for `serialized(_:)`.
  /// - Complexity: O(bytes of text).
  init(_ article: Article, encodingBlocks: Bool = false) {
    title = article.title
    summary = article.summary
    blocks = article.blocks
    var passages: [Passage] = []
    passages.reserveCapacity(blocks.count)
    var links: [String] = []
    for block in blocks {
      passages.append(Passage(block))
      links += block.links
    }
    self.passages = passages
    self.links = links
    wordCount = Article.words(title: title, passages)
    signature = MinHash(Shingles(article, passages))
    encodedBlocks = encodingBlocks ? Article.with { $0.blocks = article.blocks }.serialized() : nil
  }

  /// As `article.serialized()` of an article that they hold for; blocks encoded before are copied.
  func serialized(_ article: consuming Article) -> [UInt8] {
    guard let encodedBlocks else { return article.serialized() }
    article.blocks = []
    let fields = article.serialized()
    let place = Self.placeOfBlocks(in: fields)
    var encoded: [UInt8] = []
    encoded.reserveCapacity(fields.count + encodedBlocks.count)
    encoded += fields[..<place]
    encoded += encodedBlocks
    encoded += fields[place...]
    return encoded
  }

  /// Where the blocks of an encoded article without any belong: fields stand in the order of their numbers.
  private static func placeOfBlocks(in fields: [UInt8]) -> Int {
    fields.withUnsafeBytes { bytes in
      var reader = EncodedFields(bytes)
      while true {
        let place = reader.offset
        guard let field = try? reader.next(), field.number < blocksField else { return place }
      }
    }
  }

  private static let blocksField = Article.descriptor.fields.first { $0.name == "blocks" }!.number

  /// As `mutation.serialized()` of a mutation that proposes the article.
  func serialized(_ mutation: Mutation) -> [UInt8] {
    guard encodedBlocks != nil else { return mutation.serialized() }
    var mutation = mutation
    switch mutation.change {
    case .putArticle(var put):
      put.article = put.article.map { Article(verbatim: serialized($0)) }
      mutation.change = .putArticle(put)
    case .updateArticle(var update):
      update.article = update.article.map { Article(verbatim: serialized($0)) }
      mutation.change = .updateArticle(update)
    default: break
    }
    return mutation.serialized()
  }

  /// Whether they are those of an article, which may have been changed since.
  ///
  /// - Complexity: O(bytes of title and summary): blocks count as the same if they are the very same ones.
  func hold(for article: Article) -> Bool {
    Self.areOne(blocks, article.blocks) && title.exact == article.title.exact
      && summary.exact == article.summary.exact
  }

  private static func areOne(_ some: [Block], _ others: [Block]) -> Bool {
    some.withUnsafeBufferPointer { some in
      others.withUnsafeBufferPointer {
        some.count == $0.count && (some.isEmpty || some.baseAddress == $0.baseAddress)
      }
    }
  }
}

extension Mutation {
  /// The facts of the article that it proposes, with its blocks encoded.
  var textFacts: TextFacts? {
    switch change {
    case .putArticle(let put): put.article.map { TextFacts($0, encodingBlocks: true) }
    case .updateArticle(let update):
      update.article.flatMap { $0.blocks.isEmpty ? nil : TextFacts($0, encodingBlocks: true) }
    default: nil
    }
  }
}
