import Protobuf

/// An extension as the descriptor of its file names it.
struct ExtensionPlan {
  private let field: FieldDescriptorProto
  private let fullName: String
  private let scalar: FieldPlan.Scalar
  private let isPackedByDefault: Bool

  /// - Throws: `PluginError` for a group.
  init(_ field: FieldDescriptorProto, _ scope: String, _ file: FileContext) throws(PluginError) {
    self.field = field
    fullName = String("\(scope).\(field.name ?? "")".dropFirst())
    scalar = try FieldPlan.Scalar(field, in: file.scope, file.types)
    isPackedByDefault = file.proto.syntax == "proto3"
  }

  /// Every extension of a file, those inside messages included.
  static func all(in file: FileContext) throws(PluginError) -> [ExtensionPlan] {
    var result: [ExtensionPlan] = []
    for field in file.proto.extension { result.append(try ExtensionPlan(field, file.scope, file)) }
    for message in file.proto.messageType { try add(in: message, file.scope, file, to: &result) }
    return result
  }

  private static func add(
    in message: DescriptorProto, _ outer: String, _ file: FileContext, to result: inout [ExtensionPlan]
  ) throws(PluginError) {
    let scope = "\(outer).\(message.name ?? "")"
    for field in message.extension { result.append(try ExtensionPlan(field, scope, file)) }
    for nested in message.nestedType { try add(in: nested, scope, file, to: &result) }
  }

  /// The expression that makes its descriptor, in a closure that gets the file.
  var line: String {
    let extended = String((field.extendee ?? "").dropFirst())
    return "ExtensionDescriptor(\(SwiftName.literal(fullName)), of: \(SwiftName.literal(extended)), "
      + "in: file, .\(kind)(\(field.number ?? 0), \(SwiftName.literal(field.name ?? "")), \(scalar.type))),"
  }

  private var kind: String {
    guard field.label == .repeated else { return scalar.zero == nil ? "singular" : "optional" }
    switch field.type {
    case .string, .bytes, .message: return "repeated"
    default: return field.options?.packed ?? isPackedByDefault ? "repeated" : "unpacked"
    }
  }
}
