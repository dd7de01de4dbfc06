/// Lends what a property holds to `body` without counting a reference to it: it is taken out meanwhile, and put back.
///
/// `body` must not come to read the property, nor may anybody elsewhere.
@inline(__always) @discardableResult
func lend<Value, Result, Failure: Error>(
  _ place: inout Value?, to body: (Value) throws(Failure) -> Result
) throws(Failure) -> Result? {
  guard let value = place.take() else { return nil }
  defer { place = value }
  return try body(value)
}

extension Unmanaged<ServerCall> {
  /// Reads something of the call without counting a reference.
  @inline(__always)
  func read<Result>(_ body: (ServerCall) -> Result) -> Result { _withUnsafeGuaranteedRef(body) }
}
