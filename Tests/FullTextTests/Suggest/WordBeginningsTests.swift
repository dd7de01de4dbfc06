import Testing

@testable import FullText

@Suite struct WordBeginningsTests {
  private static let texts = [
    "Café culture", "CAFE", "cafeteria", "Ре\u{301}ка Кура", "ёлка", "ᲬᲧᲐᲚᲘ", "new café",
  ]

  @Test(arguments: [
    ("cafe", [0, 1, 2, 6]), ("CAFÉ", [0, 1, 2, 6]), ("cafe\u{301} c", [0]), ("рек", [3]), ("ре\u{301}", [3]),
    ("кура", [3]), ("елк", [4]), ("Ёл", [4]), ("წყ", [5]), ("afe", []), ("", []),
  ])
  func `a word begins as typed, whatever its capitals and marks`(_ typed: String, _ found: [Int]) {
    #expect(WordBeginnings(Self.texts).numbers(beginning: typed, while: { true }) == found)
  }

  @Test(arguments: [("cfae", [0, 1, 2, 6]), ("cafx", [0, 1, 2, 6]), ("рекка", [3]), ("caf", [])])
  func `a word begins nearly as typed, one edit away`(_ typed: String, _ found: [Int]) {
    #expect(WordBeginnings(Self.texts).numbers(nearly: typed, while: { true }) == found)
  }

  @Test func `texts that agree for long are told apart by what comes behind`() {
    let long = String(repeating: "long ", count: 40)
    let texts = [long + "tail", long + "table", long, "long", "longing for the " + long]
    let beginnings = WordBeginnings(texts)
    let found = { (typed: String) in beginnings.numbers(beginning: typed, while: { true }) }
    #expect(found(long + "ta") == [0, 1])
    #expect(found(long + "tai") == [0])
    #expect(found(long + "tax") == [])
    #expect(found(String(long.dropLast())) == [0, 1, 2, 4])
    #expect(found("long") == [0, 1, 2, 3, 4])
    #expect(found("long tab") == [1])
  }
}
