/// What a server says about another attempt (`grpc-retry-pushback-ms`).
///
/// Source: gRFC A6, "Pushback".
enum Pushback: Equatable {
  /// Another attempt may follow after exactly this time.
  case after(Duration)
  /// No other attempt is welcome.
  case never

  /// Reads the value of the field: anything but a number of milliseconds means never.
  init(header value: UnsafeRawBufferPointer) {
    var milliseconds = 0
    self = .never
    guard !value.isEmpty, value.count <= 10 else { return }
    for byte in value {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return }
      milliseconds = milliseconds * 10 + Int(byte - UInt8(ascii: "0"))
    }
    if milliseconds <= Int(Int32.max) { self = .after(.milliseconds(milliseconds)) }
  }
}

extension Pushback {
  /// What the trailers of a failed attempt say; `nil` where they say nothing.
  init?(_ trailers: Metadata) {
    guard var text = trailers["grpc-retry-pushback-ms"] else { return nil }
    self = text.withUTF8 { Pushback(header: UnsafeRawBufferPointer($0)) }
  }
}
