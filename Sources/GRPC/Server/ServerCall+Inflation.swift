/// Compressed requests: small ones are inflated where they are, others beside the loop.
extension ServerCall {
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
    defer { connection.endInflation() }
    return try await InflationPool.inflate(
      message, requestEncoding, limit: connection.configuration.maxRequestBytes)
  }
}
