/// Something to count over all matching documents.
public enum FacetRequest: Sendable, Hashable {
  /// How many documents have each value of a keyword field, the most frequent `limit` of them.
  case values(KeywordFieldID, limit: Int)
  /// How many documents fall between two neighbours of rising bounds of an integer field.
  ///
  /// Bucket i counts values in `bounds[i]..<bounds[i + 1]`; n bounds make n − 1 buckets.
  case histogram(IntegerFieldID, bounds: [Int64])
  /// How many documents fall into each calendar period (UTC) of a field of times, between the first and the last one.
  case calendar(IntegerFieldID, CalendarPeriod, ticksPerSecond: Int64)
}

/// A period of the calendar.
public enum CalendarPeriod: Sendable, Hashable {
  /// From midnight to midnight.
  case day
  /// From Monday to Sunday.
  case week
  /// A calendar month.
  case month
  /// A calendar year.
  case year
}

/// The answer to one ``FacetRequest``.
public enum FacetResult: Sendable, Hashable {
  /// Values with their counts, the largest count first, equal ones by value; and the sum of the counts of all other values.
  case values([FacetCount], others: Int)
  /// Buckets in rising order; empty ones between others are present.
  case buckets([FacetBucket])
}

/// One value of a keyword field and how many matching documents have it.
public struct FacetCount: Sendable, Hashable {
  /// The value.
  public var value: String
  /// How many matching documents have it.
  public var count: Int
}

/// One interval of a histogram and how many matching documents fall into it.
public struct FacetBucket: Sendable, Hashable {
  /// The first value in the bucket.
  public var from: Int64
  /// The first value behind the bucket.
  public var until: Int64
  /// How many matching documents fall into it.
  public var count: Int
}
