/// One JSON value; numbers are doubles.
public enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([(key: String, value: JSONValue)])

  /// The member of an object; nil when there is none or this is no object.
  public subscript(_ key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    for index in members.indices where members[index].key == key { return members[index].value }
    return nil
  }

  /// The text of a string value.
  public var text: String? { if case .string(let text) = self { text } else { nil } }
  /// The value of a number.
  public var number: Double? { if case .number(let number) = self { number } else { nil } }
  /// The value of a number as the nearest integer below that there is.
  public var integer: Int64? {
    guard let number, !number.isNaN else { return nil }
    return Int64(exactly: number.rounded(.down)) ?? (number < 0 ? .min : .max)
  }
  /// The elements of an array.
  public var elements: [JSONValue]? { if case .array(let elements) = self { elements } else { nil } }
  /// Whether this is `true`.
  public var isTrue: Bool { if case .bool(true) = self { true } else { false } }

  /// The value that a line of JSON holds; nil when it is not JSON.
  public init?(parsing line: UnsafeRawBufferPointer) {
    var parser = JSONParser(line)
    guard let value = parser.document() else { return nil }
    self = value
  }

  /// The value that a line of JSON holds; nil when it is not JSON.
  public init?(parsing line: UnsafeBufferPointer<UInt8>) { self.init(parsing: UnsafeRawBufferPointer(line)) }
}

extension JSONValue: CustomStringConvertible {
  /// The value as one line of JSON.
  public var description: String {
    switch self {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .number(let value):
      value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    case .string(let text): Self.quote(text)
    case .array(let elements): "[" + elements.map(\.description).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { Self.quote($0.key) + ":" + $0.value.description }.joined(separator: ",") + "}"
    }
  }

  private static func quote(_ text: String) -> String {
    var quoted = "\""
    for letter in text.unicodeScalars {
      switch letter {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case let letter where letter.value < 0x20:
        let hex = String(letter.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: quoted.unicodeScalars.append(letter)
      }
    }
    return quoted + "\""
  }
}
