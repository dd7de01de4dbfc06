/// An enum's name and values.
public final class EnumDescriptor: Sendable {
  /// One name and its number; a number may have several names.
  public struct Value: Sendable, Hashable {
    /// The number on the wire.
    public let number: Int32
    /// The name in the `.proto` file and in JSON.
    public let name: String
  }

  /// The full name, with the package.
  public let name: String

  /// The values in the order of the file.
  public let values: [Value]

  /// Whether a number that no value has is an unknown field, as in proto2, and not one of the enum's values.
  public let isClosed: Bool

  private let names: [Int32: String]
  private let numbers: [String: Int32]

  /// Describes an enum; generated code calls this once an enum.
  public init(_ name: String, in file: FileDescriptor, closed: Bool = false, values: [(Int32, String)]) {
    self.name = name
    isClosed = closed
    self.values = values.map { Value(number: $0, name: $1) }
    names = Dictionary(values, uniquingKeysWith: { first, _ in first })
    numbers = Dictionary(values.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    file.register()
  }

  /// The first name of a number.
  public func name(of number: Int32) -> String? { names[number] }

  /// The number of a name.
  public func number(of name: String) -> Int32? {
    // Names are in ASCII; Unicode takes the Kelvin sign for a K.
    name.utf8.allSatisfy { $0 < 0x80 } ? numbers[name] : nil
  }
}
