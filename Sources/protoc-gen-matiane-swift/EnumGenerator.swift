import Protobuf

/// Writes the Swift type of an enum.
struct EnumGenerator {
  private let proto: EnumDescriptorProto
  private let fullName: String
  private let path: [Int32]
  private let file: FileContext
  private let plan: EnumPlan

  init(_ proto: EnumDescriptorProto, _ scope: String, _ path: [Int32], _ file: FileContext) {
    self.proto = proto
    fullName = "\(scope).\(proto.name ?? "")"
    self.path = path
    self.file = file
    plan = EnumPlan(proto)
  }

  /// Writes the enum.
  func write(to text: inout SourceText) {
    let name = file.types[fullName]?.path.last ?? ""
    text.comment(
      file.comments.lines(
        path, otherwise: "The enum `\(fullName.dropFirst())`.",
        notes: Comments.notes(deprecated: proto.options?.deprecated)))
    text.block("\(file.visibility)enum \(name): OpenEnum") { text in
      for value in plan.cases {
        text.comment(comment(value))
        text.line("case \(value.name)")
      }
      text.line("/// A value that this version of the enum does not name.")
      text.line("case unrecognized(Int32)")
      writeAliases(to: &text)
      text.line()
      text.line("/// The default.")
      text.line("\(file.visibility)init() { self = .\(plan.cases.first?.name ?? "unrecognized(0)") }")
      text.line()
      writeConversions(to: &text)
      text.line()
      writeDescriptor(to: &text)
    }
  }

  private func comment(_ value: EnumPlan.Case) -> [String] {
    file.comments.lines(
      path + [2, Int32(value.index)], otherwise: "The value `\(value.proto.name ?? "")`.",
      notes: Comments.notes(deprecated: value.proto.options?.deprecated))
  }

  private func writeAliases(to text: inout SourceText) {
    let name = file.types[fullName]?.path.last ?? ""
    for (alias, value) in plan.aliases {
      text.line()
      text.comment(comment(alias))
      text.line("\(file.visibility)static let \(alias.name) = \(name).\(value.name)")
    }
  }

  private func writeConversions(to text: inout SourceText) {
    text.line("/// The value of a number.")
    text.block("\(file.visibility)init(rawValue: Int32)") { text in
      text.line("switch rawValue {")
      for value in plan.cases { text.line("case \(value.number): self = .\(value.name)") }
      text.line("default: self = .unrecognized(rawValue)")
      text.line("}")
    }
    text.line()
    text.line("/// The number on the wire.")
    text.block("\(file.visibility)var rawValue: Int32") { text in
      text.line("switch self {")
      for value in plan.cases { text.line("case .\(value.name): \(value.number)") }
      text.line("case .unrecognized(let number): number")
      text.line("}")
    }
  }

  private func writeDescriptor(to text: inout SourceText) {
    text.line("/// The enum's name and values.")
    text.line("\(file.visibility)static let descriptor = EnumDescriptor(")
    text.indented { text in
      text.line("\(SwiftName.literal(String(fullName.dropFirst()))), in: .\(file.constant),")
      if file.proto.syntax != "proto3" { text.line("closed: true,") }
      text.line("values: [")
      text.indented { text in
        for value in proto.value {
          text.line("(\(value.number ?? 0), \(SwiftName.literal(value.name ?? ""))),")
        }
      }
      text.line("])")
    }
  }
}
