import Protobuf

/// How a type is named where it is used.
extension TypeIndex {
  /// A type under a second name, which nothing hides.
  struct Alias: Hashable, Comparable {
    let name: String
    let type: String

    static func < (a: Alias, b: Alias) -> Bool { a.name < b.name }
  }

  /// A reference to a type from within another: with its module where another module has a type of the name, or where it is of
  /// another module and hidden; by an alias where an enclosing message hides it by a type or a field of the name.
  func reference(to fullName: String?, from scope: String) -> String {
    guard let entry = self[fullName] else { return "" }
    if let alias = alias(of: entry, from: scope) {
      return ([alias.name] + entry.path.dropFirst()).joined(separator: ".")
    }
    let isAmbiguous = modules[entry.path[0]].map { $0.count > 1 } ?? false
    let isHiddenForeign = isForeign(entry, to: scope) && isHidden(entry.path[0], from: scope)
    return (isAmbiguous || isHiddenForeign) && !entry.module.isEmpty
      ? "\(entry.module).\(entry.name)" : entry.name
  }

  private func isForeign(_ entry: Entry, to scope: String) -> Bool {
    !entry.module.isEmpty && self[scope].map { $0.module != entry.module } ?? false
  }

  /// The aliases that the fields of a file's messages need, sorted.
  func aliases(of messages: [DescriptorProto], in scope: String) -> [Alias] {
    var found: Set<Alias> = []
    for message in messages { collect(message, "\(scope).\(message.name ?? "")", into: &found) }
    return found.sorted()
  }

  private func collect(_ message: DescriptorProto, _ fullName: String, into found: inout Set<Alias>) {
    let entries = message.nestedType.filter { $0.options?.mapEntry == true }
    for field in message.field + entries.flatMap(\.field) {
      guard let type = self[field.typeName], type.message?.options?.mapEntry != true else { continue }
      if let alias = alias(of: type, from: fullName) { found.insert(alias) }
    }
    for nested in message.nestedType where nested.options?.mapEntry != true {
      let name = "\(fullName).\(nested.name ?? "")"
      collect(nested, name, into: &found)
    }
  }

  /// The alias of a type's outermost one, if from within a message its name means something else.
  private func alias(of entry: Entry, from scope: String) -> Alias? {
    guard let user = self[scope], !isForeign(entry, to: scope), isHidden(entry.path[0], from: scope) else {
      return nil
    }
    let name = entry.path[0]
    var alias = user.aliasPrefix + name
    while hasType(named: alias) { alias += "_" }
    return Alias(name: alias, type: name)
  }

  private func isHidden(_ name: String, from scope: String) -> Bool {
    var enclosing = scope
    while let message = self[enclosing]?.message {
      if nestedTypes(of: enclosing).contains(name) || TypeIndex.properties(of: message).contains(name) {
        return true
      }
      enclosing = String(enclosing[..<(enclosing.lastIndex(of: ".") ?? enclosing.startIndex)])
    }
    return false
  }

  private static func properties(of message: DescriptorProto) -> Set<String> {
    let names = message.field.map { $0.name ?? "" } + message.oneofDecl.map { $0.name ?? "" }
    return Set(names.map(SwiftName.lowerCamel))
  }
}
