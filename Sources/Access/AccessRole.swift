/// Who may call what; each role may do all that the one before may.
public enum AccessRole: Int, Sendable, Comparable, CaseIterable {
  /// Reads.
  case reader = 1
  /// Reads and writes.
  case writer
  /// Administers.
  case admin

  /// The role of a name; nil for any other text.
  public init?(name: String) {
    guard let role = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = role
  }

  /// The role in a key file.
  init?(_ role: Role) {
    self.init(rawValue: Int(role.rawValue))
  }

  /// As flags and messages name it.
  public var name: String {
    switch self {
    case .reader: "reader"
    case .writer: "writer"
    case .admin: "admin"
    }
  }

  /// As a key file has it.
  public var stored: Role {
    switch self {
    case .reader: .reader
    case .writer: .writer
    case .admin: .admin
    }
  }

  /// Whether the left role may do less.
  public static func < (left: AccessRole, right: AccessRole) -> Bool { left.rawValue < right.rawValue }
}
