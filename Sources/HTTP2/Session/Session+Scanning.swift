import CNghttp2

/// What libnghttp2 passes over in silence, and RFC 9113 does not: frames are looked at before it gets them.
extension Session {
  /// Whether the peer owes the rest of a frame, or of a header block.
  public var isMidFrame: Bool { frames.isMidFrame }

  /// How many frames (a header block counts as one) have arrived completely.
  public var completedFrames: UInt64 { frames.completed }

  /// Gives bytes to libnghttp2, in pieces where a frame has to be judged by what its predecessors have come to.
  func feed(_ bytes: UnsafeRawBufferPointer) {
    var position = 0
    var fed = 0
    if unwantedBytes > 0 { leaveOut(bytes, &fed) }
    if let cutUpdate { follow(cutUpdate, bytes, from: position, &fed) }
    while failure == nil, let header = frames.next(in: bytes, from: &position) {
      let isUpdate = header.type == FrameProgress.FrameType.windowUpdate && isStreamUpdate(header)
      let isWhole = header.offset + 9 == position && bytes.count - position >= 4
      let isFutile = isUpdate && isWhole && enlargesByNothing(bytes, position)
      let isJudged = isFutile || needsJudgement(header)
      lastFrame = header
      if header.type == FrameProgress.FrameType.settings { lastRequest.forget() }
      if header.type == FrameProgress.FrameType.headers, role == .server,
        giveRepeated(header, bytes, position, &fed)
      {
        continue
      }
      if isUpdate, !isWhole { follow(CutWindowUpdate(on: header.stream), bytes, from: position, &fed) }
      guard isJudged else { continue }
      if role == .client, header.isPriority {
        givePriority(bytes, position, &fed)
        continue
      }
      give(bytes, from: fed, to: header.offset)
      fed = header.offset
      guard failure == nil else { return }
      guard !isFutile else {
        if refuseFutile(header.stream) { fed = position + header.length }
        continue
      }
      judge(header, payload: bytes[min(position, bytes.count)...])
    }
    if failure == nil { give(bytes, from: fed, to: bytes.count) }
  }

  /// Gives a request to libnghttp2 without its header block if that says what the last one said; false where it has to be decoded.
  private func giveRepeated(
    _ header: FrameProgress.Header, _ bytes: UnsafeRawBufferPointer, _ position: Int, _ fed: inout Int
  ) -> Bool {
    let end = position + header.length
    let isPlain = header.flags & ~FrameProgress.Flags.endStream == FrameProgress.Flags.endHeaders
    guard isPlain, header.offset + 9 == position, end <= bytes.count else {
      lastRequest.received(nil, on: header.stream)
      return false
    }
    let block = UnsafeRawBufferPointer(rebasing: bytes[position..<end])
    if lastRequest.isOpened(header.stream), lastRequest.holds(block) {
      // The last request may be among what is yet to be given.
      give(bytes, from: fed, to: header.offset)
      fed = header.offset
      guard failure == nil else { return false }
    }
    guard lastRequest.isRepeated(by: block, on: header.stream) else {
      lastRequest.received(block, on: header.stream)
      return false
    }
    withUnsafeBytes(of: header.withoutPayload) { give($0, from: 0, to: 9) }
    fed = end
    return true
  }

  /// Whether a WINDOW_UPDATE is one that libnghttp2 will look at for a stream's sake.
  private func isStreamUpdate(_ header: FrameProgress.Header) -> Bool {
    !frames.insideHeaderBlock && header.stream != 0 && header.length == 4
  }

  private func enlargesByNothing(_ bytes: UnsafeRawBufferPointer, _ payload: Int) -> Bool {
    bytes.loadUnaligned(fromByteOffset: payload, as: UInt32.self).bigEndian & 0x7fff_ffff == 0
  }

  /// Goes on with a WINDOW_UPDATE that comes in pieces, the first of which libnghttp2 has read.
  private func follow(
    _ update: CutWindowUpdate, _ bytes: UnsafeRawBufferPointer, from start: Int, _ fed: inout Int
  ) {
    var update = update
    cutUpdate = nil
    switch update.take(bytes, from: start) {
    case .enlarges: return
    case .incomplete: cutUpdate = update
    case .futile(let last):
      give(bytes, from: fed, to: last)
      fed = last
      guard failure == nil, openStream(update.stream) != nil else { return }
      // A zero would end the connection: libnghttp2 gets a one, and the stream its reset.
      withUnsafeBytes(of: UInt8(1)) { give($0, from: 0, to: 1) }
      fed = last + 1
      if failure == nil, permitsProvokedReset() { submitReset(update.stream, .protocolError) }
    }
  }

  /// Resets the stream of such a frame, which libnghttp2 would end the connection for (RFC 9113 §6.9); false where it is to
  /// judge by itself, because there is no such stream.
  private func refuseFutile(_ id: Int32) -> Bool {
    guard openStream(id) != nil else { return false }
    if permitsProvokedReset() { submitReset(id, .protocolError) }
    return true
  }

  private func give(_ bytes: UnsafeRawBufferPointer, from start: Int, to end: Int) {
    guard end > start else { return }
    let piece = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
    let used = nghttp2_session_mem_recv(
      handle, piece.baseAddress?.assumingMemoryBound(to: UInt8.self), piece.count)
    if used < 0, failure == nil { fail(libraryCode: Int32(used), firstBytes: piece) }
    receivedAnything = true
  }

  /// DATA may be late unless it follows its own stream's HEADERS or DATA, and that was not reset meanwhile; the others are
  /// judged by their callbacks.
  @inline(__always)
  private func needsJudgement(_ header: FrameProgress.Header) -> Bool {
    switch header.type {
    case FrameProgress.FrameType.data:
      let endStream = UInt8(NGHTTP2_FLAG_END_STREAM.rawValue)
      return header.stream != lastFrame.stream || lastFrame.type > FrameProgress.FrameType.headers
        || lastFrame.flags & endStream != 0 || header.stream == lastReset
    case FrameProgress.FrameType.priority: return true
    // Nothing of libnghttp2 tells of them.
    default: return header.type > FrameProgress.FrameType.continuation
    }
  }

  private func judge(_ header: FrameProgress.Header, payload: Slice<UnsafeRawBufferPointer>) {
    switch header.type {
    case FrameProgress.FrameType.data:
      guard permitsLate(header.stream), openStream(header.stream) == nil else { return }
      // What follows on the same stream is no better.
      lastFrame.type = FrameProgress.FrameType.none
      if role == .client, lateContent.covers(header.length) { return }
      _ = permitsLateData()
    case FrameProgress.FrameType.priority: judgePriority(header, payload)
    default: _ = permitsUnknownFrame()
    }
  }

  /// Whether DATA or HEADERS may come on a stream that need not be open (RFC 9113 §5.1, "closed").
  ///
  /// Only what we have reset ourselves may still get frames, from before the peer knew; libnghttp2 would ignore them
  /// on every closed stream. On an idle stream it knows by itself what is wrong.
  func permitsLate(_ id: Int32) -> Bool {
    guard role == .server, id & 1 == 1, id <= usedIDs.highest, openStream(id) == nil else { return true }
    // Streams that crossed our GOAWAY are not opened, and not reset either.
    guard shutdown != .final else { return true }
    if nghttp2_session_find_stream(handle, id) != nil || ownResets.mayContain(id) { return true }
    fail(with: .streamClosed, "a frame on stream \(id), which the peer has ended")
    return false
  }

  /// Gives a client's libnghttp2 a PRIORITY frame of which it finds no fault: to a client it means nothing, and RFC 9113 §5.3.2
  /// knows no stream that depends on itself any more.
  private func givePriority(_ bytes: UnsafeRawBufferPointer, _ position: Int, _ fed: inout Int) {
    give(bytes, from: fed, to: position)
    withUnsafeBytes(of: (UInt32(0), UInt8(15))) { give($0, from: 0, to: 5) }
    fed = position
    unwantedBytes = 5
    leaveOut(bytes, &fed)
  }

  /// Passes over what libnghttp2 is not to get.
  private func leaveOut(_ bytes: UnsafeRawBufferPointer, _ fed: inout Int) {
    let count = min(unwantedBytes, bytes.count - fed)
    fed += count
    unwantedBytes -= count
  }

  /// PRIORITY means nothing to us, nor to libnghttp2 as we use it, which therefore checks nothing but its length.
  private func judgePriority(_ header: FrameProgress.Header, _ payload: Slice<UnsafeRawBufferPointer>) {
    let id = header.stream
    guard id != 0 else { return fail(with: .protocolError, "PRIORITY on stream 0") }
    guard role == .server, header.length == 5, payload.count >= 4 else { return }
    let dependency = payload.loadUnaligned(as: UInt32.self).bigEndian & 0x7fff_ffff
    guard dependency == UInt32(bitPattern: id) else { return }
    // RFC 7540 §5.3.1, for clients that go by the old scheme.
    if openStream(id) != nil {
      if permitsProvokedReset() { submitReset(id, .protocolError) }
    } else if id > usedIDs.highest {
      // A stream that is idle cannot be reset, and one that is closed need not.
      fail(with: .protocolError, "stream \(id) depends on itself")
    }
  }
}
