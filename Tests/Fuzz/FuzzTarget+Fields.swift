@testable import GRPC

extension FuzzTarget {
  /// The first byte says how much of the rest is the name; what is behind it is the value.
  func takeAsFields(_ bytes: UnsafeRawBufferPointer) {
    guard let first = bytes.first else { return }
    let name = UnsafeRawBufferPointer(rebasing: bytes.dropFirst().prefix(Int(first)))
    let value = UnsafeRawBufferPointer(rebasing: bytes.dropFirst(1 + name.count))
    var metadata = Metadata()
    try? metadata.appendReceived(name: name, value: value)
    let binary = Array("x-bin".utf8)
    binary.withUnsafeBytes { try? metadata.appendReceived(name: $0, value: value) }

    let text = PercentEncoding.decode(value)
    let again = Array(PercentEncoding.encode(text).utf8)
    again.withUnsafeBytes { precondition(PercentEncoding.decode($0) == text, "another text came back") }

    if let timeout = Timeout.decode(value) {
      let encoded = Array(Timeout.encode(timeout).utf8)
      let decoded = encoded.withUnsafeBytes { Timeout.decode($0) }
      precondition(decoded == timeout || timeout <= .zero, "another timeout came back")
    }
  }
}
