/// A type that may be the key of a map field.
public protocol MapKey: Hashable, Sendable {
  /// Whether this key is encoded before the other one; maps are encoded in the order of their keys.
  func isEncoded(before other: Self) -> Bool
}

extension MapKey where Self: Comparable {
  /// Whether this key is less than the other.
  @inlinable
  public func isEncoded(before other: Self) -> Bool { self < other }
}

extension Int32: MapKey {}
extension Int64: MapKey {}
extension UInt32: MapKey {}
extension UInt64: MapKey {}

extension Bool: MapKey {
  /// False stands before true.
  @inlinable
  public func isEncoded(before other: Bool) -> Bool { !self && other }
}

extension String: MapKey {
  /// Whether the UTF-8 of this key is less than that of the other.
  @inlinable
  public func isEncoded(before other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }
}
