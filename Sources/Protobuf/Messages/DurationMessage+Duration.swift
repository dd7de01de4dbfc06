extension DurationMessage {
  /// The message of a span of time, cut to whole nanoseconds.
  public init(_ duration: Duration) {
    self.init()
    seconds = duration.components.seconds
    nanos = Int32(duration.components.attoseconds / 1_000_000_000)
  }
}
