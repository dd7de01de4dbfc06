import Testing

@testable import FullText

@Suite struct IndexWriterTests {
  @Test(arguments: [UInt64(1), 2, 3])
  func `Random puts and deletes give what a naive index holds`(seed: UInt64) throws {
    print("seed", seed)
    var source = RandomDocuments(seed: seed)
    var model = IndexModel()
    let writer = IndexWriter(schema: IndexModel.schema)
    for (revision, size) in [1, 3, 200, 1, 700, 40].enumerated() {
      let batch = source.batch(size, keys: 600)
      model.apply(batch)
      let view = try writer.apply(batch, revision: UInt64(revision + 1))
      #expect(view.revision == UInt64(revision + 1))
      IndexComparison(view: view, model: model).check()
    }
  }
}
