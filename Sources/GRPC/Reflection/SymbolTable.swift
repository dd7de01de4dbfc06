import Protobuf

/// Which file declares what: every full name and every extension of a set of files.
struct SymbolTable: Sendable {
  /// The names by which other files refer to each file, with the file.
  private(set) var files: [String: FileDescriptor] = [:]

  private var symbols: [String: FileDescriptor] = [:]
  private var extensions: [String: [Int32: FileDescriptor]] = [:]

  /// Reads these files and all that they import.
  ///
  /// - Complexity: O(n) in the size of the files.
  init(files roots: [FileDescriptor]) {
    for file in roots { add(file) }
  }

  /// The file that declares a full name.
  func file(declaring symbol: String) -> FileDescriptor? {
    symbols[symbol.hasPrefix(".") ? String(symbol.dropFirst()) : symbol]
  }

  /// The file that declares the extension of a message by its number.
  func file(extending message: String, number: Int32) -> FileDescriptor? {
    extensions[message]?[number]
  }

  /// The numbers of every extension of a message, ascending, or `nil` where there is no such message.
  func extensionNumbers(of message: String) -> [Int32]? {
    if let numbers = extensions[message] { return numbers.keys.sorted() }
    return symbols[message] == nil ? nil : []
  }

  private mutating func add(_ file: FileDescriptor) {
    guard files[file.name] == nil else { return }
    files[file.name] = file
    for dependency in file.dependencies { add(dependency) }
    guard let proto = try? FileDescriptorProto(serialized: file.encoded) else { return }
    let scope = (proto.package ?? "").isEmpty ? "" : "\(proto.package ?? "")."
    for message in proto.messageType { add(message, scope, file) }
    for enumeration in proto.enumType { add(enumeration, scope, file) }
    for field in proto.extension { add(extension: field, scope, file) }
    for service in proto.service {
      let name = scope + (service.name ?? "")
      symbols[name] = file
      for method in service.method { symbols["\(name).\(method.name ?? "")"] = file }
    }
  }

  private mutating func add(_ message: DescriptorProto, _ scope: String, _ file: FileDescriptor) {
    let name = scope + (message.name ?? "")
    symbols[name] = file
    for field in message.field { symbols["\(name).\(field.name ?? "")"] = file }
    for oneof in message.oneofDecl { symbols["\(name).\(oneof.name ?? "")"] = file }
    for nested in message.nestedType { add(nested, "\(name).", file) }
    for enumeration in message.enumType { add(enumeration, "\(name).", file) }
    for field in message.extension { add(extension: field, "\(name).", file) }
  }

  /// The values of an enum are names beside it, not within it.
  private mutating func add(
    _ enumeration: EnumDescriptorProto, _ scope: String, _ file: FileDescriptor
  ) {
    symbols[scope + (enumeration.name ?? "")] = file
    for value in enumeration.value { symbols[scope + (value.name ?? "")] = file }
  }

  private mutating func add(
    extension field: FieldDescriptorProto, _ scope: String, _ file: FileDescriptor
  ) {
    symbols[scope + (field.name ?? "")] = file
    let extended = (field.extendee ?? "").drop { $0 == "." }
    extensions[String(extended), default: [:]][field.number ?? 0] = file
  }
}
