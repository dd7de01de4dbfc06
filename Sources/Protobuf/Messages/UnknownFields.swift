/// Fields that a message type does not know, in their encoded form and the order they came in.
public struct UnknownFields: Sendable, Hashable {
  /// Tags and values, exactly as they stood on the wire.
  public var encoded: [UInt8]

  /// No fields at all.
  @inlinable
  public init() { encoded = [] }

  /// Fields that are already encoded; the bytes must be a sequence of complete fields.
  @inlinable
  public init(encoded: [UInt8]) { self.encoded = encoded }

  /// Whether there are none.
  @inlinable
  public var isEmpty: Bool { encoded.isEmpty }
}
