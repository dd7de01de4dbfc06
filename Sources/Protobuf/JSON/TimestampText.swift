/// `google.protobuf.Timestamp` as text: RFC 3339 in UTC, from 0001-01-01 to 9999-12-31.
enum TimestampText {
  /// What the text is like, for errors.
  static let form = "a time with its zone, such as \"2022-03-01T12:00:00Z\" or \"2022-03-01T12:00:00+04:00\""

  private static let earliest: Int64 = -62_135_596_800
  private static let latest: Int64 = 253_402_300_799

  static func isValid(seconds: Int64, nanos: Int32) -> Bool {
    (earliest...latest).contains(seconds) && (0...999_999_999).contains(nanos)
  }

  /// - Throws: `JSONError` when the time is out of range.
  static func format(seconds: Int64, nanos: Int32) throws(JSONError) -> String {
    guard isValid(seconds: seconds, nanos: nanos) else {
      throw JSONError("google.protobuf.Timestamp of \(seconds) s and \(nanos) ns is out of range")
    }
    let (days, second) = CivilDate.floorDivide(seconds, 86_400)
    let date = CivilDate(daysSince1970: days)
    let clock = "\(pad(second / 3600, 2)):\(pad(second / 60 % 60, 2)):\(pad(second % 60, 2))"
    return "\(pad(date.year, 4))-\(pad(date.month, 2))-\(pad(date.day, 2))T\(clock)\(fraction(nanos))Z"
  }

  /// Seconds and nanoseconds, or nil when the text is no such time.
  static func parse(_ text: String) -> (seconds: Int64, nanos: Int32)? {
    var fields = DigitScanner(text)
    guard let year = fields.digits(4), fields.take("-"), let month = fields.digits(2), fields.take("-"),
      let day = fields.digits(2), fields.take("T"), let hour = fields.digits(2), fields.take(":"),
      let minute = fields.digits(2), fields.take(":"), let second = fields.digits(2),
      hour < 24, minute < 60, second < 60, let days = CivilDate.days(year, month, day),
      let nanos = fields.fraction(),
      let offset = zone(&fields), fields.isAtEnd
    else { return nil }
    let seconds = days * 86_400 + hour * 3600 + minute * 60 + second - offset
    return isValid(seconds: seconds, nanos: nanos) ? (seconds, nanos) : nil
  }

  /// Three, six or nine digits after a point, as many as it takes; nothing for zero.
  static func fraction(_ nanos: Int32) -> String {
    if nanos == 0 { return "" }
    if nanos % 1_000_000 == 0 { return "." + pad(Int64(nanos / 1_000_000), 3) }
    if nanos % 1000 == 0 { return "." + pad(Int64(nanos / 1000), 6) }
    return "." + pad(Int64(nanos), 9)
  }

  private static func zone(_ fields: inout DigitScanner) -> Int64? {
    if fields.take("Z") { return 0 }
    let sign: Int64
    if fields.take("+") { sign = 1 } else if fields.take("-") { sign = -1 } else { return nil }
    guard let hours = fields.digits(2), fields.take(":"), let minutes = fields.digits(2), hours < 24,
      minutes < 60
    else { return nil }
    return sign * (hours * 3600 + minutes * 60)
  }

  private static func pad(_ number: Int64, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }
}

/// A day of the Gregorian calendar, extended backwards (Hinnant, "chrono-Compatible Low-Level Date Algorithms").
struct CivilDate {
  let year: Int64
  let month: Int64
  let day: Int64

  init(daysSince1970 days: Int64) {
    let shifted = days + 719_468
    let (era, dayOfEra) = CivilDate.floorDivide(shifted, 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Days since 1970-01-01, or nil when the calendar has no such day.
  static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64? {
    guard (1...12).contains(month), day >= 1, year >= 1 else { return nil }
    let shiftedYear = month <= 2 ? year - 1 : year
    let (era, yearOfEra) = floorDivide(shiftedYear, 400)
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    let days = era * 146_097 + dayOfEra - 719_468
    let date = CivilDate(daysSince1970: days)
    return date.year == year && date.month == month && date.day == day ? days : nil
  }

  static func floorDivide(_ number: Int64, _ divisor: Int64) -> (quotient: Int64, remainder: Int64) {
    let (quotient, remainder) = number.quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}

/// Reads numbers of fixed width and punctuation from a text.
struct DigitScanner {
  private var rest: Substring.UTF8View

  init(_ text: String) { rest = Substring(text).utf8 }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard let first = rest.first, UInt32(first) == character.value else { return false }
    rest.removeFirst()
    return true
  }

  /// So many digits.
  mutating func digits(_ count: Int) -> Int64? {
    let digits = run()
    return digits.count == count ? number(digits) : nil
  }

  /// One to `most` digits.
  mutating func digits(upTo most: Int) -> Int64? {
    let digits = run()
    return (1...most).contains(digits.count) ? number(digits) : nil
  }

  /// A point and up to nine digits as nanoseconds; zero when there is no point.
  mutating func fraction() -> Int32? {
    guard take(".") else { return 0 }
    let digits = run()
    guard (1...9).contains(digits.count), let value = number(digits) else { return nil }
    return Int32((digits.count..<9).reduce(value) { scaled, _ in scaled * 10 })
  }

  private mutating func run() -> Substring.UTF8View {
    let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    rest = rest.dropFirst(digits.count)
    return digits
  }

  private func number(_ digits: Substring.UTF8View) -> Int64? { Int64(String(Substring(digits))) }
}
