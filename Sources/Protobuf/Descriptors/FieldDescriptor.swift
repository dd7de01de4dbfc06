/// One field of a message, as the `.proto` file declares it.
public struct FieldDescriptor: Sendable {
  /// How often a field may occur, and whether its absence can be told from its default.
  public enum Cardinality: Sendable, Hashable {
    /// Once; the default is not encoded.
    case implicit
    /// Once; presence is tracked: proto3 `optional`, sub-messages, members of a oneof.
    case explicit
    /// Any number of times.
    case repeated
    /// Any number of times, numbers in one length-prefixed run.
    case packed
  }

  /// The number that stands on the wire.
  public let number: UInt32

  /// The name in the `.proto` file.
  public let name: String

  /// The name in JSON: lowerCamelCase unless the file says otherwise.
  public let jsonName: String

  /// The type of the value, or of each value.
  public let type: FieldType

  /// How often the field may occur.
  public let cardinality: Cardinality

  /// The oneof that the field is a member of.
  public let oneof: String?

  init(
    _ number: UInt32, _ name: String, _ type: FieldType, _ cardinality: Cardinality, json: String?,
    oneof: String? = nil
  ) {
    self.number = number
    self.name = name
    self.type = type
    self.cardinality = cardinality
    self.jsonName = json ?? FieldDescriptor.lowerCamelCase(name)
    self.oneof = oneof
  }

  /// Whether a name in JSON is one of the field's, by its bytes.
  func isNamed(_ text: String) -> Bool {
    text.utf8.elementsEqual(jsonName.utf8) || text.utf8.elementsEqual(name.utf8)
  }

  /// A field without presence; a sub-message has it always.
  public static func singular(_ number: UInt32, _ name: String, _ type: FieldType, json: String? = nil)
    -> Self
  {
    guard case .message = type else { return Self(number, name, type, .implicit, json: json) }
    return Self(number, name, type, .explicit, json: json)
  }

  /// A field declared `optional`.
  public static func optional(_ number: UInt32, _ name: String, _ type: FieldType, json: String? = nil)
    -> Self
  {
    Self(number, name, type, .explicit, json: json)
  }

  /// A member of a oneof; members of one oneof must stand together.
  public static func oneof(
    _ oneof: String, _ number: UInt32, _ name: String, _ type: FieldType, json: String? = nil
  ) -> Self {
    Self(number, name, type, .explicit, json: json, oneof: oneof)
  }

  /// A repeated field; numbers are packed.
  public static func repeated(_ number: UInt32, _ name: String, _ type: FieldType, json: String? = nil)
    -> Self
  {
    Self(number, name, type, type.isPackable ? .packed : .repeated, json: json)
  }

  /// A repeated field of numbers, each with a tag of its own (`[packed = false]`).
  public static func unpacked(_ number: UInt32, _ name: String, _ type: FieldType, json: String? = nil)
    -> Self
  {
    Self(number, name, type, .repeated, json: json)
  }

  /// A map.
  public static func map(
    _ number: UInt32, _ name: String, _ key: FieldType, to value: FieldType, json: String? = nil
  ) -> Self {
    Self(number, name, .map(key: key, value: value), .repeated, json: json)
  }

  /// The JSON name that the protobuf language gives a field: underscores dropped, the letter after each raised.
  static func lowerCamelCase(_ name: String) -> String {
    var result = ""
    var raise = false
    for character in name.unicodeScalars {
      if character == "_" {
        raise = true
      } else {
        result += raise ? character.properties.uppercaseMapping : String(character)
        raise = false
      }
    }
    return result
  }
}

extension FieldType {
  var isPackable: Bool {
    switch self {
    case .string, .bytes, .message, .map: false
    default: true
    }
  }
}
