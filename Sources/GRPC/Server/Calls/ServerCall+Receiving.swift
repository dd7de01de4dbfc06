import HTTP2

/// What a call receives: chunks become messages, and what it holds of them counts against the bounds of its connection.
extension ServerCall {
  func receivedData(_ bytes: UnsafeRawBufferPointer) {
    connection.receivedBytes &+= UInt64(bytes.count)
    guard phase != .over else {
      stream.consumed(bytes.count)
      return
    }
    do throws(RPCError) {
      try decode(bytes)
      try accountBuffered()
    } catch {
      fail(CallStatus(error))
    }
    guard phase != .over else { return stream.consumed(bytes.count) }
    if requestBytes &+ decoder.bufferedBytes > Self.bulkBytes, !isWide {
      isWide = connection.widenWindow(of: stream)
    }
    creditReceived(bytes.count)
  }

  /// A call that receives more than this receives much.
  private static let bulkBytes = 32 * 1024

  private func decode(_ bytes: UnsafeRawBufferPointer) throws(RPCError) {
    var rest = bytes
    while try decoder.next(
      in: &rest,
      { message, isCompressed throws(RPCError) in
        try received(message, isCompressed: isCompressed)
      }) != nil
    {
      if phase == .over { return }
    }
  }

  /// Reports to the connection what the call holds back in an incomplete message.
  private func accountBuffered() throws(RPCError) {
    let buffered = decoder.bufferedBytes + heldBytes
    guard buffered != accountedBytes else { return }
    let change = buffered - accountedBytes
    accountedBytes = buffered
    try connection.account(change)
  }

  private func received(_ message: UnsafeRawBufferPointer, isCompressed: Bool) throws(RPCError) {
    requestBytes += message.count
    if isCompressed { try requestEncoding.requireCompression() }
    connection.tally.messagesReceived += 1
    if isCompressed { try receivedCompressed(message) } else { try receivedMessage(message) }
  }

  /// How the request's messages are compressed.
  var requestEncoding: MessageEncoding { head?.requestEncoding ?? .identity }

  /// Counts a request that was inflated for the handler.
  ///
  /// - Throws: `RESOURCE_EXHAUSTED` when too much is held already.
  func holdInflated(_ bytes: Int) throws(RPCError) {
    guard phase == .running else { throw RPCError(.cancelled, "the call is over") }
    hold(bytes)
    try accountBuffered()
  }

  /// Counts what the call keeps of whole requests, at the end of the event or with `accountHeld`.
  func hold(exactly bytes: Int) { heldBytes = bytes }

  /// Counts what the call keeps of whole requests now.
  ///
  /// - Throws: `RESOURCE_EXHAUSTED` when too much is held already.
  func accountHeld() throws(RPCError) {
    // What a call that is over held was given back with its end.
    if phase != .over { try accountBuffered() }
  }

  /// Counts a request that is kept until the call is over, if it is large.
  func hold(_ bytes: Int) {
    if bytes > Self.largeMessageBytes { heldBytes = bytes }
  }

  /// Messages below this size are not counted one by one.
  private static let largeMessageBytes = 16 * 1024

  func receivedTrailers(_ trailers: HeaderBlock) {}

  func receivedEnd() {
    guard phase != .over else { return }
    guard !decoder.isInsideMessage else {
      return fail(CallStatus(.internal, "the request ends in the middle of a message"))
    }
    requestsEnded()
  }

  func outputDrained() { wakeWriters() }
}
