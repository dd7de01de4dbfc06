extension AnyMessage {
  /// Packs a message; its type URL is `type.googleapis.com/` and the full name.
  public init(packing message: some Message) {
    self.init()
    typeUrl = "type.googleapis.com/\(Swift.type(of: message).descriptor.name)"
    value = message.serialized()
  }

  /// The full name of the type packed: what stands after the last slash of the URL.
  public var typeName: Substring {
    typeUrl.lastIndex(of: "/").map { typeUrl[typeUrl.index(after: $0)...] } ?? typeUrl[...]
  }

  /// Whether a message of this type is packed.
  public func holds<M: Message>(_ type: M.Type) -> Bool { typeName == M.descriptor.name }

  /// The message packed.
  ///
  /// - Throws: `DecodingError` when it is of another type or its bytes are damaged.
  public func unpack<M: Message>(as type: M.Type = M.self) throws(DecodingError) -> M {
    guard holds(type) else {
      throw DecodingError(.wrongType, "expected an Any of \(M.descriptor.name), found '\(typeUrl)'")
    }
    return try M(serialized: value)
  }

  /// The message packed, of whatever type the program knows.
  ///
  /// - Throws: `DecodingError` when the type is not in `TypeRegistry.shared` or the bytes are damaged.
  public func unpackKnown() throws(DecodingError) -> any Message {
    guard let type = TypeRegistry.shared.message(named: String(typeName)) else {
      throw DecodingError(.wrongType, "the type \"\(typeUrl)\" is not known")
    }
    return try type.init(serialized: value)
  }
}
