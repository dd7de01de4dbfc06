import CNghttp2

/// The sending half of the library's callbacks.
extension Session {
  /// Says how much of a stream's queue the next DATA frame may take, and whether that is the last of it.
  func prepareData(
    _ stream: Stream, atMost limit: Int, flags: UnsafeMutablePointer<UInt32>
  ) -> Int {
    let waiting = stream.queue.count
    if waiting > limit {
      flags.pointee = NGHTTP2_DATA_FLAG_NO_COPY.rawValue
      return limit
    }
    if stream.sending == .ending {
      flags.pointee = NGHTTP2_DATA_FLAG_NO_COPY.rawValue | NGHTTP2_DATA_FLAG_EOF.rawValue
      if submitTrailers(of: stream) { flags.pointee |= NGHTTP2_DATA_FLAG_NO_END_STREAM.rawValue }
      stream.sending = .finished
      return waiting
    }
    if waiting == 0 {
      stream.isDeferred = true
      return Int(NGHTTP2_ERR_DEFERRED.rawValue)
    }
    flags.pointee = NGHTTP2_DATA_FLAG_NO_COPY.rawValue
    return waiting
  }

  /// Writes a DATA frame, of which libnghttp2 has made the header, to the output.
  func writeData(_ stream: Stream, frameHeader: UnsafePointer<UInt8>, count: Int) -> nghttp2_error? {
    SessionMemory.use { writeData(stream, frameHeader: frameHeader, count: count, to: $0) }
  }

  private func writeData(
    _ stream: Stream, frameHeader: UnsafePointer<UInt8>, count: Int, to memory: SessionMemory
  ) -> nghttp2_error? {
    guard memory.output.count < configuration.outputChunkBytes else {
      stream.owesFrame = true
      return NGHTTP2_ERR_WOULDBLOCK
    }
    guard stream.queue.count >= count else { return NGHTTP2_ERR_TEMPORAL_CALLBACK_FAILURE }
    let target = memory.output.extend(by: 9 + count)
    target.baseAddress!.copyMemory(from: frameHeader, byteCount: 9)
    if count > 0 {
      (target.baseAddress! + 9).copyMemory(from: stream.queue.bytes.baseAddress!, byteCount: count)
      stream.queue.drop(count)
      sentContentBytes &+= UInt64(count)
      unqueue(count)
    }
    if stream.owesFrame {
      stream.owesFrame = false
      dropRest(of: stream)
    }
    if stream.queue.count == 0 { memory.spare.collect(from: &stream.queue) }
    sentCrumb = count < Self.crumbBytes && stream.queue.count > 0
    reportDrain(of: stream)
    return nil
  }

  /// DATA of less than this, cut off by a window that is nearly closed, is no merit of the peer's.
  private static let crumbBytes = 256

  /// Counts bytes out of the streams' queues.
  @inline(__always)
  func unqueue(_ count: Int) {
    queuedBytes -= count
    guard queuedBytes < drainMark else { return }
    drainMark = 0
    delegate?.sendQueuesDrained(to: queuedBytes)
  }

  /// Called for every frame on its way out.
  func sent(_ frame: UnsafePointer<nghttp2_frame>) {
    let header = frame.pointee.hd
    switch UInt32(header.type) {
    case NGHTTP2_DATA.rawValue:
      if !sentCrumb { meters.sentData() }
      if header.flags & UInt8(NGHTTP2_FLAG_END_STREAM.rawValue) != 0 { sentEnd(header.stream_id) }
    case NGHTTP2_HEADERS.rawValue:
      meters.controlFrames.earn(1)
      meters.pings.forgive()
      openStream(header.stream_id)?._withUnsafeGuaranteedRef { stream in
        stream.wasSent = true
        sentBlock = stream.headerBlock
        if case .taught = sentBlock { sentList = stream.taughtList.take() }
        stream.headerBlock = .none
        _ = sendTrailersAlone(of: stream)
      }
      if header.flags & UInt8(NGHTTP2_FLAG_END_STREAM.rawValue) != 0 { sentEnd(header.stream_id) }
    case NGHTTP2_RST_STREAM.rawValue:
      sentReset(header.stream_id, HTTP2ErrorCode(rawValue: frame.pointee.rst_stream.error_code))
    case NGHTTP2_GOAWAY.rawValue:
      recordGoAway(frame.pointee.goaway)
    default:
      break
    }
  }

  /// Takes a frame of libnghttp2's to the output.
  @inline(__always)
  func gather(_ frame: UnsafeRawBufferPointer, _ memory: SessionMemory) {
    let type = UInt32(frame[3])
    if role == .client || type != NGHTTP2_HEADERS.rawValue && type != NGHTTP2_CONTINUATION.rawValue {
      return memory.output.append(frame)
    }
    gatherHeaders(frame, memory)
  }

  private func gatherHeaders(_ frame: UnsafeRawBufferPointer, _ memory: SessionMemory) {
    let rest = UnsafeRawBufferPointer(rebasing: frame[9...])
    guard case .owed(let index) = sentBlock else {
      memory.output.append(frame)
      let isWhole =
        frame[3] == UInt8(NGHTTP2_HEADERS.rawValue)
        && frame[4] & UInt8(NGHTTP2_FLAG_END_HEADERS.rawValue) != 0
      return blocks.sent(isWhole ? rest : nil, of: sentList.take())
    }
    sentBlock = .none
    // All that is there of the block is what the table's new size comes to.
    if !rest.isEmpty { blocks.forget() }
    blocks.take(index) { block in
      let length = rest.count + block.count
      let target = memory.output.extend(by: 9 + length)
      target.copyMemory(from: frame)
      target[1] = UInt8(truncatingIfNeeded: length >> 8)
      target[2] = UInt8(truncatingIfNeeded: length)
      UnsafeMutableRawBufferPointer(rebasing: target[(9 + rest.count)...]).copyMemory(from: block)
    }
  }

  /// Patches the stream limit that the SETTINGS frame at the start of the output advertises.
  ///
  /// What libnghttp2 was told is higher, so that the first stream above the limit costs its caller that stream
  /// (RFC 9113 §5.1.2) and not everybody the connection.
  func advertiseStreamLimit(in output: UnsafeRawBufferPointer) {
    advertisesStreamLimit = false
    let frame = UnsafeMutableRawBufferPointer(mutating: output)
    var offset = 9
    while offset + 6 <= frame.count {
      let id = UInt16(bigEndian: frame.loadUnaligned(fromByteOffset: offset, as: UInt16.self))
      if id == UInt16(NGHTTP2_SETTINGS_MAX_CONCURRENT_STREAMS.rawValue) {
        let limit = UInt32(clamping: configuration.maxConcurrentStreams)
        frame.storeBytes(of: limit.bigEndian, toByteOffset: offset + 2, as: UInt32.self)
      }
      offset += 6
    }
  }

  /// A server that has answered before the request was complete asks the client to stop (RFC 9113 §8.1).
  private func sentEnd(_ id: Int32) {
    meters.resets.earn(1)
    finishedStreams += 1
    guard role == .server else { return }
    openStream(id)?._withUnsafeGuaranteedRef { stream in
      guard !stream.remoteEnded else { return }
      meters.lateData.earn(Self.lateFramesOfAnswered)
      submitReset(of: stream, .noError)
    }
  }

  /// DATA frames of a request that may be under way while it is answered early.
  private static let lateFramesOfAnswered = 64

  private func sentReset(_ id: Int32, _ code: HTTP2ErrorCode) {
    ownResets.insert(id)
    lastReset = id
    if code == .refusedStream {
      // Ours were counted when we refused; libnghttp2 has its own before the peer knows our limit.
      if unsentRefusals > 0 { unsentRefusals -= 1 } else { _ = permitsRefusal() }
    } else {
      let wasWanted = openStream(id)?._withUnsafeGuaranteedRef { stream in
        defer { stream.wasResetByUs = true }
        return stream.wasResetByUs
      }
      if wasWanted != true { _ = permitsProvokedReset() }
    }
  }

  /// Sends trailers before which there is no content left; false where there is some, or no trailers are to be sent yet.
  ///
  /// They need no window, for only DATA is flow-controlled (RFC 9113 §5.2.1); libnghttp2 asks for the end of the content, where
  /// they are sent otherwise, only when there is one.
  @inline(__always)
  func sendTrailersAlone(of stream: Stream) -> Bool {
    guard stream.sending == .ending, stream.queue.count == 0, stream.wasSent, submitTrailers(of: stream)
    else {
      return false
    }
    stream.sending = .finished
    return true
  }

  private func submitTrailers(of stream: Stream) -> Bool {
    defer { stream.trailers = .none }
    switch stream.trailers {
    case .none: return false
    case .permanent(let fields):
      nghttp2_submit_trailer(handle, stream.id, fields.vector, encodedCount(of: fields.list, on: stream))
    case .fields(let fields):
      _ = fields.withVector { nghttp2_submit_trailer(handle, stream.id, $0, $1) }
    }
    return true
  }

  private func reportDrain(of stream: Stream) {
    guard let threshold = stream.drainThreshold, stream.queue.count <= threshold else { return }
    stream.drainThreshold = nil
    stream.handler?.outputDrained()
  }

  private func recordGoAway(_ goaway: nghttp2_goaway) {
    let code = HTTP2ErrorCode(rawValue: goaway.error_code)
    guard code != .noError, failure == nil else { return }
    if code == .compressionError { return explainCompressionError(goaway.last_stream_id) }
    let debug = UnsafeRawBufferPointer(start: goaway.opaque_data, count: goaway.opaque_data_len)
    let reason = debug.isEmpty ? "the peer broke the HTTP/2 protocol" : String(decoding: debug, as: UTF8.self)
    failure = HTTP2Error(kind: .connection(code), message: "\(code): \(reason)")
  }

  /// Says in a GOAWAY of ours, instead of libnghttp2's, what it has nothing to say of.
  private func explainCompressionError(_ lastStreamID: Int32) {
    let reason =
      "a header block that is no HPACK, or a name or value in it of more than \(Self.mostStringBytes) bytes"
    failure = HTTP2Error(
      kind: .connection(.compressionError), message: "\(HTTP2ErrorCode.compressionError): \(reason)")
    farewell = goAwayFrame(lastStreamID: lastStreamID, code: .compressionError, debug: reason)
  }

  /// What libnghttp2 decodes of a name or a value (`NGHTTP2_HD_MAX_NV`).
  private static let mostStringBytes = 65536
}
