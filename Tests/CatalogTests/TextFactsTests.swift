import ArticleAPI
import Catalog
import FullText
import Protobuf
import RandomTesting
import StorageTesting
import Testing

/// What a proposer works out of an article's text counts only for the text that is stored.
@Suite struct TextFactsTests {
  private func text(_ generator: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0..<40, using: &generator)).map { _ in
      "w\(Int.random(in: 0..<300, using: &generator))"
    }
    .joined(separator: " ")
  }

  private func proposal(_ id: String, _ generator: inout SeededGenerator) -> Article {
    var proposal = article(id, text(&generator))
    proposal.summary = text(&generator)
    proposal.blocks = (0..<Int.random(in: 0..<3, using: &generator)).map { _ in
      let paragraph = text(&generator)
      return .with { $0.content = .paragraph(.with { $0.text = paragraph }) }
    }
    return proposal
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `Word count and signature are those of the article as it is stored, whatever was proposed`(
    seed: UInt64
  ) async throws {
    var generator = SeededGenerator(seed: seed)
    let archive = try TestArchive()
    let masks = [[], ["title"], ["summary"], ["blocks"], ["title", "blocks"], ["subtitle"], ["*"]]
    for step in 0..<120 {
      let id = "a\(Int.random(in: 0..<12, using: &generator))"
      let proposal = proposal(id, &generator)
      if archive.article(id) == nil || Int.random(in: 0..<4, using: &generator) == 0 {
        try await archive.put(proposal)
      } else {
        let mask = masks.randomElement(using: &generator)!
        try await archive.update(proposal, mask: mask) { $0.allowMissing = true }
      }
      let view = archive.catalog.view
      let document = try #require(view.document(named: "articles/\(id)"))
      let stored = try view.index.article(document)
      let words = ([stored.title] + stored.blocks.map(\.text)).map { $0.split(separator: " ").count }
      #expect(Int(stored.wordCount) == words.reduce(0, +), "seed \(seed), step \(step)")
      #expect(
        view.index.integer(of: document, in: ArticleSchema.wordCount) == Int64(stored.wordCount),
        "seed \(seed), step \(step)")
      #expect(
        view.index.signature(of: document, ArticleSchema.signature) == MinHash(stored.shingles),
        "seed \(seed), step \(step)")
    }
    // A replay works them out itself, and comes to the same.
    let before = ViewContent(archive.catalog.view)
    archive.crash(powerCut: true)
    let again = try TestArchive(archive.disk)
    #expect(ViewContent(again.catalog.view) == before)
    try again.catalog.stop()
  }
}
