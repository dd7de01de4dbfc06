import Protobuf

/// One field as it is to be generated.
struct FieldPlan {
  /// How the field's values are spelled in Swift and by which accessors of the runtime they pass.
  struct Scalar {
    /// The case of `FieldType`, as source text.
    let type: String
    /// The Swift type of one value.
    let swift: String
    /// The accessor of one value.
    let accessor: String
    /// The accessor of a repeated field.
    let repeatedAccessor: String
    /// The default, as source text; nil for a sub-message.
    let zero: String?
    /// Whether reading may throw.
    let readThrows: Bool
  }

  /// What holds the field.
  enum Storage {
    case implicit, optional, boxed, repeated
    case map(key: Scalar, value: Scalar)
    /// A case of the oneof's enum; recursive ones are indirect.
    case oneof(index: Int, isIndirect: Bool)
  }

  let proto: FieldDescriptorProto
  /// The position among the message's fields in the file.
  let index: Int
  /// The name of the property or enum case.
  let name: String
  let scalar: Scalar
  let storage: Storage
  /// The slot in the C struct.
  let slot: Int

  var number: Int32 { proto.number ?? 0 }
}

extension FieldPlan.Scalar {
  /// The spelling of a field's type, seen from within a message.
  ///
  /// - Throws: `PluginError` for a group.
  init(_ field: FieldDescriptorProto, in scope: String, _ types: TypeIndex) throws(PluginError) {
    switch field.type {
    case .double: self.init("double", "Double")
    case .float: self.init("float", "Float")
    case .int64: self.init("int64", "Int64")
    case .uint64: self.init("uint64", "UInt64")
    case .int32: self.init("int32", "Int32")
    case .fixed64: self.init("fixed64", "UInt64", accessor: "uint64")
    case .fixed32: self.init("fixed32", "UInt32", accessor: "uint32")
    case .uint32: self.init("uint32", "UInt32")
    case .sfixed32: self.init("sfixed32", "Int32", accessor: "int32")
    case .sfixed64: self.init("sfixed64", "Int64", accessor: "int64")
    case .sint32: self.init("sint32", "Int32", accessor: "int32")
    case .sint64: self.init("sint64", "Int64", accessor: "int64")
    case .bool: self.init("bool", "Bool", zero: "false")
    case .string: self.init("string", "String", zero: "\"\"", readThrows: true)
    case .bytes: self.init("bytes", "[UInt8]", repeated: "byteArrays", zero: "[]")
    case .enum: self.init(enumeration: types.reference(to: field.typeName, from: scope), field, types)
    case .message: self.init(message: types.reference(to: field.typeName, from: scope))
    default: throw PluginError("\(scope.dropFirst()).\(field.name ?? ""): groups are not supported")
    }
  }

  private init(
    _ type: String, _ swift: String, accessor: String? = nil, repeated: String? = nil, zero: String = "0",
    readThrows: Bool = false
  ) {
    self.init(
      type: ".\(type)", swift: swift, accessor: accessor ?? type,
      repeatedAccessor: repeated ?? "\(accessor ?? type)s", zero: zero, readThrows: readThrows)
  }

  private init(enumeration name: String, _ field: FieldDescriptorProto, _ types: TypeIndex) {
    let first = types[field.typeName]?.enumeration.flatMap { EnumPlan($0).cases.first?.name }
    self.init(
      type: ".enumeration(\(name).self)", swift: name, accessor: "enumeration",
      repeatedAccessor: "enumerations",
      zero: ".\(first ?? "init()")", readThrows: false)
  }

  private init(message name: String) {
    self.init(
      type: ".message(\(name).self)", swift: name, accessor: "message", repeatedAccessor: "messages",
      zero: nil,
      readThrows: true)
  }
}
