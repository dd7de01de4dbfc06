extension StatusCode {
  /// The code for a response that carries an HTTP status but no `grpc-status`.
  ///
  /// Such a response comes from a proxy or a server that does not speak gRPC.
  /// Source: gRPC, "HTTP to gRPC Status Code Mapping".
  public init(httpStatus: Int) {
    switch httpStatus {
    case 400: self = .internal
    case 401: self = .unauthenticated
    case 403: self = .permissionDenied
    case 404: self = .unimplemented
    case 429, 502, 503, 504: self = .unavailable
    default: self = .unknown
    }
  }

  /// The code for a stream or connection that ended with an HTTP/2 error and no `grpc-status`.
  ///
  /// Source: gRPC over HTTP2, "HTTP2 Transport Mapping — Errors".
  public init(http2ErrorCode: UInt32) {
    switch http2ErrorCode {
    case 0x7: self = .unavailable  // REFUSED_STREAM: the peer has not looked at it
    case 0x8: self = .cancelled  // CANCEL
    case 0xb: self = .resourceExhausted  // ENHANCE_YOUR_CALM
    case 0xc: self = .permissionDenied  // INADEQUATE_SECURITY
    case 0x0...0xd: self = .internal
    default: self = .unknown
    }
  }
}
