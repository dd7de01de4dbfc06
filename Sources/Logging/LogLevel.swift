/// How much a line of the log matters.
public enum LogLevel: Int, Sendable, Comparable, CaseIterable {
  /// For whoever looks for a fault.
  case debug
  /// What happens in the ordinary course.
  case info
  /// What somebody should look at some day.
  case warning
  /// What somebody should look at now.
  case error

  /// The level of a name; nil for any other text.
  public init?(name: String) {
    guard let level = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = level
  }

  /// As settings and lines have it.
  public var name: String {
    switch self {
    case .debug: "debug"
    case .info: "info"
    case .warning: "warning"
    case .error: "error"
    }
  }

  /// The priority by which journald knows it (sd-daemon(3)).
  var priority: Int {
    switch self {
    case .debug: 7
    case .info: 6
    case .warning: 4
    case .error: 3
    }
  }

  /// Whether the left level matters less.
  public static func < (left: LogLevel, right: LogLevel) -> Bool { left.rawValue < right.rawValue }
}
