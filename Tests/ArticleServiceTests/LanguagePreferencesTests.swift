import Testing

@testable import ArticleService

@Suite(.timeLimit(.minutes(10)))
struct LanguagePreferencesTests {
  @Test func `a tag stands for itself, the more special, the more general, and then for other varieties`() {
    let held = ["de", "de-AT", "en", "en-AU", "en-GB", "en-GB-oxendict", "ka", "ru"]
    #expect(LanguagePreferences.tags(["en"], among: held) == ["en", "en-AU", "en-GB", "en-GB-oxendict"])
    #expect(
      LanguagePreferences.tags(["en-GB", "ka"], among: held) == [
        "en-GB", "en-GB-oxendict", "en", "ka", "en-AU",
      ])
    #expect(LanguagePreferences.tags(["en-US", "de-CH"], among: held).prefix(2) == ["en", "de"])
    #expect(LanguagePreferences.tags(["fr"], among: held) == [])
  }

  @Test func `varieties that a thousand preferences stand for are told once, in order`() {
    let held = (0..<10_000).map { "en-x-n\($0)" }.sorted()
    let ranges = (0..<1000).map { "en-x-a\($0)" }
    #expect(LanguagePreferences.tags(ranges, among: held) == held)
  }
}
