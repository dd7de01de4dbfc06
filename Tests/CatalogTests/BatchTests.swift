import ArticleAPI
import FullText
import Protobuf
import RandomTesting
import StorageTesting
import Testing

@testable import Catalog

/// A restart does not know which mutations were applied together: it must come to the same archive.
@Suite struct BatchTests {
  private func applier() -> Applier {
    Applier(
      continuing: CatalogView(), requests: RequestMemory(), merging: MergePolicy(),
      history: ChangeHistory(maxBytes: 1 << 20))
  }

  private func stamped(_ change: Mutation.Change, _ number: Int) -> Mutation {
    var mutation = Mutation(change, request: number.isMultiple(of: 7) ? "request-\(number / 14)" : "")
    mutation.comparesBytes = !number.isMultiple(of: 3)
    mutation.time = .init()
    return mutation
  }

  private func randomMutation(_ number: Int, _ generator: inout SeededGenerator) -> Mutation {
    func pick(_ prefix: String, _ count: Int) -> String {
      "\(prefix)\(Int.random(in: 0..<count, using: &generator))"
    }
    // Two that Swift takes for one.
    let accent = ["", "\u{e9}", "e\u{301}"].randomElement(using: &generator)!
    var identifiers = NewArticle()
    identifiers.uid = "uid-\(number)"
    identifiers.story = "stories/new-\(number)"
    let proposal = article(
      pick("a", 6), "Title \(number)", language: ["en", "ka", "ru"].randomElement(using: &generator)!,
      story: Bool.random(using: &generator) ? pick("s", 3) : "", categories: [pick("c", 3)],
      url: pick("https://x/", 4) + accent, source: pick("source-", 2) + accent, version: pick("", 3))
    switch Int.random(in: 0..<8, using: &generator) {
    case 0...2:
      var put = PutArticle()
      put.article = proposal
      put.identifiers = identifiers
      put.createMissingCategories = true
      put.matchSourceId = Bool.random(using: &generator)
      put.skipSameVersion = Bool.random(using: &generator)
      return stamped(.putArticle(put), number)
    case 3, 4:
      var update = UpdateArticle()
      update.article = proposal
      update.mask = FieldMask([
        ["title", "source.id", "language", "url", "*"].randomElement(using: &generator)!
      ])
      update.createMissingCategories = true
      return stamped(.updateArticle(update), number)
    case 5:
      var delete = DeleteArticle()
      delete.name = proposal.name
      return stamped(.deleteArticle(delete), number)
    case 6:
      var link = LinkEditions()
      link.articles = [proposal.name, "articles/\(pick("a", 6))"]
      return stamped(.linkEditions(link), number)
    default:
      if Bool.random(using: &generator) {
        var delete = DeleteCategory()
        delete.name = "categories/\(pick("c", 3))"
        delete.force = true
        return stamped(.deleteCategory(delete), number)
      }
      var unlink = UnlinkEdition()
      unlink.article = proposal.name
      unlink.newStory = identifiers.story
      return stamped(.unlinkEdition(unlink), number)
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `However mutations come in batches, the archive and every answer are the same`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let mutations = (0..<200).map { randomMutation($0, &generator) }
    let oneByOne = applier()
    var expected: [Result<MutationOutcome, CatalogError>] = []
    var newest: [String: Int64] = [:]
    for (number, mutation) in mutations.enumerated() {
      expected += try oneByOne.apply([Proposal(mutation)], first: UInt64(number + 1))
      for (name, story) in ViewContent(oneByOne.view).stories {
        let before = newest.updateValue(story.revision, forKey: name) ?? 0
        #expect(story.revision >= before, "seed \(seed), mutation \(number): \(name) fell")
      }
    }
    let content = ViewContent(oneByOne.view)
    #expect(content.disagreements(with: oneByOne.view) == [], "seed \(seed)")
    for largest in [2, 5, 200] {
      let batched = applier()
      var start = 0
      while start < mutations.count {
        let end = min(mutations.count, start + Int.random(in: 1...largest, using: &generator))
        let answers = try batched.apply(mutations[start..<end].map { Proposal($0) }, first: UInt64(start + 1))
        for (offset, answer) in answers.enumerated() {
          #expect(
            "\(answer)".exact == "\(expected[start + offset])".exact,
            "seed \(seed), mutation \(start + offset)")
        }
        start = end
      }
      #expect(ViewContent(batched.view) == content, "seed \(seed), up to \(largest) together")
    }
    for bytes in [0, 3000, Int.max] {
      let replayed = applier()
      var parts = 0
      try replayed.replay(mutations.map { Proposal($0) }, mostChangedBytes: bytes) {
        parts += 1
        let changes = replayed.takeChanges()
        let before = changes.filter { $0.position.revision != changes.last?.position.revision }
        #expect(before.reduce(0) { $0 + $1.byteCount } < max(bytes, 1), "seed \(seed)")
      }
      #expect(ViewContent(replayed.view) == content, "seed \(seed), replayed in \(parts) parts")
      #expect(bytes != 0 || parts == mutations.count)
      #expect(bytes != 3000 || parts > 1 && parts < mutations.count)
      #expect(bytes != .max || parts == 1)
    }
  }
}
