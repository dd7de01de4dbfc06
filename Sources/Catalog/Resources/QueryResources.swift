import ArticleAPI
import FullText

/// What the archive keeps for queries beside the articles, at one revision.
public struct QueryResources: Sendable {
  /// The saved queries.
  public private(set) var savedQueries = ResourceTable<SavedQuery>()
  /// The synonyms as they were given.
  public private(set) var synonymSets = ResourceTable<SynonymSet>()
  /// The synonyms ready for use.
  public private(set) var synonyms = Synonyms()
  /// Spellings of names in other scripts, kept from view to view.
  public let names = NameSpellings()
  /// The revision of the last change of any of these.
  public private(set) var revision: UInt64 = 0

  init() {}

  /// What a snapshot holds.
  init(_ list: QueryResourceList) {
    savedQueries = ResourceTable(list.savedQueries)
    synonymSets = ResourceTable(list.synonymSets)
    revision = list.revision
    compileSynonyms()
  }

  /// What a snapshot is to hold.
  var list: QueryResourceList {
    var list = QueryResourceList()
    list.savedQueries = savedQueries.all
    list.synonymSets = synonymSets.all
    list.revision = revision
    return list
  }

  mutating func replace(_ table: ResourceTable<SavedQuery>, _ revision: UInt64) {
    savedQueries = table
    self.revision = revision
  }

  mutating func replace(_ table: ResourceTable<SynonymSet>, _ revision: UInt64) {
    synonymSets = table
    self.revision = revision
    compileSynonyms()
  }

  /// Rules were checked when they were taken; one that this release cannot read leaves its set out.
  private mutating func compileSynonyms() {
    synonyms = Synonyms()
    for set in synonymSets.all {
      try? synonyms.add(set.rules.joined(separator: "\n"), language: Language(tag: set.language))
    }
  }
}
