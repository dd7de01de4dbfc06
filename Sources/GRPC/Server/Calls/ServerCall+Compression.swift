import HTTP2
import Protobuf

/// Compressed responses: those of handlers that ask for it, and by the server's configuration those that are large.
///
/// Whether a single response is to be compressed is known before its headers; the headers of a stream of responses name the
/// encoding whatever comes first.
extension ServerCall {
  /// Whether there may be compressed responses.
  var mayCompress: Bool { compressedFrom != .max }

  /// Compresses responses of at least so many bytes, if the client reads an encoding of ours.
  func compressResponses(from leastBytes: Int) {
    guard let encoding = head?.preferredEncoding else { return }
    responseEncoding = encoding
    compressedFrom = leastBytes
  }

  /// Compresses all responses, or none with `identity`, if the client reads that encoding and has not been told another.
  func compressResponses(with encoding: MessageEncoding?) {
    guard !headersSent, let head, let chosen = encoding ?? head.preferredEncoding else { return }
    guard chosen == .identity || head.acceptedEncodings.contains(chosen) else { return }
    responseEncoding = chosen
    compressedFrom = chosen == .identity ? .max : 0
  }

  /// Whether a response of this size is compressed beside the loop.
  func deflatesBeside(_ size: Int) -> Bool { size >= compressedFrom && size > DeflationPool.largestOnLoop }

  /// Sends a message; one that is to be compressed and large goes out once that is done beside the loop.
  ///
  /// - Throws: as `send(_:)`; `RESOURCE_EXHAUSTED`, too, where the server holds too many responses.
  nonisolated(nonsending) func respond(
    with message: some Message, compressed: Bool = true
  ) async throws(RPCError) {
    guard mayCompress, compressed else { return try send(message, compressed: false) }
    try await respond(withEncoded: message.serialized())
  }

  /// Sends a message that is encoded already; otherwise as `respond(with:)`.
  nonisolated(nonsending) func respond(withEncoded plain: [UInt8]) async throws(RPCError) {
    guard deflatesBeside(plain.count) else { return try plain.withBytes(send(encoded:)) }
    try checkOpen()
    try checkSize(plain.count)
    let compressed = try await deflate(plain)
    try checkOpen()
    try sendHeaders()
    try (compressed ?? plain).withBytes { bytes throws(RPCError) in
      try sendCopy(of: bytes, isCompressed: compressed != nil)
    }
  }

  nonisolated(nonsending) private func deflate(_ plain: [UInt8]) async throws(RPCError) -> [UInt8]? {
    try connection.beginDeflating(plain.count, on: stream)
    defer { connection.endDeflating(plain.count, on: stream) }
    return try await DeflationPool.deflate(plain, responseEncoding)
  }

  /// Sends an encoded message of a call that may compress, on the loop.
  func sendPerhapsCompressed(_ plain: UnsafeRawBufferPointer) throws(RPCError) {
    try checkSize(plain.count)
    if plain.count < compressedFrom, !headersSent, !route.method.kind.streamsResponses {
      responseEncoding = .identity
    }
    try sendHeaders()
    guard plain.count >= compressedFrom, let compressed = responseEncoding.compress(plain) else {
      return try sendCopy(of: plain, isCompressed: false)
    }
    try compressed.withBytes { bytes throws(RPCError) in try sendCopy(of: bytes, isCompressed: true) }
  }
}

extension [UInt8] {
  fileprivate func withBytes(
    _ body: (UnsafeRawBufferPointer) throws(RPCError) -> Void
  ) throws(RPCError) {
    try span.bytes.withUnsafeBytes(body)
  }
}
