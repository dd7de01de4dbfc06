import ArticleAPI
import Checksums
import Protobuf

/// What a mutation is to change, decided and not yet carried out.
struct Decision {
  /// An article that is handed on. An object, for it has many parts to copy, and an optional one is copied to be looked at.
  final class Version {
    let article: Article

    init(_ article: consuming Article) { self.article = article }
  }

  /// An article before and after; `nil` where it does not exist.
  final class ArticleChange {
    let id: String
    let old: Version?
    let new: Version?
    /// What follows from the new article's text, if it is known already.
    let facts: TextFacts?
    /// The new article as it is stored, once that is worked out.
    fileprivate(set) var encoded: [UInt8] = []

    /// Whether it stands in the same categories as before.
    var isFiledAsBefore: Bool { old?.article.categories == new?.article.categories }

    init(id: String, old: Article?, new: Article?, facts: TextFacts? = nil) {
      self.id = id
      self.old = old.map { Version($0) }
      self.new = new.map { Version($0) }
      self.facts = facts
    }
  }

  var changes: [ArticleChange] = []
  /// The category that gets another place in the tree, or none. The articles below it stay as they are.
  var movedCategory: String?
  /// The tree after the mutation, when it changes; its counts do not matter.
  var tree: CategoryTree?
  /// Saved queries and synonyms after the mutation, when they change.
  var resources: QueryResources?
  var answer: MutationOutcome.Answer
  var action: MutationAction
  /// The category that is the answer; its counts are filled in when everything is counted.
  var categoryID: String?
  /// Whether it does a part of what was asked for; then the request is not answered yet.
  var isPart = false

  /// Whether it leaves everything as it is.
  var isEmpty: Bool { changes.isEmpty && tree == nil && resources == nil }

  /// Encodes the articles that are to be stored.
  ///
  /// - Parameter mostBytes: what each may take; 0 for any number.
  /// - Throws: `invalidField` for one that takes more.
  func encode(_ mostBytes: Int) throws(CatalogError) {
    for change in changes {
      guard let new = change.new else { continue }
      let encoded = change.facts?.serialized(new.article) ?? new.article.serialized()
      try Self.check(encoded.count, mostBytes)
      change.encoded = encoded
    }
  }

  static func check(_ bytes: Int, _ mostBytes: Int) throws(CatalogError) {
    guard mostBytes == 0 || bytes <= mostBytes else {
      throw .invalid(
        "article", "expected at most \(mostBytes) bytes as it would be stored, found \(bytes)")
    }
  }

  static func unchanged(_ article: Article) -> Decision {
    Decision(answer: .article(article), action: .unchanged)
  }
}

/// The place of a mutation in the log, and its time: all that it may depend on besides the archive's state.
struct Stamp {
  let revision: UInt64
  let nanoseconds: Int64
  let time: Timestamp
  /// Whether an article that stays in its story is refused a language that another edition of that has.
  let checksKeptStory: Bool
  /// Whether texts that are canonically equivalent, but differ in bytes, are different texts.
  let comparesBytes: Bool

  init(revision: UInt64, time: Timestamp, checksKeptStory: Bool = false, comparesBytes: Bool = false) {
    self.revision = revision
    self.time = time
    self.checksKeptStory = checksKeptStory
    self.comparesBytes = comparesBytes
    nanoseconds = time.seconds &* 1_000_000_000 &+ Int64(time.nanos)
  }

  init(revision: UInt64, of mutation: Mutation) {
    self.init(
      revision: revision, time: mutation.time ?? Timestamp(), checksKeptStory: mutation.checksKeptStory,
      comparesBytes: mutation.comparesBytes)
  }

  /// Whether two texts count as different.
  func tellsApart(_ one: String, _ other: String) -> Bool {
    comparesBytes ? one.exact != other.exact : one != other
  }

  /// Whether what a mutation would store is what is stored.
  func isSame<Value: Message & Equatable>(_ value: Value, as old: Value) -> Bool {
    value == old && (!comparesBytes || value.serialized() == old.serialized())
  }

  /// The etag of what the mutation makes of the resource `name`.
  ///
  /// The revision alone would do, but for an archive that was set back to an older state and went on from there.
  func etag(_ name: String) -> String {
    let hash = FNV1a.next(FNV1a.hash64(name.utf8), UInt64(bitPattern: nanoseconds))
    return String(revision, radix: 36) + "-" + String((hash >> 32) ^ (hash & 0xffff_ffff), radix: 36)
  }
}
