/// An optional sub-message kept on the heap, for a message type that contains itself.
///
/// It behaves as the plain optional: a value, copied when it is written.
@propertyWrapper
public struct Boxed<Value: Message>: Sendable, Hashable {
  @usableFromInline
  indirect enum Storage: Sendable, Hashable {
    case none
    case some(Value)
  }

  @usableFromInline var storage: Storage

  /// Wraps a value, or its absence.
  @inlinable
  public init(wrappedValue: Value?) {
    storage = wrappedValue.map(Storage.some) ?? .none
  }

  /// The sub-message, or nil.
  @inlinable
  public var wrappedValue: Value? {
    get {
      guard case .some(let value) = storage else { return nil }
      return value
    }
    set { storage = newValue.map(Storage.some) ?? .none }
  }
}
