import Glibc

/// What libFuzzer feeds: one of the parsers of bytes that come from others. Whatever the bytes are, they come to an error or
/// to a value that keeps its promises; a crash, a trap or an endless loop is a finding.
enum FuzzTarget: String, CaseIterable {
  /// Bytes from the network into a server's HTTP/2 session.
  case http2
  /// The content of a call into messages, compressed or not.
  case framing
  /// Header fields into metadata, deadlines and status messages.
  case metadata
  /// Protobuf's binary encoding.
  case protobuf
  /// Protobuf's JSON.
  case json
  /// Queries and filters as users type them.
  case query

  /// The one that the variable MATIANE_FUZZ_TARGET names.
  static let chosen: FuzzTarget = {
    let name = getenv("MATIANE_FUZZ_TARGET").map { String(cString: $0) } ?? ""
    guard let target = FuzzTarget(rawValue: name) else {
      let names = allCases.map(\.rawValue).joined(separator: ", ")
      fatalError("MATIANE_FUZZ_TARGET: expected one of \(names), found '\(name)'")
    }
    return target
  }()

  /// Feeds some bytes.
  func take(_ bytes: UnsafeRawBufferPointer) {
    switch self {
    case .http2: takeAsSession(bytes)
    case .framing: takeAsCall(bytes)
    case .metadata: takeAsFields(bytes)
    case .protobuf: takeAsProtobuf(bytes)
    case .json: takeAsJSON(bytes)
    case .query: takeAsQuery(bytes)
    }
  }
}

/// libFuzzer's entry.
@_cdecl("LLVMFuzzerTestOneInput")
public func takeOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  FuzzTarget.chosen.take(UnsafeRawBufferPointer(start: data, count: count))
  return 0
}
