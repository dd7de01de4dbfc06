import Protobuf

/// A message as it is to be generated: its fields with their slots, and its oneofs.
struct MessagePlan {
  /// A oneof with its members.
  struct Oneof {
    let proto: OneofDescriptorProto
    let index: Int
    /// The property.
    let name: String
    /// The enum.
    let type: String
    let slot: Int
    let members: [FieldPlan]
  }

  /// A property, in the order of the C struct's slots.
  enum Property {
    case field(FieldPlan)
    case oneof(Oneof)
  }

  private(set) var properties: [Property] = []

  /// - Throws: `PluginError` for what the language has and this plugin does not support.
  init(_ message: DescriptorProto, _ fullName: String, _ types: TypeIndex) throws(PluginError) {
    var names = NameSet(used: types.nestedTypes(of: fullName))
    var placed: Set<Int32> = []
    for (index, field) in message.field.enumerated() {
      guard let oneof = MessagePlan.realOneof(field) else {
        properties.append(
          .field(try FieldPlan(field, index, &names, properties.count, fullName, message, types)))
        continue
      }
      guard placed.insert(oneof).inserted else { continue }
      properties.append(.oneof(try Oneof(oneof, &names, properties.count, fullName, message, types)))
    }
  }

  /// The oneof of a member; none for proto3 `optional`, whose oneof is only formal.
  static func realOneof(_ field: FieldDescriptorProto) -> Int32? {
    field.proto3Optional == true ? nil : field.oneofIndex
  }
}

/// Names given so far in one scope; a name that would occur twice gets the field's number.
struct NameSet {
  private var used: Set<String> = []

  /// - Parameter used: names that are taken from the start.
  init(used: Set<String> = []) { self.used = used }

  /// Takes a name as it is, with underscores where it is taken.
  mutating func addType(_ name: String) -> String {
    var result = name
    while !used.insert(result).inserted { result += "_" }
    return result
  }

  /// - Parameter spell: how a name is made one that Swift takes.
  mutating func add(
    _ protoName: String, _ number: Int32, _ spell: (String) -> String = SwiftName.member
  ) -> String {
    let name = spell(SwiftName.lowerCamel(protoName))
    if used.insert(name).inserted { return name }
    let other = "\(name.filter { $0 != "`" })_\(number)"
    return addType(other)
  }
}

extension MessagePlan.Oneof {
  fileprivate init(
    _ number: Int32, _ names: inout NameSet, _ slot: Int, _ fullName: String, _ message: DescriptorProto,
    _ types: TypeIndex
  ) throws(PluginError) {
    let index = Int(number)
    guard message.oneofDecl.indices.contains(index) else {
      throw PluginError(
        "\(fullName.dropFirst()): expected a oneof that is declared, found a field in oneof \(index)")
    }
    proto = message.oneofDecl[index]
    self.index = index
    self.slot = slot
    let protoName = proto.name ?? ""
    name = names.add(protoName, number)
    let type = SwiftName.type(SwiftName.upperCamel(protoName), suffix: "Choice")
    self.type = names.addType(types.hasType(named: type) ? "\(type)Choice" : type)
    var cases = NameSet()
    var members: [FieldPlan] = []
    for (position, field) in message.field.enumerated() where MessagePlan.realOneof(field) == number {
      let isIndirect = field.type == .message && types.isRecursive(field.typeName ?? "")
      members.append(
        FieldPlan(
          proto: field, index: position,
          name: cases.add(field.name ?? "", field.number ?? 0, SwiftName.oneofCase),
          scalar: try FieldPlan.Scalar(field, in: fullName, types),
          storage: .oneof(index: index, isIndirect: isIndirect), slot: slot))
    }
    self.members = members
  }
}

extension FieldPlan {
  fileprivate init(
    _ field: FieldDescriptorProto, _ index: Int, _ names: inout NameSet, _ slot: Int, _ fullName: String,
    _ message: DescriptorProto, _ types: TypeIndex
  ) throws(PluginError) {
    self.init(
      proto: field, index: index, name: names.add(field.name ?? "", field.number ?? 0),
      scalar: try Scalar(field, in: fullName, types),
      storage: try FieldPlan.storage(field, fullName, message, types),
      slot: slot)
  }

  private static func storage(
    _ field: FieldDescriptorProto, _ fullName: String, _ message: DescriptorProto, _ types: TypeIndex
  ) throws(PluginError) -> Storage {
    let isMessage = field.type == .message
    if field.label == .repeated {
      guard isMessage, let entry = types[field.typeName]?.message, entry.options?.mapEntry == true else {
        return .repeated
      }
      guard entry.field.count == 2 else {
        throw PluginError(
          "\(fullName.dropFirst()).\(field.name ?? ""): expected a key and a value in the entries of a map, found "
            + "\(entry.field.count) fields")
      }
      return .map(
        key: try Scalar(entry.field[0], in: fullName, types),
        value: try Scalar(entry.field[1], in: fullName, types))
    }
    if isMessage {
      return types.isRecursive(field.typeName ?? "") && types.isRecursive(fullName) ? .boxed : .optional
    }
    let isProto2 = field.label == .required || !types.isProto3(fullName)
    return field.proto3Optional == true || isProto2 ? .optional : .implicit
  }
}
