import HTTP2

/// The metadata that goes before the first response.
struct InitialMetadata {
  /// What was added first, if that was a number.
  private var number: NumberHeaders?
  private var entries = Metadata()

  /// All of it, in the order in which it was added.
  var metadata: Metadata { number?.metadata.joined(entries) ?? entries }

  /// Adds metadata.
  mutating func append(contentsOf metadata: Metadata) { entries.append(contentsOf: metadata) }

  /// Adds a number.
  mutating func append(_ number: NumberHeaders) {
    if self.number == nil, entries.isEmpty {
      self.number = number
    } else {
      append(contentsOf: number.metadata)
    }
  }

  /// Sends the headers of a response with this metadata; those of most responses are laid out already.
  func send(on stream: HTTP2.Stream, encoding: MessageEncoding) {
    guard encoding == .identity, entries.isEmpty else {
      return stream.sendHeaders(ResponseHeaders.initial(encoding: encoding, metadata))
    }
    if let number { stream.sendHeaders(number.fields) } else { stream.sendHeaders(ResponseHeaders.plain) }
  }
}
