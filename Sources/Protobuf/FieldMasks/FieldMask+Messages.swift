extension FieldMask {
  /// A mask of these paths.
  public init(paths: [String]) {
    self.init()
    self.paths = paths
  }

  /// Whether a path names a field of a message type.
  ///
  /// A path is field names as in the `.proto` file, joined by dots; every name but the last must be that of a singular
  /// sub-message.
  /// - Complexity: O(fields) for each name.
  public static func isValid<M: Message>(_ path: String, for type: M.Type) -> Bool {
    var rest: Substring? = path[...]
    var descriptor: MessageDescriptor? = M.descriptor
    while let names = rest {
      let point = names.firstIndex(of: ".")
      guard let index = descriptor?.index(ofField: names[..<(point ?? names.endIndex)]) else { return false }
      descriptor = descriptor?.singularChild(index)
      rest = point.map { names[names.index(after: $0)...] }
    }
    return true
  }

  /// The top-level fields that a message holds: those present, not empty, and where there is no presence, not default.
  public static func setFields(of message: some Message) -> [String] {
    let scratch = Scratch()
    defer { scratch.end() }
    let copy = MessageStruct(message, in: scratch)
    return copy.descriptor.fields.indices.filter(copy.isPresent).map { copy.descriptor.fields[$0].name }
  }

  /// The message with nothing but the fields that the mask names; paths that name none are passed over.
  public func filter<M: Message>(_ message: M) -> M {
    let scratch = Scratch()
    defer { scratch.end() }
    let copy = MessageStruct(message, in: scratch)
    copy.keepOnly(FieldTree(paths))
    return copy.message()
  }

  /// Sets the fields that the mask names to what they are in another message: a field that is absent there becomes
  /// absent, a repeated field or map is replaced. Paths that name no field are passed over.
  public func merge<M: Message>(_ source: M, into destination: inout M) {
    let scratch = Scratch()
    defer { scratch.end() }
    let from = MessageStruct(source, in: scratch)
    let to = MessageStruct(destination, in: scratch)
    to.take(FieldTree(paths), from: from, in: scratch)
    destination = to.message()
  }
}

extension MessageDescriptor {
  /// The index of a field by its name in the `.proto` file.
  func index(ofField name: Substring) -> Int? { fields.firstIndex { $0.name == name } }

  /// The type of a field's sub-message, if it has one and only one.
  func singularChild(_ field: Int) -> MessageDescriptor? {
    guard case .message = fields[field].type, fields[field].cardinality == .explicit else { return nil }
    return child(field)
  }
}
