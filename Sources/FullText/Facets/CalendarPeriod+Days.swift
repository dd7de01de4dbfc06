extension CalendarPeriod {
  /// After so many days the calendar repeats itself.
  private static let cycle: Int64 = 146_097

  /// How many periods begin in so many days, give or take one.
  func count(inDays days: Int64) -> Int64 {
    let inCycle: Int64 =
      switch self {
      case .day: Self.cycle
      case .week: Self.cycle / 7
      case .month: 4800
      case .year: 400
      }
    return days.multipliedSaturating(by: inCycle) / Self.cycle
  }

  /// The days since 1970-01-01 of the period that holds a day.
  func days(around day: Int64) -> Range<Int64> {
    switch self {
    case .day: return day..<(day + 1)
    case .week:
      // 1970-01-01 was a Thursday, three days behind a Monday.
      let monday = (day + 3).floorDivided(by: 7) * 7 - 3
      return monday..<(monday + 7)
    case .month:
      let (year, month) = Self.yearAndMonth(day)
      let start = TimeText.daysSince1970(year, month, 1)
      let end = month == 12 ? (year + 1, 1) : (year, month + 1)
      return start..<TimeText.daysSince1970(end.0, end.1, 1)
    case .year:
      let year = Self.yearAndMonth(day).year
      return TimeText.daysSince1970(year, 1, 1)..<TimeText.daysSince1970(year + 1, 1, 1)
    }
  }

  /// The proleptic Gregorian year and month of a day; years count from March inside, so that the leap day is last.
  private static func yearAndMonth(_ day: Int64) -> (year: Int, month: Int) {
    let shifted = day + 719_468
    let era = shifted.floorDivided(by: cycle)
    let dayOfEra = shifted - era * cycle
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (Int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0), Int(month))
  }
}

extension Int64 {
  /// The quotient rounded towards negative infinity; `divisor` is positive.
  func floorDivided(by divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }

  /// The product, or the nearest end of the range.
  func multipliedSaturating(by factor: Int64) -> Int64 {
    let (product, overflow) = multipliedReportingOverflow(by: factor)
    return !overflow ? product : (self < 0) != (factor < 0) ? .min : .max
  }
}
