import Storage
import Testing

@Suite struct MemoryReturnTests {
  private static let mib = 1 << 20

  @Test func `much that is spare twice in a row is given back, and what is stuck is left alone`() {
    var memory = MemoryReturn()
    func isDue(_ held: Int, _ used: Int) -> Bool {
      memory.isDue(privateBytes: held * Self.mib, usedBytes: used * Self.mib)
    }
    let looks = [isDue(900, 100), isDue(900, 100)]
    #expect(looks == [false, true])
    memory.gaveBack(privateBytes: 300 * Self.mib, usedBytes: 100 * Self.mib)
    let stuck = [isDue(300, 100), isDue(300, 100), isDue(350, 100)]
    #expect(stuck == [false, false, false])
    // It was used after all, and has become spare once more.
    let again = [isDue(300, 290), isDue(500, 100), isDue(500, 100)]
    #expect(again == [false, false, true])
  }

  @Test func `a burst that is used again, little, and a share of a large archive are kept`() {
    var memory = MemoryReturn()
    func isDue(_ held: Int, _ used: Int) -> Bool {
      memory.isDue(privateBytes: held * Self.mib, usedBytes: used * Self.mib)
    }
    let looks = [
      isDue(900, 100), isDue(900, 800), isDue(900, 100), isDue(150, 100), isDue(160, 100), isDue(5000, 4100),
      isDue(5000, 4100),
    ]
    #expect(!looks.contains(true))
  }
}
