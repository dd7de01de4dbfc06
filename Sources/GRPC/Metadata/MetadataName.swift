/// The rules for names of metadata.
///
/// Source: gRPC over HTTP2, "Custom-Metadata"; RFC 9113 §8.2.2 for the names of the connection.
enum MetadataName {
  /// `name` in lower case.
  static func folded(_ name: String) -> String {
    name.utf8.contains { $0 >= 0x41 && $0 <= 0x5a } ? name.lowercased() : name
  }

  /// Whether values of this name are bytes.
  static func isBinary(_ name: String) -> Bool { name.hasSuffix("-bin") }

  /// `name` as it goes on the wire.
  ///
  /// - Throws: `INTERNAL` where it is malformed or belongs to gRPC or to HTTP.
  static func sendable(_ name: String) throws(RPCError) -> String {
    let folded = folded(name)
    guard !folded.isEmpty, folded.utf8.allSatisfy(isNameByte) else {
      throw RPCError(.internal, "metadata name \"\(name)\" must be of letters, digits, '_', '-', '.'")
    }
    guard !isReserved(folded) else {
      throw RPCError(.internal, "metadata name \(folded) is reserved for gRPC or HTTP")
    }
    return folded
  }

  /// Whether applications may neither set nor see this name.
  static func isReserved(_ name: String) -> Bool {
    if name.hasPrefix("grpc-") { return !openToApplications.contains(name) }
    return ofTheConnection.contains(name)
  }

  private static let openToApplications: Set<String> = [
    "grpc-retry-pushback-ms", "grpc-previous-rpc-attempts", "grpc-trace-bin", "grpc-tags-bin",
  ]

  private static let ofTheConnection: Set<String> = [
    "connection", "content-length", "content-type", "host", "keep-alive", "proxy-connection", "te",
    "transfer-encoding", "upgrade", "user-agent",
  ]

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
      true
    default: false
    }
  }
}
