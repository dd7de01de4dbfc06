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

  @Test func `Whoever has followed so far is told what comes next, however little is kept`() async throws {
    let history = ChangeHistory(maxBytes: 0)
    var position = ChangePosition(behind: 0)
    for revision in UInt64(1)...20 {
      let state = RecordedChange.State(
        payload: [UInt8](repeating: 1, count: 5000), language: "en", categories: [])
      let changes = (0..<UInt32(revision % 5)).map { number in
        RecordedChange(
          position: ChangePosition(revision: revision, changes: number + 1), id: "a\(number)", before: nil,
          after: state)
      }
      history.append(changes.map { .told($0) }, through: revision)
      let page = try history.page(after: position, count: 100)
      #expect(page.changes.map(\.id) == changes.map(\.id) && page.isLast && !page.isNearlyDropped)
      position = page.end
    }
    #expect(history.byteCount < 5 * 6000)
    #expect(throws: CatalogError.self) { try history.page(after: ChangePosition(behind: 17), count: 1) }
  }
}
