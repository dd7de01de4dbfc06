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
    /// What the names of types begin with that its file gives others where their own are hidden.
    let aliasPrefix: String
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
    let aliasPrefix: String
  }

  private(set) var entries: [String: Entry] = [:]
  private var recursive: Set<String> = []
  /// The modules that have a type of a name outside all types.
  private(set) var modules: [String: Set<String>] = [:]
  /// The names in Swift of the types right inside a message.
  private var nested: [String: Set<String>] = [:]
  /// The types that are made of services.
  private var serviceTypes: Set<String> = []

  init(_ request: CodeGeneratorRequest, _ parameters: Parameters) {
    var declared: [String: Set<String>] = [:]
    for file in request.protoFile {
      declared[parameters.module(ofFile: file.name ?? ""), default: []]
        .formUnion(TypeIndex.names(file.messageType, file.enumType))
    }
    for file in request.protoFile {
      let scope = file.package.map { ".\($0)" } ?? ""
      let path = file.name ?? ""
      let prefix = parameters.ownFiles.contains(path) ? parameters.typePrefix : ""
      let origin = Origin(
        module: parameters.module(ofFile: path), isProto3: file.syntax == "proto3",
        aliasPrefix: SwiftName.upperCamel(FileContext.constant(path).filter { $0 != "`" }))
      let beside = declared[origin.module] ?? []
      for message in file.messageType { add(message, scope, [], prefix, beside, origin) }
      for enumeration in file.enumType { add(enumeration, scope, [], prefix, beside, origin) }
    }
    recursive = Recursion(entries).names
    for entry in entries.values { modules[entry.path[0], default: []].insert(entry.module) }
    guard parameters.services != .none else { return }
    for file in request.protoFile where parameters.ownFiles.contains(file.name ?? "") {
      for service in file.service {
        serviceTypes.formUnion(TypeIndex.types(ofService: serviceName(service.name ?? "", parameters)))
      }
    }
  }

  /// What the names of a service's types begin with: its own name, unless one of them would be a message's or an enum's.
  func serviceName(_ name: String, _ parameters: Parameters) -> String {
    var result = parameters.typePrefix + name
    while TypeIndex.types(ofService: result).contains(where: {
      modules[$0]?.contains(parameters.module) == true
    }) {
      result += "Service"
    }
    return result
  }

  private static func types(ofService name: String) -> [String] {
    ["\(name)Methods", "\(name)Server", "Unimplemented\(name)Server", "\(name)Client"]
  }

  private static func names(_ messages: [DescriptorProto], _ enums: [EnumDescriptorProto]) -> Set<String> {
    Set(messages.map { $0.name ?? "" } + enums.map { $0.name ?? "" })
  }

  /// The full names of two types outside all types, or of two services, that are generated together and have one name in Swift, and
  /// that name.
  func firstClash(_ all: [FileDescriptorProto], _ parameters: Parameters) -> (String, String, String)? {
    var known: [String: String] = [:]
    for file in all where parameters.ownFiles.contains(file.name ?? "") {
      let scope = file.package.map { ".\($0)" } ?? ""
      let types = file.messageType.map { $0.name ?? "" } + file.enumType.map { $0.name ?? "" }
      var names = types.map { ("\(scope).\($0)", entries["\(scope).\($0)"]?.path[0] ?? $0) }
      for name in file.service.map({ $0.name ?? "" }) where parameters.services != .none {
        names.append(("\(scope).\(name)", "\(serviceName(name, parameters))Client"))
      }
      for (fullName, name) in names {
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

  /// Whether any type, of a service ones among them, has this simple name.
  func hasType(named name: String) -> Bool {
    serviceTypes.contains(name) || entries.values.contains { $0.path.last == name }
  }

  /// The names in Swift of the types right inside a message.
  func nestedTypes(of fullName: String) -> Set<String> { nested[fullName] ?? [] }

  private mutating func add(
    _ message: DescriptorProto, _ scope: String, _ outer: [String], _ prefix: String, _ beside: Set<String>,
    _ origin: Origin
  ) {
    let fullName = "\(scope).\(message.name ?? "")"
    let name = prefix + SwiftName.type(message.name ?? "", suffix: "Message", beside: beside)
    let path = outer + [name]
    entries[fullName] = Entry(
      path: path, module: origin.module, isProto3: origin.isProto3, aliasPrefix: origin.aliasPrefix,
      message: message, enumeration: nil)
    if message.options?.mapEntry != true { nested[scope, default: []].insert(name) }
    let inside = TypeIndex.names(message.nestedType, message.enumType)
    for nested in message.nestedType { add(nested, fullName, path, "", inside, origin) }
    for nested in message.enumType { add(nested, fullName, path, "", inside, origin) }
  }

  private mutating func add(
    _ enumeration: EnumDescriptorProto, _ scope: String, _ outer: [String], _ prefix: String,
    _ beside: Set<String>, _ origin: Origin
  ) {
    let name = prefix + SwiftName.type(enumeration.name ?? "", suffix: "Enum", beside: beside)
    entries["\(scope).\(enumeration.name ?? "")"] = Entry(
      path: outer + [name], module: origin.module, isProto3: origin.isProto3, aliasPrefix: origin.aliasPrefix,
      message: nil, enumeration: enumeration)
    nested[scope, default: []].insert(name)
  }
}
