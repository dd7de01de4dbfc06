/// The command line of the interoperability programs: `--name=value`, `--name value`, or `--name` alone for true.
///
/// The suites of other languages write booleans as `--use_tls=true`, `--use_tls true` and `--use_tls`, and some write a
/// single dash; all of them are read. Each value may also come from an environment variable, `INTEROP_NAME`.
public struct Arguments: Sendable {
  private var values: [String: String] = [:]
  private let environment: [String: String]

  /// Whether a command line asks what the program takes.
  public static func askForHelp(_ arguments: some Sequence<String>) -> Bool {
    arguments.contains { ["--help", "-help", "-h"].contains($0) }
  }

  /// Reads a command line.
  ///
  /// - Parameter known: the names that are allowed.
  /// - Throws: `ArgumentError` that names what is unknown.
  public init(
    _ arguments: some Sequence<String>, environment: [String: String], known: Set<String>
  ) throws(ArgumentError) {
    self.environment = environment
    var rest = Array(arguments)[...]
    while let argument = rest.popFirst() {
      guard argument.hasPrefix("-") else {
        throw ArgumentError("expected --name=value, found '\(argument)'")
      }
      let parts = argument.drop { $0 == "-" }.split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      guard known.contains(name) else {
        throw ArgumentError(
          "unknown argument '\(argument)'; known are: \(known.sorted().joined(separator: ", "))")
      }
      if parts.count == 2 {
        values[name] = String(parts[1])
      } else if let next = rest.first, !next.hasPrefix("--") {
        values[name] = next
        rest.removeFirst()
      } else {
        values[name] = "true"
      }
    }
  }

  /// A text.
  public func text(_ name: String) -> String? {
    let value = values[name] ?? environment["INTEROP_" + name.uppercased()]
    return value?.isEmpty == true ? nil : value
  }

  /// The authorities that gRPC's programs trust where they are told of no others.
  public var rootsFile: String? { environment["GRPC_DEFAULT_SSL_ROOTS_FILE_PATH"] }

  /// A whole number.
  ///
  /// - Throws: where the value is none.
  public func number(_ name: String, default other: Int) throws(ArgumentError) -> Int {
    guard let text = text(name) else { return other }
    guard let number = Int(text) else {
      throw ArgumentError("--\(name): expected a whole number, found '\(text)'")
    }
    return number
  }

  /// A boolean.
  ///
  /// - Throws: where the value is none.
  public func flag(_ name: String) throws(ArgumentError) -> Bool {
    switch text(name)?.lowercased() {
    case nil, "false", "0", "no": return false
    case "true", "1", "yes": return true
    case .some(let other):
      throw ArgumentError("--\(name): expected true or false, found '\(other)'")
    }
  }
}

/// What is wrong with a command line.
public struct ArgumentError: Error, CustomStringConvertible {
  /// What was expected and what was found.
  public let description: String

  init(_ description: String) { self.description = description }
}
