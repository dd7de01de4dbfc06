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

  @Test func `An id holds the letters that are promised, each of them and no other`() {
    let letters = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._~:-".unicodeScalars)
    for code in UInt32(0)..<256 {
      let scalar = Unicode.Scalar(code)!
      #expect(ResourceName.isID("a\(scalar)") == letters.contains(scalar), "U+00\(String(code, radix: 16))")
      #expect(
        ResourceName.isID("\(scalar)")
          == (letters.contains(scalar) && !"._~:-".unicodeScalars.contains(scalar)))
    }
    #expect(
      ResourceName.isID(String(repeating: "a", count: 128))
        && !ResourceName.isID(String(repeating: "a", count: 129)))
    #expect(!ResourceName.isID("") && !ResourceName.isID("aა"))
  }
}
