/// When an appended record counts as durable.
public enum Durability: Hashable, Sendable {
  /// After `fdatasync`: survives a power cut. The default.
  case fsync
  /// At once, with an `fdatasync` every so often: a power cut loses at most that much time; a crash of the process alone
  /// loses nothing.
  case interval(Duration)
  /// At once, written back when the system likes: a power cut can lose about the last half minute; a crash of the
  /// process alone loses nothing.
  case none

  /// Parses `fsync`, `interval:MS` or `none`; `nil` for anything else.
  public init?(_ text: String) {
    switch text {
    case "fsync": self = .fsync
    case "none": self = .none
    default:
      guard text.hasPrefix("interval:"), let milliseconds = Int(text.dropFirst("interval:".count)),
        (1...3_600_000).contains(milliseconds)
      else { return nil }
      self = .interval(.milliseconds(milliseconds))
    }
  }
}

extension Durability: CustomStringConvertible {
  /// The form that ``init(_:)`` parses.
  public var description: String {
    switch self {
    case .fsync: "fsync"
    case .interval(let duration):
      "interval:\(duration.components.seconds * 1000 + duration.components.attoseconds / 1_000_000_000_000_000)"
    case .none: "none"
    }
  }
}
