import CNghttp2

/// The library that speaks HTTP/2.
public enum HTTP2Library {
  /// The version of libnghttp2 that is loaded, for example `1.52.0`.
  public static var version: String {
    guard let info = nghttp2_version(0) else { return "unknown" }
    return String(cString: info.pointee.version_str)
  }
}
