import CNghttp2

extension Session {
  /// Streams beyond the advertised limit that are refused one by one before libnghttp2 ends the connection.
  private static let toleratedExcessStreams = 1024

  /// The largest header list that a client sends; libnghttp2 closes the stream of a larger one instead of sending it.
  ///
  /// Counted as `HeaderFields.listBytes`, which is more than libnghttp2 reckons for the same list.
  public static let maxSentHeaderListBytes = 256 * 1024

  static func makeHandle(_ role: Role, _ configuration: SessionConfiguration) -> OpaquePointer {
    var option: OpaquePointer?
    nghttp2_option_new(&option)
    defer { nghttp2_option_del(option) }
    nghttp2_option_set_no_auto_window_update(option, 1)
    // CONTINUATION frames and resets are counted by us, with a clock that is ours and a better error code.
    nghttp2_option_set_max_continuations(option, .max)
    nghttp2_option_set_stream_reset_rate_limit(option, UInt64(UInt32.max), UInt64(UInt32.max))
    // What makes a request malformed is checked by `RequestHeaderRules`, once for a list that repeats itself.
    if role == .server { nghttp2_option_set_no_http_messaging(option, 1) }
    // Common gRPC servers send a status message as it is, spaces at its ends and all; the answer is worth more than the rule.
    if role == .client { nghttp2_option_set_no_rfc9113_leading_and_trailing_ws_validation(option, 1) }
    // Its own limit is 64 KiB; how much a server takes is for the server to say.
    if role == .client { nghttp2_option_set_max_send_header_block_length(option, maxSentHeaderListBytes) }
    nghttp2_option_set_max_deflate_dynamic_table_size(option, configuration.headerTableBytes)
    var handle: OpaquePointer?
    let result =
      role == .server
      ? nghttp2_session_server_new3(
        &handle, SessionCallbacks.shared.pointer, nil, option, matiane_nghttp2_memory())
      : nghttp2_session_client_new3(
        &handle, SessionCallbacks.shared.pointer, nil, option, matiane_nghttp2_memory())
    precondition(result == 0, "libnghttp2 is out of memory")
    return handle!
  }

  func submitInitialSettings() {
    var settings = [
      entry(NGHTTP2_SETTINGS_INITIAL_WINDOW_SIZE, configuration.streamWindowBytes),
      entry(NGHTTP2_SETTINGS_MAX_HEADER_LIST_SIZE, configuration.maxHeaderListBytes),
      entry(NGHTTP2_SETTINGS_HEADER_TABLE_SIZE, configuration.headerTableBytes),
    ]
    switch role {
    case .server:
      // libnghttp2 ends the connection at the first stream above the limit that it knows; the peer is told a
      // lower one (see `advertiseStreamLimit`) and single streams above that are refused.
      let limit = configuration.maxConcurrentStreams + Self.toleratedExcessStreams
      settings.append(entry(NGHTTP2_SETTINGS_MAX_CONCURRENT_STREAMS, limit))
      settings.append(entry(NGHTTP2_SETTINGS_NO_RFC7540_PRIORITIES, 1))
    case .client:
      settings.append(entry(NGHTTP2_SETTINGS_ENABLE_PUSH, 0))
    }
    nghttp2_submit_settings(handle, UInt8(NGHTTP2_FLAG_NONE.rawValue), settings, settings.count)
    let window = Int32(clamping: configuration.connectionWindowBytes)
    nghttp2_session_set_local_window_size(handle, UInt8(NGHTTP2_FLAG_NONE.rawValue), 0, window)
  }

  private func entry(_ id: nghttp2_settings_id, _ value: Int) -> nghttp2_settings_entry {
    nghttp2_settings_entry(settings_id: Int32(id.rawValue), value: UInt32(clamping: value))
  }
}
