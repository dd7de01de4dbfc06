import HTTP2

/// The headers of a response whose only metadata is a number that many responses share, such as a revision.
///
/// A connection keeps the last ones, so that metadata which is the same from call to call is not laid out for each.
final class NumberHeaders {
  let name: StaticString
  let value: UInt64
  private let fields: PreparedHeaderFields

  /// - Parameter isUnique: whether the number stays out of the connection's compression table.
  init(_ name: StaticString, _ value: UInt64, isUnique: Bool = false) {
    self.name = name
    self.value = value
    var number = HeaderFields()
    number.append(name.description, String(value), isSensitive: isUnique)
    fields = PreparedHeaderFields(ResponseHeaders.plain, number)
  }

  /// Whether these are the headers of a number; constants of one place in the source are compared, not their letters.
  func holds(_ name: StaticString, _ value: UInt64) -> Bool {
    value == self.value && name.utf8Start == self.name.utf8Start
  }

  /// Sends them as the headers of a response without other metadata.
  func send(on stream: borrowing HTTP2.Stream) { stream.sendHeaders(fields) }

  /// The same as metadata, for responses that have more of it.
  var metadata: Metadata {
    var metadata = Metadata()
    metadata.appendUnchecked(name: name.description, value: .text(String(value)))
    return metadata
  }
}
