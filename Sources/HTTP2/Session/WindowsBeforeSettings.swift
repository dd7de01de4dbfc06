import CNghttp2

/// What the peer's windows were before its SETTINGS frame that is being read.
struct WindowsBeforeSettings {
  /// SETTINGS_INITIAL_WINDOW_SIZE.
  var initial = 65_535
  /// That of the open stream that we may send most on.
  var widest = 0
}

extension Session {
  /// Looks at the windows before a SETTINGS frame changes them.
  ///
  /// - Complexity: O(open streams); SETTINGS are rare, and bounded as control frames.
  func noteWindows() {
    windows.initial = Int(nghttp2_session_get_remote_settings(handle, NGHTTP2_SETTINGS_INITIAL_WINDOW_SIZE))
    windows.widest = 0
    var next = firstOpen
    while let stream = next {
      stream._withUnsafeGuaranteedRef {
        windows.widest = max(
          windows.widest, Int(nghttp2_session_get_stream_remote_window_size(handle, $0.id)))
        next = $0.next
      }
    }
  }

  /// Whether SETTINGS have left every window below 2^31; one above ends the connection (RFC 9113 §6.9.2), where
  /// libnghttp2 would end the streams.
  func permitsWindowChange() -> Bool {
    let initial = Int(nghttp2_session_get_remote_settings(handle, NGHTTP2_SETTINGS_INITIAL_WINDOW_SIZE))
    guard windows.widest + initial - windows.initial > Int(Int32.max) else { return true }
    fail(with: .flowControlError, "SETTINGS_INITIAL_WINDOW_SIZE makes a stream's window too large")
    return false
  }
}
