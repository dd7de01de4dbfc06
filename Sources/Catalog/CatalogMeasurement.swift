/// How long something took that the catalog does beside answering.
public enum CatalogMeasurement: Sendable {
  /// A batch of the log was made durable.
  case madeDurable(Duration)
  /// A snapshot was written, or one that exists was found to do.
  case wroteSnapshot(Duration)
  /// Segments of the index were merged.
  case merged(Duration)
}
