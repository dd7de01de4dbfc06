import EventLoops
import HTTP2

/// The request header fields that all calls of a channel have in common.
struct RequestTemplate: Sendable {
  private let beforePath: HeaderFields
  private let userAgent: String

  /// Settles scheme, authority and user agent.
  init(isSecure: Bool, authority: String, userAgent: String?) {
    beforePath = HeaderFields([
      ":method": "POST", ":scheme": isSecure ? "https" : "http", ":authority": authority,
    ])
    self.userAgent = [userAgent, "matiane-swift/1"].compactMap(\.self).joined(separator: " ")
  }

  /// The header fields of one attempt of a call.
  func fields(for head: CallHead, now: MonotonicInstant, previousAttempts: Int) -> HeaderFields {
    var fields = beforePath
    fields.append(":path", head.method.path)
    fields.append("te", "trailers")
    fields.append("content-type", "application/grpc")
    fields.append("user-agent", userAgent)
    fields.append("grpc-accept-encoding", MessageEncoding.accepted)
    if head.encoding != .identity { fields.append("grpc-encoding", head.encoding.rawValue) }
    if let deadline = head.deadline {
      fields.append("grpc-timeout", Timeout.encode(now.duration(to: deadline)))
    }
    if previousAttempts > 0 {
      fields.append("grpc-previous-rpc-attempts", "\(previousAttempts)")
    }
    for entry in head.metadata { fields.append(entry.name, entry.fieldValue) }
    return fields
  }
}
