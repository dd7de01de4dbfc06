/// Compressed requests: small ones are inflated where they are, others beside the loop.
extension ServerCall {
  /// How long no other large message of a connection is inflated behind one that came to too much.
  private static let pauseBehindBombs: Duration = .milliseconds(20)

  /// Inflates a message on the loop; nil when it is too large for that.
  ///
  /// Of one that is too large as it came, or says so, only the beginning is tried: what is not compressed at all needs no thread.
  func inflateSmall(_ message: UnsafeRawBufferPointer) throws(RPCError) -> [UInt8]? {
    let size = max(message.count, requestEncoding.announcedSize(of: message))
    return try requestEncoding.decompress(
      message, upTo: size > InflationPool.largestOnLoop ? InflationPool.glance : InflationPool.largestOnLoop,
      limit: connection.configuration.maxRequestBytes)
  }

  /// Inflates a message beside the loop, when those of the connection that came before are.
  nonisolated(nonsending) func inflateLarge(_ message: [UInt8]) async throws(RPCError) -> [UInt8] {
    await connection.waitForInflation()
    let limit = connection.configuration.maxRequestBytes
    do throws(RPCError) {
      try message.span.bytes.withUnsafeBytes { raw throws(RPCError) in
        try requestEncoding.checkAnnouncedSize(of: raw, limit: limit)
      }
      let plain = try await InflationPool.inflate(message, requestEncoding, limit: limit)
      connection.endInflation()
      return plain
    } catch {
      // What is refused costs its sender nothing; its next one has to wait, lest the loop does nothing but receive them.
      let isBomb = error.code == .resourceExhausted
      connection.endInflation(after: isBomb ? Self.pauseBehindBombs : .zero)
      throw error
    }
  }
}
