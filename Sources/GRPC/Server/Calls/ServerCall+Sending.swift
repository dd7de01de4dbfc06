import HTTP2
import Protobuf

/// What a call sends before its status: headers, and messages within the bounds of its connection.
extension ServerCall {
  /// Adds a number to the metadata that goes before the first response.
  func addInitialMetadata(_ name: StaticString, _ value: UInt64, isUnique: Bool) {
    initialMetadata.append(
      isUnique ? NumberHeaders(name, value, isUnique: true) : connection.numberHeaders(name, value))
  }

  /// Sends the headers of the response, unless they are sent already; those of most responses are laid out before.
  ///
  /// - Throws: `RESOURCE_EXHAUSTED` when the client takes no lists of that size.
  func sendHeaders() throws(RPCError) {
    guard !headersSent, phase != .over else { return }
    guard responseEncoding == .identity, initialMetadata.entries.isEmpty else {
      let fields = ResponseHeaders.initial(encoding: responseEncoding, initialMetadata.metadata)
      try checkSize(of: fields)
      headersSent = true
      return stream.sendHeaders(fields)
    }
    headersSent = true
    if let number = initialMetadata.takeNumber() {
      number.send(on: stream)
    } else {
      stream.sendHeaders(ResponseHeaders.plain)
    }
  }

  /// Sends the trailers of a call that succeeded.
  ///
  /// - Throws: as `sendHeaders()`.
  func sendTrailers() throws(RPCError) {
    if trailers.isEmpty { return stream.sendTrailers(ResponseHeaders.ok) }
    var status = CallStatus.ok
    status.trailers = trailers
    let fields = ResponseHeaders.status(status, trailersOnly: false, within: .max)
    try checkSize(of: fields)
    stream.sendTrailers(fields)
  }

  /// Sends the headers before there is a message.
  func sendHeadersEarly() {
    do throws(RPCError) { try sendHeaders() } catch { fail(CallStatus(error)) }
  }

  /// Encodes a message straight into the stream's queue, unless it has to be compressed before.
  ///
  /// - Throws: `CANCELLED` when the call is over, `RESOURCE_EXHAUSTED` when the message is above the limit.
  func send(_ message: some Message, compressed: Bool = true) throws(RPCError) {
    try checkOpen()
    if mayCompress, compressed {
      return try message.serialized().span.bytes.withUnsafeBytes { bytes throws(RPCError) in
        try sendPerhapsCompressed(bytes)
      }
    }
    try sendHeaders()
    var room = UnsafeMutableRawBufferPointer(start: nil, count: 0)
    let size = try message.serializeUnmeasured { bound, isExact throws(RPCError) in
      if isExact { try checkSize(bound) }
      room = try self.room(for: bound)
      return room.baseAddress! + MessageDecoder.prefixBytes
    }
    try send(size, in: room, isCompressed: false)
  }

  /// Sends a message that is encoded already.
  ///
  /// - Throws: as `send(_:compressed:)`.
  func send(encoded bytes: UnsafeRawBufferPointer) throws(RPCError) {
    try checkOpen()
    if mayCompress { return try sendPerhapsCompressed(bytes) }
    try sendHeaders()
    try sendCopy(of: bytes, isCompressed: false)
  }

  /// - Throws: `CANCELLED` when the call is over.
  func checkOpen() throws(RPCError) {
    guard phase != .over else { throw RPCError(.cancelled, "the call is over") }
  }

  func sendCopy(of bytes: UnsafeRawBufferPointer, isCompressed: Bool) throws(RPCError) {
    try checkSize(bytes.count)
    let room = try room(for: bytes.count)
    UnsafeMutableRawBufferPointer(rebasing: room[MessageDecoder.prefixBytes...]).copyMemory(from: bytes)
    try send(bytes.count, in: room, isCompressed: isCompressed)
  }

  /// Room in the stream's queue for a prefix and a message of at most `size` bytes.
  private func room(for size: Int) throws(RPCError) -> UnsafeMutableRawBufferPointer {
    if size > ServerConnection.calmBytes { try makeRoom(for: size) }
    guard let room = stream.reserve(MessageDecoder.prefixBytes + size) else {
      throw RPCError(.cancelled, "the call is over")
    }
    return room
  }

  /// Puts the prefix before a message that lies in reserved room, and sends both.
  ///
  /// - Throws: `RESOURCE_EXHAUSTED` when the message is above the limit; then nothing is sent.
  private func send(
    _ size: Int, in room: UnsafeMutableRawBufferPointer, isCompressed: Bool
  ) throws(RPCError) {
    do throws(RPCError) { try checkSize(size) } catch {
      stream.sendReserved(0, of: room.count)
      throw error
    }
    connection.tally.messagesSent += 1
    hasResponded = true
    responseBytes += size
    MessagePrefix(isCompressed: isCompressed, length: size).write(to: room)
    stream.sendReserved(MessageDecoder.prefixBytes + size, of: room.count)
    if promisedBytes > 0 { giveBackRoom() }
  }

  func checkSize(_ size: Int) throws(RPCError) {
    let limit = connection.configuration.maxResponseBytes
    guard size <= limit else {
      throw RPCError(.messageTooLarge, "a response of \(size) bytes is over the limit of \(limit)")
    }
  }

  func checkSize(of fields: HeaderFields) throws(RPCError) {
    let limit = stream.peerMaxHeaderListBytes
    guard fields.listBytes <= limit else {
      throw RPCError(
        .headersTooLarge,
        "the response's metadata of \(fields.listBytes) bytes are over the client's limit of \(limit)")
    }
  }
}
