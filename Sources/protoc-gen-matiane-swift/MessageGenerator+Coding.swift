import Protobuf

extension MessageGenerator {
  /// Writes the initialiser that reads the unpacked C struct.
  func writeReading(to text: inout SourceText) {
    text.line("/// Reads an unpacked message.")
    text.block("\(file.visibility)init(reading r: MessageReader) throws(DecodingError)") { text in
      for property in plan.properties {
        switch property {
        case .field(let field): text.line("\(reference(field.name)) = \(reading(field))")
        case .oneof(let oneof): writeReading(oneof, to: &text)
        }
      }
      text.line("unknownFields = r.unknownFields")
    }
  }

  /// A property as the coding methods name it; their parameters hide two names.
  private func reference(_ name: String) -> String { name == "r" || name == "w" ? "self.\(name)" : name }

  private func reading(_ field: FieldPlan) -> String {
    let scalar = field.scalar
    let attempt = scalar.readThrows ? "try " : ""
    switch field.storage {
    case .optional where scalar.zero != nil:
      return "\(attempt)r.has(\(field.slot)) ? r.\(scalar.accessor)(\(field.slot)) : nil"
    case .repeated: return "\(attempt)r.\(scalar.repeatedAccessor)(\(field.slot))"
    case .map(let key, let value):
      let pair = "(\(entry(key, 0)), \(entry(value, 1)))"
      return "try r.map(\(field.slot)) { entry throws(DecodingError) in \(pair) }"
    default: return "\(attempt)r.\(scalar.accessor)(\(field.slot))"
    }
  }

  private func entry(_ scalar: FieldPlan.Scalar, _ slot: Int) -> String {
    let read = "\(scalar.readThrows ? "try " : "")entry.\(scalar.accessor)(\(slot))"
    return scalar.zero == nil ? "\(read) ?? \(scalar.swift)()" : read
  }

  private func writeReading(_ oneof: MessagePlan.Oneof, to text: inout SourceText) {
    text.line("switch r.member(\(oneof.slot)) {")
    for member in oneof.members {
      let scalar = member.scalar
      let read = "\(scalar.readThrows ? "try " : "")r.\(scalar.accessor)(\(member.slot))"
      let value = scalar.zero == nil ? "\(read) ?? \(scalar.swift)()" : read
      text.line("case \(member.number): \(reference(oneof.name)) = .\(member.name)(\(value))")
    }
    text.line("default: break")
    text.line("}")
  }

  /// Writes the method that fills the C struct.
  func writeWriting(to text: inout SourceText) {
    text.line("/// Writes the message to be packed.")
    text.block("\(file.visibility)func write(to w: inout MessageWriter)") { text in
      text.line("if w.isWhole(unknownFields) { return }")
      for property in plan.properties {
        switch property {
        case .field(let field): writeWriting(field, to: &text)
        case .oneof(let oneof): writeWriting(oneof, to: &text)
        }
      }
      text.line("w.unknown(unknownFields)")
    }
  }

  private func writeWriting(_ field: FieldPlan, to text: inout SourceText) {
    switch field.storage {
    case .map(let key, let value):
      text.block("w.map(\(field.slot), \(reference(field.name)))") { text in
        text.line("$0.\(key.accessor)(0, $1)")
        text.line("$0.\(value.accessor)(1, $2)")
      }
    case .repeated: text.line("w.\(field.scalar.repeatedAccessor)(\(field.slot), \(reference(field.name)))")
    default: text.line("w.\(field.scalar.accessor)(\(field.slot), \(reference(field.name)))")
    }
  }

  private func writeWriting(_ oneof: MessagePlan.Oneof, to text: inout SourceText) {
    text.line("switch \(reference(oneof.name)) {")
    for member in oneof.members {
      text.line("case .\(member.name)(let value):")
      text.indented { text in
        text.line("w.select(\(oneof.slot), \(member.number))")
        text.line("w.\(member.scalar.accessor)(\(oneof.slot), value)")
      }
    }
    text.line("case nil: break")
    text.line("}")
  }
}
