import CNghttp2

/// What the library's callbacks come to; each returns false when the connection has to end.
extension Session {
  func received(_ frame: UnsafePointer<nghttp2_frame>) -> Bool {
    let header = frame.pointee.hd
    switch UInt32(header.type) {
    case NGHTTP2_DATA.rawValue:
      return receivedDataFrame(header, padding: frame.pointee.data.padlen)
    case NGHTTP2_HEADERS.rawValue:
      return receivedHeaderBlock(header, frame.pointee.headers.cat)
    case NGHTTP2_SETTINGS.rawValue where header.flags & UInt8(NGHTTP2_FLAG_ACK.rawValue) == 0:
      guard frame.pointee.settings.niv == 0 || permitsWindowChange() else { return false }
      delegate?.receivedSettings()
    case NGHTTP2_PING.rawValue where header.flags & UInt8(NGHTTP2_FLAG_ACK.rawValue) != 0:
      receivedPingAcknowledgement(frame.pointee.ping)
    case NGHTTP2_GOAWAY.rawValue:
      let goaway = frame.pointee.goaway
      delegate?.receivedGoAway(
        lastStreamID: goaway.last_stream_id, code: HTTP2ErrorCode(rawValue: goaway.error_code),
        debug: UnsafeRawBufferPointer(start: goaway.opaque_data, count: goaway.opaque_data_len))
    default:
      break
    }
    return true
  }

  /// The first header list of a message and what comes after its content are each compared with their like.
  func beginHeaderBlock(_ header: nghttp2_frame_hd, _ category: nghttp2_headers_category) {
    isDecodingTrailers = category == NGHTTP2_HCAT_HEADERS
    guard !isDecodingTrailers else { return decodingTrailers.begin() }
    // A block that the peer left empty is not one of references.
    if header.length == 0, lastRequest.isDecoded { decoding.repeatLast() } else { decoding.begin() }
  }

  /// Takes in a field; false when the connection has to end.
  @inline(__always)
  func receivedField(_ name: OpaquePointer, _ value: OpaquePointer) -> Bool {
    let isBearable =
      isDecodingTrailers
      ? decodingTrailers.append(name: name, value: value) : decoding.append(name: name, value: value)
    return isBearable || refuseExpansion()
  }

  /// The header list that has just been decoded.
  private var decodedBlock: HeaderBlock { isDecodingTrailers ? decodingTrailers.block : decoding.block }

  @inline(__always)
  func receivedContent(_ id: Int32, _ bytes: UnsafeRawBufferPointer) {
    guard let stream = openStream(id) else { return credit(bytes.count, on: id) }
    stream._withUnsafeGuaranteedRef {
      if $0.missingContent != nil, !admitContent(bytes.count, of: $0) { return credit(bytes.count, on: id) }
      $0.unconsumed += bytes.count
      $0.handler?.receivedData(bytes)
    }
  }

  /// Counts content against what the request announced; more than that makes it malformed (RFC 9113 §8.1.1).
  private func admitContent(_ count: Int, of stream: Stream) -> Bool {
    guard !stream.isMalformed, let missing = stream.missingContent, missing >= count else {
      if !stream.isMalformed { submitReset(stream.id, .protocolError) }
      stream.isMalformed = true
      return false
    }
    stream.missingContent = missing - count
    return true
  }

  func deliverHeaders(to stream: Stream, _ header: nghttp2_frame_hd) {
    let endStream = header.flags & UInt8(NGHTTP2_FLAG_END_STREAM.rawValue) != 0
    stream.receivedFinalHeaders = true
    stream.remoteEnded = endStream
    stream.handler?.receivedHeaders(decodedBlock, endStream: endStream)
    if endStream { stream.handler?.receivedEnd() }
  }

  private func receivedDataFrame(_ header: nghttp2_frame_hd, padding: Int) -> Bool {
    if header.flags & UInt8(NGHTTP2_FLAG_END_STREAM.rawValue) != 0 {
      openStream(header.stream_id)?._withUnsafeGuaranteedRef { receivedEnd(of: $0) }
      return true
    }
    // Padding counts in the frame's length, so nothing but padding is as empty as nothing.
    return padding == 0 || header.length > padding || permitsEmptyData()
  }

  private func receivedHeaderBlock(_ header: nghttp2_frame_hd, _ category: nghttp2_headers_category) -> Bool {
    // What comes to so much more than it says is no honest peer's either: updates of the table's size, again and again.
    let isOversized = headerBlockBytes > 2 * configuration.maxHeaderListBytes || decodedBlock.isTruncated
    if isOversized, !permitsOversizedHeaders() { return false }
    if category == NGHTTP2_HCAT_REQUEST {
      if !isOversized { lastRequest.decoded(requestOf: header.stream_id) }
      return acceptStream(header)
    }
    guard let stream = openStream(header.stream_id) else { return true }
    return stream._withUnsafeGuaranteedRef {
      guard !$0.receivedFinalHeaders else {
        receivedTrailers(of: $0, header)
        return true
      }
      if isInformational(decodedBlock) { return permitsInterimResponse() }
      deliverHeaders(to: $0, header)
      return true
    }
  }

  private func receivedTrailers(of stream: Stream, _ header: nghttp2_frame_hd) {
    let isEnd = header.flags & UInt8(NGHTTP2_FLAG_END_STREAM.rawValue) != 0
    guard role == .client || (isEnd && RequestHeaderRules.admitTrailers(decodedBlock)) else {
      return submitReset(stream.id, .protocolError)
    }
    if (stream.missingContent ?? 0) == 0 { stream.handler?.receivedTrailers(decodedBlock) }
    receivedEnd(of: stream)
  }

  /// The peer's side of a stream is over; less content than it announced makes it malformed (RFC 9113 §8.1.1).
  private func receivedEnd(of stream: Stream) {
    stream.remoteEnded = true
    guard (stream.missingContent ?? 0) == 0 else { return submitReset(stream.id, .protocolError) }
    stream.handler?.receivedEnd()
  }

  /// Whether a response is an interim one (1xx), which gRPC and most users ignore.
  private func isInformational(_ block: HeaderBlock) -> Bool {
    block.first { $0.name.elementsEqual(":status".utf8) }?.value.first == UInt8(ascii: "1")
  }

  private func receivedPingAcknowledgement(_ ping: nghttp2_ping) {
    let payload = withUnsafeBytes(of: ping.opaque_data) {
      UInt64(bigEndian: $0.loadUnaligned(as: UInt64.self))
    }
    if shutdown == .announced, payload == Self.shutdownPingPayload {
      finishShutdown()
    } else {
      delegate?.receivedPingAcknowledgement(payload)
    }
  }
}
