import ArticleAPI
import Testing

@testable import Catalog

@Suite struct SharedTableTests {
  @Test func `a table is what a dictionary is, and its copies stay as they were`() {
    var table = SharedTable<Int>()
    var dictionary: [String: Int] = [:]
    var copies: [(table: SharedTable<Int>, dictionary: [String: Int])] = []
    for step in 0..<5000 {
      let id = "\(Int.random(in: 0..<400))"
      switch step % 3 {
      case 0:
        table[id] = step
        dictionary[id] = step
      case 1:
        table.update(id, default: 7) { $0 += 1 }
        dictionary[id, default: 7] += 1
      default:
        table[id] = nil
        dictionary[id] = nil
      }
      if step % 500 == 0 { copies.append((table, dictionary)) }
    }
    copies.append((table, dictionary))
    for (table, dictionary) in copies {
      #expect(table.count == dictionary.count)
      #expect(table.ids.sorted() == dictionary.keys.sorted())
      #expect(table.ids.allSatisfy { table[$0] == dictionary[$0] })
    }
  }

  @Test func `siblings stay in order, and counts of a deleted category are gone`() {
    var tree = CategoryTree()
    let ids = (0..<300).map { "c\($0)" }
    for id in ids.shuffled() { tree.put(.with { $0.name = "categories/\(id)" }, id: id) }
    #expect(tree.children(of: nil) == ids.sorted())
    tree.count(own: ["c7"], closure: ["c7"], by: 1)
    var without = tree
    without.remove("c7")
    #expect(without.shape != tree.shape)
    var again = without.withCounts(of: tree)
    #expect(again.children(of: nil) == ids.filter { $0 != "c7" }.sorted())
    again.put(.with { $0.name = "categories/c7" }, id: "c7")
    #expect(again.category("c7")?.articleCount == 0)
    #expect(tree.category("c7")?.articleCount == 1)
  }
}
