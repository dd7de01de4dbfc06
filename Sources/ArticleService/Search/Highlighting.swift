import ArticleAPI
import Catalog
import FullText
import GRPC

/// Finds where a query matched in the articles of a page.
struct Highlighting {
  private let options: FullText.HighlightOptions
  private let plan: SearchPlan
  private let view: CatalogView

  /// - Throws: INVALID_ARGUMENT for numbers out of bounds.
  init(_ options: ArticleAPI.HighlightOptions, _ plan: SearchPlan, _ view: CatalogView) throws(RPCError) {
    guard (0...100).contains(options.maxFragments) else {
      throw .invalid("highlight.max_fragments", "expected 0 to 100, found \(options.maxFragments)")
    }
    guard (0...10_000).contains(options.fragmentBytes) else {
      throw .invalid("highlight.fragment_bytes", "expected 0 to 10000, found \(options.fragmentBytes)")
    }
    self.options = FullText.HighlightOptions(
      maxFragments: options.maxFragments == 0 ? 3 : Int(options.maxFragments),
      fragmentBytes: options.fragmentBytes == 0 ? 240 : Int(options.fragmentBytes))
    self.plan = plan
    self.view = view
  }

  /// What the passages of one hit take at the most, encoded: beside the largest article they fit into a message.
  private static let mostBytes = 256 << 10

  /// The passages of an article that show most of the query, best first.
  func highlights(of document: IndexView.Document) throws(RPCError) -> [Highlight] {
    let article = try view.article(document)
    let passages = Passage.all(of: article)
    let texts = passages.map { HighlightText($0.field, language: article.language, $0.text) }
    let fragments = try Searchers.shared.withSearcher { searcher throws(SearchError) in
      try searcher.highlight(view.index, plan, texts, options: options)
    }
    var left = Self.mostBytes
    return Array(
      fragments.lazy.map { Highlight($0, in: passages[$0.text]) }.prefix { highlight in
        left -= highlight.serializedSize
        return left >= 0
      })
  }
}

/// A text of an article and how a highlight names its place.
struct Passage {
  let field: TextFieldID
  let place: Highlight.Place
  let text: String

  /// Every text of an article in which highlights may stand.
  static func all(of article: Article) -> [Passage] {
    let heads = [
      Passage(field: ArticleSchema.title, place: .field("title"), text: article.title),
      Passage(field: ArticleSchema.subtitle, place: .field("subtitle"), text: article.subtitle),
      Passage(field: ArticleSchema.summary, place: .field("summary"), text: article.summary),
    ]
    let blocks = article.blocks.enumerated().map { index, block in
      Passage(
        field: block.isLinkList ? ArticleSchema.links : ArticleSchema.body, place: .block(Int32(index)),
        text: block.text)
    }
    return (heads + blocks).filter { !$0.text.isEmpty }
  }
}

extension Highlight {
  fileprivate init(_ fragment: HighlightFragment, in passage: Passage) {
    self.init()
    place = passage.place
    start = Int32(fragment.range.lowerBound)
    end = Int32(fragment.range.upperBound)
    text = String(decoding: Array(passage.text.utf8)[fragment.range], as: UTF8.self)
    spans = fragment.spans.map { range in
      var span = ArticleAPI.Span()
      span.start = Int32(range.lowerBound)
      span.end = Int32(range.upperBound)
      return span
    }
  }
}
