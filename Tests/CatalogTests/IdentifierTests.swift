import Catalog
import Testing

@Suite struct IdentifierTests {
  @Test func `Identifiers are 26 digits and letters that nobody takes for one another, all different`() {
    let alphabet = Set("0123456789abcdefghjkmnpqrstvwxyz")
    var seen: Set<String> = []
    var used: Set<Character> = []
    for _ in 0..<200 {
      let identifier = randomIdentifier()
      #expect(identifier.count == 26)
      used.formUnion(identifier)
      seen.insert(identifier)
    }
    #expect(seen.count == 200)
    #expect(used == alphabet)
  }
}
