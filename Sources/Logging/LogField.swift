/// A named value of a line.
public struct LogField: Sendable {
  /// What kinds of value there are.
  public enum Value: Sendable {
    /// A text.
    case text(String)
    /// A number.
    case number(Double)
    /// A whole number.
    case integer(Int)
  }

  let name: String
  let value: Value

  /// A text.
  public init(_ name: String, _ text: String) {
    self.name = name
    value = .text(text)
  }

  /// A whole number.
  public init(_ name: String, _ integer: Int) {
    self.name = name
    value = .integer(integer)
  }

  /// A span of time, in milliseconds; the name should say so.
  public init(_ name: String, milliseconds duration: Duration) {
    self.name = name
    let (seconds, attoseconds) = duration.components
    let microseconds = Double(seconds) * 1e6 + Double(attoseconds / 1_000_000_000_000)
    value = .number(microseconds / 1000)
  }
}
