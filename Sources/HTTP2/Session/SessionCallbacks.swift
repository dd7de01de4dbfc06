import CNghttp2

/// The table of C callbacks, made once for all sessions; each recovers the session and calls one method.
struct SessionCallbacks: Sendable {
  static let shared = SessionCallbacks()

  // SAFETY: allocated and filled in `init`, only read afterwards, and alive as long as the process.
  nonisolated(unsafe) let pointer: OpaquePointer

  private init() {
    var table: OpaquePointer?
    precondition(nghttp2_session_callbacks_new(&table) == 0, "libnghttp2 is out of memory")
    pointer = table!
    setReceiving()
    setSending()
  }

  private func setReceiving() {
    nghttp2_session_callbacks_set_on_begin_frame_callback(pointer) { _, header, user in
      session(user) { $0.permits(header!.pointee) }
    }
    nghttp2_session_callbacks_set_on_begin_headers_callback(pointer) { _, frame, user in
      session(user) {
        $0.beginHeaderBlock(frame!.pointee.hd, frame!.pointee.headers.cat)
        return true
      }
    }
    nghttp2_session_callbacks_set_on_header_callback2(pointer) { _, _, name, value, _, user in
      session(user) { $0.receivedField(name!, value!) }
    }
    // An invalid field makes its message malformed (RFC 9113 §8.2.1); libnghttp2 alone would only drop the field.
    nghttp2_session_callbacks_set_on_invalid_header_callback(pointer) { _, _, _, _, _, _, _, _ in
      NGHTTP2_ERR_TEMPORAL_CALLBACK_FAILURE.rawValue
    }
    nghttp2_session_callbacks_set_on_data_chunk_recv_callback(pointer) { _, _, id, bytes, count, user in
      session(user) {
        $0.receivedContent(id, UnsafeRawBufferPointer(start: bytes, count: count))
        return $0.failure == nil
      }
    }
    nghttp2_session_callbacks_set_on_frame_recv_callback(pointer) { _, frame, user in
      session(user) { $0.received(frame!) && $0.failure == nil }
    }
    nghttp2_session_callbacks_set_on_stream_close_callback(pointer) { _, id, code, user in
      session(user) {
        if let stream = $0.openStream(id) { $0.finish(stream, HTTP2ErrorCode(rawValue: code)) }
        return true
      }
    }
  }

  private func setSending() {
    nghttp2_session_callbacks_set_send_data_callback(pointer) { _, _, header, count, source, user in
      let stream = Unmanaged<Stream>.fromOpaque(source!.pointee.ptr)
      return Unmanaged<Session>.fromOpaque(user!)._withUnsafeGuaranteedRef { session in
        stream._withUnsafeGuaranteedRef {
          session.writeData($0, frameHeader: header!, count: count)?.rawValue ?? 0
        }
      }
    }
    nghttp2_session_callbacks_set_on_frame_send_callback(pointer) { _, frame, user in
      session(user) {
        $0.sent(frame!)
        return true
      }
    }
  }

  /// The read callback of every stream's data provider; `source.ptr` is the stream.
  static let readData: nghttp2_data_source_read_callback = { _, _, _, limit, flags, source, user in
    let stream = Unmanaged<Stream>.fromOpaque(source!.pointee.ptr)
    return Unmanaged<Session>.fromOpaque(user!)._withUnsafeGuaranteedRef { session in
      stream._withUnsafeGuaranteedRef { session.prepareData($0, atMost: limit, flags: flags!) }
    }
  }
}

/// Recovers the session from the library's user data and turns false into a failed callback.
@inline(__always)
private func session(_ user: UnsafeMutableRawPointer?, _ body: (Session) -> Bool) -> Int32 {
  Unmanaged<Session>.fromOpaque(user!)._withUnsafeGuaranteedRef {
    body($0) ? 0 : NGHTTP2_ERR_CALLBACK_FAILURE.rawValue
  }
}
