/// An error code carried by RST_STREAM and GOAWAY (RFC 9113 §7).
public struct HTTP2ErrorCode: RawRepresentable, Hashable, Sendable {
  /// The 32 bits on the wire; values without a name here are legal and mean INTERNAL_ERROR to us.
  public let rawValue: UInt32

  /// Wraps a code as it came from the wire.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Graceful: nothing went wrong.
  public static let noError = HTTP2ErrorCode(rawValue: 0x0)
  /// The peer broke the protocol in a way that has no code of its own.
  public static let protocolError = HTTP2ErrorCode(rawValue: 0x1)
  /// The sender of the code failed by itself.
  public static let internalError = HTTP2ErrorCode(rawValue: 0x2)
  /// A flow-control window was exceeded.
  public static let flowControlError = HTTP2ErrorCode(rawValue: 0x3)
  /// SETTINGS were not acknowledged in time.
  public static let settingsTimeout = HTTP2ErrorCode(rawValue: 0x4)
  /// A frame came for a stream that was already half-closed.
  public static let streamClosed = HTTP2ErrorCode(rawValue: 0x5)
  /// A frame had an impossible size.
  public static let frameSizeError = HTTP2ErrorCode(rawValue: 0x6)
  /// The stream was refused before any processing; it is safe to try again.
  public static let refusedStream = HTTP2ErrorCode(rawValue: 0x7)
  /// The stream is no longer needed.
  public static let cancel = HTTP2ErrorCode(rawValue: 0x8)
  /// The header compression state is lost.
  public static let compressionError = HTTP2ErrorCode(rawValue: 0x9)
  /// The connection behind a CONNECT request failed.
  public static let connectError = HTTP2ErrorCode(rawValue: 0xa)
  /// The peer makes more work than it may.
  public static let enhanceYourCalm = HTTP2ErrorCode(rawValue: 0xb)
  /// The transport is not secure enough.
  public static let inadequateSecurity = HTTP2ErrorCode(rawValue: 0xc)
  /// The resource needs HTTP/1.1.
  public static let http11Required = HTTP2ErrorCode(rawValue: 0xd)
}

extension HTTP2ErrorCode: CustomStringConvertible {
  private static let names = [
    "NO_ERROR", "PROTOCOL_ERROR", "INTERNAL_ERROR", "FLOW_CONTROL_ERROR", "SETTINGS_TIMEOUT",
    "STREAM_CLOSED", "FRAME_SIZE_ERROR", "REFUSED_STREAM", "CANCEL", "COMPRESSION_ERROR",
    "CONNECT_ERROR", "ENHANCE_YOUR_CALM", "INADEQUATE_SECURITY", "HTTP_1_1_REQUIRED",
  ]

  /// The name that RFC 9113 gives the code, or its number.
  public var description: String {
    rawValue < UInt32(Self.names.count) ? Self.names[Int(rawValue)] : "HTTP/2 error \(rawValue)"
  }
}
