/// Reads dates and RFC 3339 timestamps, as queries and filters write them.
public enum TimeText {
  /// The instant that a text names and how long the named period lasts.
  public struct Moment: Sendable, Hashable {
    /// The start, in seconds since 1970-01-01T00:00:00Z.
    public var seconds: Int64
    /// The fraction of a second behind ``seconds``, in nanoseconds.
    public var nanoseconds: Int32
  }

  /// Reads `2022`, `2022-03`, `2022-03-01` (midnight UTC) or an RFC 3339 timestamp; nil when it is none of them.
  ///
  /// Years run from 0001 to 9999, as in `google.protobuf.Timestamp`; a leap second counts as the next second.
  public static func parse(_ text: String) -> Moment? {
    var reader = DigitReader(bytes: Array(text.utf8))
    guard let year = reader.number(4), year >= 1 else { return nil }
    var month = 1
    var day = 1
    if !reader.isAtEnd {
      guard reader.take("-"), let value = reader.number(2), (1...12).contains(value) else { return nil }
      month = value
    }
    if !reader.isAtEnd {
      guard reader.take("-"), let value = reader.number(2), value >= 1 else { return nil }
      guard value <= daysInMonth(year, month) else { return nil }
      day = value
    }
    let midnight = daysSince1970(year, month, day) * 86_400
    if reader.isAtEnd { return Moment(seconds: midnight, nanoseconds: 0) }
    return timeOfDay(&reader, midnight: midnight)
  }

  private static func timeOfDay(_ reader: inout DigitReader, midnight: Int64) -> Moment? {
    guard reader.take("T") || reader.take("t") || reader.take(" ") else { return nil }
    guard let hour = reader.number(2), hour < 24, reader.take(":") else { return nil }
    guard let minute = reader.number(2), minute < 60, reader.take(":") else { return nil }
    guard let second = reader.number(2), second <= 60 else { return nil }
    guard let nanoseconds = reader.fraction(), let offset = reader.zone(), reader.isAtEnd else {
      return nil
    }
    let seconds = midnight + Int64(hour * 3600 + minute * 60 + second - offset)
    return Moment(seconds: seconds, nanoseconds: nanoseconds)
  }

  /// Days from 1970-01-01 to a date of the proleptic Gregorian calendar.
  ///
  /// Counts years from March so that the leap day comes last, in eras of 400 years.
  static func daysSince1970(_ year: Int, _ month: Int, _ day: Int) -> Int64 {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int64(era * 146_097 + dayOfEra - 719_468)
  }

  static func daysInMonth(_ year: Int, _ month: Int) -> Int {
    if month == 2 { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28 }
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31
  }
}

/// Reads the fixed-width numbers of a timestamp.
private struct DigitReader {
  let bytes: [UInt8]
  var offset = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { offset == bytes.count }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard offset < bytes.count, UInt32(bytes[offset]) == character.value else { return false }
    offset += 1
    return true
  }

  private mutating func digit() -> Int? {
    guard offset < bytes.count, (0x30...0x39).contains(bytes[offset]) else { return nil }
    offset += 1
    return Int(bytes[offset - 1] - 0x30)
  }

  mutating func number(_ digits: Int) -> Int? {
    var value = 0
    for _ in 0..<digits {
      guard let next = digit() else { return nil }
      value = value * 10 + next
    }
    return value
  }

  /// The nanoseconds of an optional fraction of one to nine digits; nil when it is malformed.
  mutating func fraction() -> Int32? {
    guard take(".") else { return 0 }
    var value = 0
    var digits = 0
    while digits < 9, let next = digit() {
      value = value * 10 + next
      digits += 1
    }
    guard digits > 0 else { return nil }
    for _ in digits..<9 { value *= 10 }
    return Int32(value)
  }

  /// The zone's distance from UTC in seconds; nil when it is malformed or missing.
  mutating func zone() -> Int? {
    if take("Z") || take("z") { return 0 }
    let sign: Int
    if take("+") { sign = 1 } else if take("-") { sign = -1 } else { return nil }
    guard let hours = number(2), hours < 24, take(":") else { return nil }
    guard let minutes = number(2), minutes < 60 else { return nil }
    return sign * (hours * 3600 + minutes * 60)
  }
}
