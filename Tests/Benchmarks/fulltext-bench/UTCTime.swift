/// Times as the collections write them.
enum UTCTime {
  /// Seconds since 1970 of `2024-05-06T07:08:09Z`; nil when it is written otherwise.
  static func seconds(_ text: String) -> Int64? {
    let digits = Array(text.utf8.prefix(19))
    guard digits.count == 19 else { return nil }
    func number(_ range: Range<Int>) -> Int64 {
      digits[range].reduce(0) { $0 * 10 + Int64($1 &- 48) }
    }
    let places = [0..<4, 5..<7, 8..<10, 11..<13, 14..<16, 17..<19]
    guard places.allSatisfy({ digits[$0].allSatisfy { 48...57 ~= $0 } }) else { return nil }
    let time = number(11..<13) * 3600 + number(14..<16) * 60 + number(17..<19)
    return days(year: number(0..<4), month: number(5..<7), day: number(8..<10)) * 86_400 + time
  }

  /// Days since 1970 in the Gregorian calendar, counted in years that start with March.
  private static func days(year: Int64, month: Int64, day: Int64) -> Int64 {
    let year = month > 2 ? year : year - 1
    let monthFromMarch = (month + 9) % 12
    return year * 365 + year / 4 - year / 100 + year / 400 + (monthFromMarch * 306 + 5) / 10 + day - 1
      - 719_468
  }
}
