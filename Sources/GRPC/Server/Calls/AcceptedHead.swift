import HTTP2

/// What the headers of a gRPC request come to, read once for all requests of a connection that repeat them.
final class AcceptedHead {
  /// That of the header list; the same for no other.
  let serial: UInt64
  let route: Unmanaged<Route>
  /// How the request's messages are compressed, where they are.
  let requestEncoding: MessageEncoding
  /// What the client reads, as it said; `identity` goes without saying.
  let acceptedEncodings: [MessageEncoding]
  /// The one of them that responses are compressed with unless the handler chooses another; nil for none.
  let preferredEncoding: MessageEncoding?
  let metadata: RequestMetadata
  let timeout: Duration?

  /// Reads the headers of a request for a known method.
  ///
  /// - Throws: `UNIMPLEMENTED` for an encoding that is not supported, `INTERNAL` for a malformed time-out and for a `-bin`
  ///   value that is no base64.
  init(_ head: RequestHead, _ headers: HeaderBlock, _ route: Unmanaged<Route>) throws(RPCError) {
    serial = headers.serial
    self.route = route
    acceptedEncodings = head.acceptedEncodings
    preferredEncoding = [.gzip, .deflate].first(where: acceptedEncodings.contains)
    requestEncoding = try head.encoding.map(Self.known) ?? .identity
    metadata = head.metadataBytes > 0 ? RequestMetadata(headers, head) : RequestMetadata()
    if head.hasBinaryMetadata { _ = try metadata.decoded() }
    timeout = try head.timeout.map(Self.duration)
  }

  private static func duration(_ text: UnsafeRawBufferPointer) throws(RPCError) -> Duration {
    if let timeout = Timeout.decode(text) { return timeout }
    throw RPCError(.internal, "grpc-timeout \(String(decoding: text, as: UTF8.self)) is malformed")
  }

  private static func known(_ encoding: UnsafeRawBufferPointer) throws(RPCError) -> MessageEncoding {
    if let known = MessageEncoding(header: encoding) { return known }
    let name = String(decoding: encoding, as: UTF8.self)
    var error = RPCError(.unimplemented, "grpc-encoding \(name) is not supported")
    error.metadata.appendUnchecked(name: "grpc-accept-encoding", value: .text(MessageEncoding.accepted))
    throw error
  }
}
