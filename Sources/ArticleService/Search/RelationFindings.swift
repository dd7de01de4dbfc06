import ArticleAPI
import FullText
import GRPC
import Protobuf

/// What was found about the articles that are related to one.
///
/// An article may link to another as often as it likes, each time with as many words; of one type so much is told at most.
struct RelationFindings {
  private static let mostOfType = 16

  /// The evidence, by article.
  private(set) var evidence: [IndexView.Document: [RelationEvidence]] = [:]
  private var counts: [IndexView.Document: [RelationType: Int]] = [:]
  private var places: [IndexView.Document: IndexView.Document?] = [:]
  private let types: Set<RelationType>
  private let place: (IndexView.Document) -> IndexView.Document?

  /// - Parameters:
  ///   - types: the types wanted; of all types for none.
  ///   - place: the edition that stands for an article; nil for one that must not be told.
  init(_ types: Set<RelationType>, place: @escaping (IndexView.Document) -> IndexView.Document?) {
    self.types = types
    self.place = place
  }

  /// Whether any of these types is wanted.
  func wants(_ wanted: RelationType...) -> Bool { types.isEmpty || !types.isDisjoint(with: wanted) }

  /// Adds evidence about an article; `details` is asked for only when it is to be told.
  mutating func add(
    _ document: IndexView.Document, _ type: RelationType, _ score: Double, block: Int32? = nil,
    _ details: () throws(RPCError) -> [String]
  ) throws(RPCError) {
    guard wants(type) else { return }
    let known = places[document] ?? place(document)
    places[document] = .some(known)
    guard let related = known, counts[related]?[type] ?? 0 < Self.mostOfType else { return }
    counts[related, default: [:]][type, default: 0] += 1
    var found = RelationEvidence()
    found.type = type
    found.score = score
    found.details = try details().filter { !$0.isEmpty }
      .map { $0.cut(toBytes: RelationEvidence.mostDetailBytes) }
    found.block = block
    evidence[related, default: []].append(found)
  }
}

extension RelationEvidence {
  /// A title or words in evidence take no more: that says which they are.
  static let mostDetailBytes = 1000
}
