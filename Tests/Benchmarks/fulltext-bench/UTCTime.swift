/// Times as the collections write them.
enum UTCTime {
  /// Seconds since 1970 of `2024-05-06T07:08:09Z`; nil when it is written otherwise.
  static func seconds(_ text: String) -> Int64? {
    let fields = text.utf8.prefix(19).split { !(48...57).contains($0) }.compactMap {
      Int64(String(decoding: $0, as: UTF8.self))
    }
    guard fields.count == 6 else { return nil }
    let time = fields[3] * 3600 + fields[4] * 60 + fields[5]
    return days(year: fields[0], month: fields[1], day: fields[2]) * 86_400 + time
  }

  /// Days since 1970 in the Gregorian calendar, counted in years that start with March.
  private static func days(year: Int64, month: Int64, day: Int64) -> Int64 {
    let year = month > 2 ? year : year - 1
    let monthFromMarch = (month + 9) % 12
    return year * 365 + year / 4 - year / 100 + year / 400 + (monthFromMarch * 306 + 5) / 10 + day - 1
      - 719_468
  }
}
