import Testing

@testable import FullText

@Suite struct TimeTextTests {
  @Test(
    arguments: [
      ("1970", 0), ("1970-01-02", 86_400), ("2000-03-01", 951_868_800),
      ("2024-02-29T12:30:15Z", 1_709_209_815), ("0001-01-01T00:00:00Z", -62_135_596_800),
      ("9999-12-31T23:59:59Z", 253_402_300_799), ("2012-04-21T11:30:00-04:00", 1_335_022_200),
      ("1969-12-31t23:59:59z", -1),
    ] as [(String, Int64)])
  func `dates and timestamps become seconds since 1970`(text: String, seconds: Int64) {
    #expect(TimeText.parse(text)?.seconds == seconds)
  }

  @Test func `fractions of a second are kept to the nanosecond`() {
    #expect(TimeText.parse("1970-01-01T00:00:00.25Z")?.nanoseconds == 250_000_000)
    #expect(TimeText.parse("1970-01-01T00:00:00.000000001Z")?.nanoseconds == 1)
  }

  @Test(arguments: [
    "", "22", "2022-3", "2022-13", "2022-00", "2023-02-29", "1900-02-29", "2022-01-32", "0000-01-01",
    "2022-01-01T", "2022-01-01T10:00", "2022-01-01T10:00:00", "2022-01-01T24:00:00Z",
    "2022-01-01T10:60:00Z", "2022-01-01T10:00:00.Z", "2022-01-01T10:00:00+4", "2022-01-01T10:00:00Zx",
    "yesterday", "-2022",
  ])
  func `what is not a date is refused`(text: String) {
    #expect(TimeText.parse(text) == nil)
  }
}
