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
}
