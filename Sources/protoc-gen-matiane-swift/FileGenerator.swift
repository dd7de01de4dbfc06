import Protobuf

/// Writes the messages and enums of one `.proto` file.
struct FileGenerator {
  let file: FileContext

  /// The Swift source.
  ///
  /// - Throws: `PluginError` naming the file and declaration that is not supported.
  func generate() throws(PluginError) -> String {
    var text = SourceText()
    writeHeader(to: &text, runtime: ["Protobuf"])
    writeAliases(to: &text)
    for write in try declarations() {
      text.line()
      write(&text)
    }
    text.line()
    writeFileDescriptor(try ExtensionPlan.all(in: file), to: &text)
    return text.text
  }

  /// The file's messages and enums in the order in which it declares them.
  private func declarations() throws(PluginError) -> [(inout SourceText) -> Void] {
    var result: [(line: Int32, write: (inout SourceText) -> Void)] = []
    for (index, message) in file.proto.messageType.enumerated() {
      let path = [4, Int32(index)]
      let generator = try MessageGenerator(message, file.scope, path, file)
      result.append((file.comments.line(path), { generator.write(to: &$0) }))
    }
    for (index, enumeration) in file.proto.enumType.enumerated() {
      let path = [5, Int32(index)]
      let generator = EnumGenerator(enumeration, file.scope, path, file)
      result.append((file.comments.line(path), { generator.write(to: &$0) }))
    }
    return result.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
      .map(\.element.write)
  }

  /// Writes the line that says where the file comes from, and its imports.
  func writeHeader(to text: inout SourceText, runtime: [String]) {
    text.line("// Generated from \(file.proto.name ?? "") by protoc-gen-matiane-swift; not to be edited.")
    let imports = file.imports(runtime)
    if !imports.isEmpty { text.line() }
    for module in imports { text.line("import \(module)") }
  }

  private func writeAliases(to text: inout SourceText) {
    for alias in file.types.aliases(of: file.proto.messageType, in: file.scope) {
      text.line()
      text.line("/// `\(alias.type)`, by a name that no message of the file hides.")
      text.line("\(file.visibility)typealias \(alias.name) = \(alias.type)")
    }
  }

  private func writeFileDescriptor(_ extensions: [ExtensionPlan], to text: inout SourceText) {
    text.block("extension FileDescriptor") { text in
      text.line("/// The file `\(file.proto.name ?? "")`.")
      text.line("\(file.visibility)static let \(file.constant) = FileDescriptor(")
      text.indented { text in
        text.line(
          "\(SwiftName.literal(file.proto.name ?? "")), package: \(SwiftName.literal(file.proto.package ?? "")),"
        )
        let dependencies = file.proto.dependency.map { ".\(FileContext.constant($0))" }.joined(
          separator: ", ")
        text.line("dependencies: [\(dependencies)],")
        writeTypes(to: &text)
        write(extensions, to: &text)
        text.line("encoded: \"\"\"")
        text.indented { text in
          for line in encodedLines() { text.line(line) }
          text.line("\"\"\")")
        }
      }
    }
  }

  private func write(_ extensions: [ExtensionPlan], to text: inout SourceText) {
    guard !extensions.isEmpty else { return }
    text.line("extensions: { file in")
    text.indented { text in
      text.line("[")
      text.indented { text in for item in extensions { text.line(item.line) } }
      text.line("]")
    }
    text.line("},")
  }

  private func writeTypes(to text: inout SourceText) {
    let own = messageNames(file.proto.messageType, file.scope)
    guard !own.isEmpty else { return text.line("messages: [:],") }
    text.line("messages: [")
    text.indented { text in
      for name in own {
        text.line(
          "\(SwiftName.literal(String(name.dropFirst()))): \(file.types.reference(to: name, from: file.scope)).self,"
        )
      }
    }
    text.line("],")
  }

  private func messageNames(_ messages: [DescriptorProto], _ scope: String) -> [String] {
    messages.filter { $0.options?.mapEntry != true }.flatMap { message in
      let name = "\(scope).\(message.name ?? "")"
      return [name] + messageNames(message.nestedType, name)
    }
  }

  /// The file's description without its comments, in base64, in lines that are joined again by the compiler.
  private func encodedLines() -> [String] {
    var proto = file.proto
    proto.sourceCodeInfo = nil
    var text: [UInt8] = []
    proto.serialized().withUnsafeBytes { Base64.encode($0, to: &text, isPadded: true) }
    var lines: [String] = []
    var rest = Substring(String(decoding: text, as: UTF8.self))
    while !rest.isEmpty {
      let line = rest.prefix(92)
      rest = rest.dropFirst(92)
      lines.append(rest.isEmpty ? String(line) : "\(line)\\")
    }
    return lines.isEmpty ? [""] : lines
  }
}
