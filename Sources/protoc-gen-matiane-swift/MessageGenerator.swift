import Protobuf

/// Writes the Swift type of a message and everything nested in it.
struct MessageGenerator {
  let message: DescriptorProto
  let fullName: String
  let path: [Int32]
  let file: FileContext
  let plan: MessagePlan
  private var nested: [MessageGenerator] = []

  init(_ message: DescriptorProto, _ scope: String, _ path: [Int32], _ file: FileContext) throws(PluginError)
  {
    self.message = message
    fullName = "\(scope).\(message.name ?? "")"
    self.path = path
    self.file = file
    plan = try MessagePlan(message, fullName, file.types)
    nested = try planNested()
  }

  private var visibility: String { file.visibility }

  /// Writes the struct.
  func write(to text: inout SourceText) {
    let name = file.types[fullName]?.path.last ?? ""
    text.comment(
      file.comments.lines(
        path, otherwise: "The message `\(fullName.dropFirst())`.",
        notes: Comments.notes(deprecated: message.options?.deprecated)))
    text.block("\(visibility)struct \(name): Message") { text in
      for property in plan.properties { writeProperty(property, to: &text) }
      text.line("/// Fields that this version of the message does not know.")
      text.line("\(visibility)var unknownFields = UnknownFields()")
      text.line()
      text.line("/// The message with every field at its default.")
      text.line("\(visibility)init() {}")
      for property in plan.properties {
        if case .oneof(let oneof) = property { writeChoice(oneof, to: &text) }
      }
      writeNested(to: &text)
      text.line()
      writeDescriptor(to: &text)
      text.line()
      writeReading(to: &text)
      text.line()
      writeWriting(to: &text)
    }
  }

  /// Plans everything nested, so that what is not supported is found before anything is written.
  private func planNested() throws(PluginError) -> [MessageGenerator] {
    var result: [MessageGenerator] = []
    for (index, nested) in message.nestedType.enumerated() where nested.options?.mapEntry != true {
      result.append(try MessageGenerator(nested, fullName, path + [3, Int32(index)], file))
    }
    return result
  }

  private func writeNested(to text: inout SourceText) {
    for (index, enumeration) in message.enumType.enumerated() {
      text.line()
      EnumGenerator(enumeration, fullName, path + [4, Int32(index)], file).write(to: &text)
    }
    for message in nested {
      text.line()
      message.write(to: &text)
    }
  }

  private func writeProperty(_ property: MessagePlan.Property, to text: inout SourceText) {
    switch property {
    case .field(let field):
      text.comment(comment(field))
      text.line(declaration(of: field))
    case .oneof(let oneof):
      text.comment(
        file.comments.lines(
          path + [8, Int32(oneof.index)],
          otherwise: "At most one of the members of `\(oneof.proto.name ?? "")`."))
      text.line("\(visibility)var \(oneof.name): \(oneof.type)?")
    }
    text.line()
  }

  private func comment(_ field: FieldPlan) -> [String] {
    let isText = field.proto.type == .string
    let fallback = field.proto.defaultValue.map { isText ? SwiftName.literal($0) : $0 }
    return file.comments.lines(
      path + [2, Int32(field.index)], otherwise: "The field `\(field.proto.name ?? "")`.",
      notes: Comments.notes(deprecated: field.proto.options?.deprecated, absent: fallback))
  }

  private func declaration(of field: FieldPlan) -> String {
    let type = field.scalar.swift
    switch field.storage {
    case .implicit: return "\(visibility)var \(field.name): \(type) = \(field.scalar.zero ?? "")"
    case .boxed: return "@Boxed \(visibility)var \(field.name): \(type)? = nil"
    case .repeated: return "\(visibility)var \(field.name): [\(type)] = []"
    case .map(let key, let value):
      return "\(visibility)var \(field.name): [\(key.swift): \(value.swift)] = [:]"
    case .optional, .oneof: return "\(visibility)var \(field.name): \(type)?"
    }
  }

  private func writeChoice(_ oneof: MessagePlan.Oneof, to text: inout SourceText) {
    text.line()
    text.line("/// The members of `\(oneof.proto.name ?? "")`, of which one at most is set.")
    text.block("\(visibility)enum \(oneof.type): Sendable, Hashable") { text in
      for member in oneof.members {
        text.comment(comment(member))
        var isIndirect = false
        if case .oneof(_, true) = member.storage { isIndirect = true }
        text.line("\(isIndirect ? "indirect " : "")case \(member.name)(\(member.scalar.swift))")
      }
      for member in oneof.members {
        text.line()
        text.comment(["The value of `\(member.proto.name ?? "")`, if that is the one that is set."])
        text.line("\(visibility)var \(member.name): \(member.scalar.swift)? {")
        text.indented { $0.line("if case .\(member.name)(let value) = self { value } else { nil }") }
        text.line("}")
      }
    }
  }

  private func writeDescriptor(to text: inout SourceText) {
    text.line("/// The message's name and fields.")
    text.line("\(visibility)static let descriptor = MessageDescriptor(")
    text.indented { text in
      text.line("\(SwiftName.literal(String(fullName.dropFirst()))), in: .\(file.constant),")
      let rows = plan.properties.flatMap(rows)
      guard !rows.isEmpty else { return text.line("fields: [])") }
      text.line("fields: [")
      text.indented { text in
        for row in rows { text.line(row) }
      }
      text.line("])")
    }
  }

  private func rows(_ property: MessagePlan.Property) -> [String] {
    switch property {
    case .field(let field): return [row(field)]
    case .oneof(let oneof):
      return oneof.members.map { row($0, oneof: oneof.proto.name) }
    }
  }

  /// One line of the descriptor's table.
  private func row(_ field: FieldPlan, oneof: String? = nil) -> String {
    let name = SwiftName.literal(field.proto.name ?? "")
    let json = FieldDescriptor.optional(1, field.proto.name ?? "", .bool).jsonName
    let explicit =
      field.proto.jsonName.flatMap { $0 == json ? nil : ", json: \(SwiftName.literal($0))" } ?? ""
    let head = "\(field.number), \(name)"
    switch field.storage {
    case .implicit, .boxed: return ".singular(\(head), \(field.scalar.type)\(explicit)),"
    case .optional:
      let kind = field.scalar.zero == nil ? "singular" : "optional"
      return ".\(kind)(\(head), \(field.scalar.type)\(explicit)),"
    case .repeated: return ".\(repetition(field))(\(head), \(field.scalar.type)\(explicit)),"
    case .map(let key, let value): return ".map(\(head), \(key.type), to: \(value.type)\(explicit)),"
    case .oneof: return ".oneof(\(SwiftName.literal(oneof ?? "")), \(head), \(field.scalar.type)\(explicit)),"
    }
  }

  private func repetition(_ field: FieldPlan) -> String {
    let isPackable: Bool =
      switch field.proto.type {
      case .string, .bytes, .message: false
      default: true
      }
    let isPacked = field.proto.options?.packed ?? file.types.isProto3(fullName)
    return isPackable && !isPacked ? "unpacked" : "repeated"
  }
}
