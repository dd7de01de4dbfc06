extension Message {
  /// The type and the fields that are set, for people: `Article {"name":"articles/x"}`.
  ///
  /// What JSON cannot hold, such as a time of the year 10000, is told by its size.
  public var debugDescription: String {
    let fields = (try? json()) ?? "(\(serialized().count) bytes that JSON cannot hold)"
    return "\(Self.self) \(fields)"
  }
}
