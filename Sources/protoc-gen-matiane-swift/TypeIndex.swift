import Protobuf

/// Every message and enum of the request, by full protobuf name.
struct TypeIndex {
  /// A message or an enum.
  struct Entry {
    /// The names of the Swift types around it and its own, outermost first.
    let path: [String]
    /// The module it lives in; empty for the one being generated when that has no name.
    let module: String
    /// Whether its file says `syntax = "proto3"`.
    let isProto3: Bool
    /// The message, unless it is an enum.
    let message: DescriptorProto?
    /// The enum, unless it is a message.
    let enumeration: EnumDescriptorProto?

    /// The name in Swift, from the outermost type on.
    var name: String { path.joined(separator: ".") }
  }

  private struct Origin {
    let module: String
    let isProto3: Bool
  }

  private(set) var entries: [String: Entry] = [:]
  private var recursive: Set<String> = []
  /// The modules that have a type of a name outside all types.
  private var modules: [String: Set<String>] = [:]

  init(_ request: CodeGeneratorRequest, _ parameters: Parameters) {
    for file in request.protoFile {
      let scope = file.package.map { ".\($0)" } ?? ""
      let prefix = parameters.ownFiles.contains(file.name ?? "") ? parameters.typePrefix : ""
      let origin = Origin(
        module: parameters.module(ofFile: file.name ?? ""), isProto3: file.syntax == "proto3")
      for message in file.messageType { add(message, scope, [], prefix, origin) }
      for enumeration in file.enumType { add(enumeration, scope, [], prefix, origin) }
    }
    recursive = Recursion(entries).names
    for entry in entries.values { modules[entry.path[0], default: []].insert(entry.module) }
  }

  /// The full names of two types outside all types, of files that are generated together, that have one name in Swift, and that name.
  func firstClash(in files: [String], _ all: [FileDescriptorProto]) -> (String, String, String)? {
    var known: [String: String] = [:]
    for file in all where files.contains(file.name ?? "") {
      let scope = file.package.map { ".\($0)" } ?? ""
      let names = file.messageType.map { $0.name ?? "" } + file.enumType.map { $0.name ?? "" }
      for fullName in names.map({ "\(scope).\($0)" }) {
        guard let name = entries[fullName]?.path[0] else { continue }
        if let other = known.updateValue(fullName, forKey: name) {
          return (String(other.dropFirst()), String(fullName.dropFirst()), name)
        }
      }
    }
    return nil
  }

  subscript(fullName: String?) -> Entry? { entries[fullName ?? ""] }

  /// Whether values of the message would contain themselves if sub-messages were stored inline.
  func isRecursive(_ fullName: String) -> Bool { recursive.contains(fullName) }

  /// Whether the message's file says `syntax = "proto3"`.
  func isProto3(_ fullName: String) -> Bool { entries[fullName]?.isProto3 ?? false }

  /// Whether any type has this simple name.
  func hasType(named name: String) -> Bool { entries.values.contains { $0.path.last == name } }

  /// A reference to a type from within another; with its module where an enclosing type, or a type of another module, has the name.
  func reference(to fullName: String?, from scope: String) -> String {
    guard let entry = self[fullName] else { return "" }
    let isAmbiguous = modules[entry.path[0]].map { $0.count > 1 } ?? false
    if isAmbiguous, !entry.module.isEmpty { return "\(entry.module).\(entry.name)" }
    var enclosing = scope
    while let message = entries[enclosing] {
      let hides = entries.contains {
        $0.key.hasPrefix("\(enclosing).") && $0.value.path.count == message.path.count + 1
          && $0.value.path.last == entry.path[0]
      }
      if hides, !entry.module.isEmpty { return "\(entry.module).\(entry.name)" }
      enclosing = String(enclosing[..<(enclosing.lastIndex(of: ".") ?? enclosing.startIndex)])
    }
    return entry.name
  }

  private mutating func add(
    _ message: DescriptorProto, _ scope: String, _ outer: [String], _ prefix: String, _ origin: Origin
  ) {
    let fullName = "\(scope).\(message.name ?? "")"
    let path = outer + [prefix + SwiftName.type(message.name ?? "", suffix: "Message")]
    entries[fullName] = Entry(
      path: path, module: origin.module, isProto3: origin.isProto3, message: message, enumeration: nil)
    for nested in message.nestedType { add(nested, fullName, path, "", origin) }
    for nested in message.enumType { add(nested, fullName, path, "", origin) }
  }

  private mutating func add(
    _ enumeration: EnumDescriptorProto, _ scope: String, _ outer: [String], _ prefix: String, _ origin: Origin
  ) {
    let path = outer + [prefix + SwiftName.type(enumeration.name ?? "", suffix: "Enum")]
    entries["\(scope).\(enumeration.name ?? "")"] = Entry(
      path: path, module: origin.module, isProto3: origin.isProto3, message: nil, enumeration: enumeration)
  }
}
