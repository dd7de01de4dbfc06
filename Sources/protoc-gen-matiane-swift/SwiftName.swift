/// How names of the protobuf language are spelled in Swift.
enum SwiftName {
  /// A name in lowerCamelCase: fields, methods, enum values, oneofs.
  static func lowerCamel(_ name: String) -> String {
    let words = split(name)
    guard let first = words.first else { return "underscore" }
    let result = lowerStart(first) + words.dropFirst().map(capitalize).joined()
    return result.first?.isNumber == true ? "_\(result)" : result
  }

  /// A name in UpperCamelCase: the type of a oneof, a file.
  static func upperCamel(_ name: String) -> String {
    let result = split(name).map(capitalize).joined()
    if result.isEmpty { return "Underscore" }
    return result.first?.isNumber == true ? "_\(result)" : result
  }

  /// A property's or method's name, in backticks where it is a keyword, with an underscore where even those would not
  /// do.
  static func member(_ name: String) -> String {
    takenInMessages.contains(name) ? name + "_" : enumCase(name)
  }

  /// A case's name, in backticks where it is a keyword, with an underscore where even those would not do.
  static func enumCase(_ name: String) -> String {
    if takenInEnums.contains(name) { return name + "_" }
    return keywords.contains(name) ? "`\(name)`" : name
  }

  /// The name of a oneof's case; those of `Optional`, which the oneof's property is, get an underscore.
  static func oneofCase(_ name: String) -> String {
    name == "none" || name == "some" ? name + "_" : member(name)
  }

  /// A method's name, in backticks where it is a keyword, with an underscore where the generated code has it already.
  static func method(_ name: String) -> String {
    if ["service", "self", "init", "Type", "Protocol"].contains(name) { return name + "_" }
    return keywords.contains(name) ? "`\(name)`" : name
  }

  /// A type's name; one that is a keyword, or hides a name of Swift's or of the runtime's, is told apart by a suffix.
  static func type(_ name: String, suffix: String) -> String {
    reservedTypes.contains(name) || keywords.contains(name) ? name + suffix : name
  }

  /// A type's name as `type(_:suffix:)` makes it; with underscores where that is the name of another declaration beside it.
  static func type(_ name: String, suffix: String, beside others: Set<String>) -> String {
    var result = type(name, suffix: suffix)
    while result != name, others.contains(result) { result += "_" }
    return result
  }

  /// The text as a Swift string literal.
  static func literal(_ text: String) -> String {
    "\"" + text.unicodeScalars.map(escape).joined() + "\""
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"", "\\": "\\\(scalar)"
    case _ where scalar.properties.generalCategory == .control: "\\u{\(String(scalar.value, radix: 16))}"
    default: String(scalar)
    }
  }

  private static func split(_ name: String) -> [String] {
    name.split(separator: "_").map { word in
      let hasLower = word.contains { $0.isLowercase }
      return hasLower || !name.contains("_") && word.count > 1 && hasLower ? String(word) : word.lowercased()
    }
  }

  private static func capitalize(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }

  /// The word with a small letter at its start; an acronym there is small as a whole: `HTTPGet` is `httpGet`.
  private static func lowerStart(_ word: String) -> String {
    let capitals = word.prefix { $0.isUppercase }
    let rest = word.dropFirst(capitals.count)
    let acronym = rest.first?.isLetter == true && capitals.count > 1 ? capitals.dropLast() : capitals
    return acronym.lowercased() + word.dropFirst(acronym.count)
  }

  /// Members that every message has already.
  private static let takenInMessages: Set<String> = [
    "unknownFields", "hashValue", "hash", "write", "serialized", "serialize", "json", "jsonBytes", "with",
    "debugDescription",
  ]

  /// Members that every enum has already, and names that Swift does not let a member have.
  private static let takenInEnums: Set<String> = [
    "self", "init", "Type", "Protocol", "descriptor", "unrecognized",
  ]

  private static let keywords: Set<String> = [
    "as", "associatedtype", "break", "case", "catch", "class", "continue", "default", "defer", "deinit", "do",
    "else",
    "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func", "guard", "if", "import", "in",
    "inout",
    "internal", "is", "let", "nil", "operator", "precedencegroup", "private", "protocol", "public", "repeat",
    "rethrows", "return", "static", "struct", "subscript", "super", "switch", "throw", "throws", "true",
    "try",
    "typealias", "var", "where", "while", "Any", "Self", "await", "_",
  ]

  private static let reservedTypes: Set<String> = [
    "Any", "AnyObject", "Array", "Bool", "Character", "Dictionary", "Double", "Duration", "Equatable",
    "Error",
    "Float", "Hashable", "Int", "Int32", "Int64", "Never", "Optional", "Protocol", "RawRepresentable",
    "Result",
    "Self", "Sendable", "Sequence", "Set", "String", "Substring", "Task", "Type", "UInt32", "UInt64", "UInt8",
    "Void",
    "init", "self",
    "Boxed", "DecodingError", "EnumDescriptor", "ExtensionDescriptor", "FieldDescriptor", "FieldType",
    "FileDescriptor", "MapKey",
    "Message",
    "MessageDescriptor", "MessageReader", "MessageWriter", "OpenEnum", "TypeRegistry", "UnknownFields",
    "GRPC", "Protobuf",
  ]
}
