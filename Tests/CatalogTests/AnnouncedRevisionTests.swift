import Testing

@testable import Catalog

@Suite struct AnnouncedRevisionTests {
  @Test func `who has read a revision may follow what comes behind it before it is told of`() throws {
    let history = ChangeHistory(maxBytes: 1000)
    history.restore([], after: 2, revision: 3)
    let place = ChangePosition(behind: 4)
    #expect(throws: CatalogError.self) { try history.check(place) }
    history.announce(4)
    try history.check(place)
    let page = try history.page(after: place, count: 10)
    #expect(page.changes.isEmpty && page.isLast && page.end == place)
    #expect(throws: CatalogError.self) { try history.check(ChangePosition(behind: 5)) }
    let change = { (revision: UInt64) in
      RecordedChange(
        position: ChangePosition(revision: revision, changes: 1), id: "a", before: nil,
        after: RecordedChange.State(payload: [1], language: "", categories: []))
    }
    history.append([.told(change(4))], through: 4)
    #expect(try history.page(after: place, count: 10).changes.isEmpty)
    history.append([.told(change(5))], through: 5)
    #expect(try history.page(after: place, count: 10).changes.map(\.position.revision) == [5])
  }
}
