import EventLoops

/// Threads that inflate large messages: a few kilobytes may come to as much as a message may have, and the other calls of a
/// loop should not wait for that. They stand back behind the loops where there are fewer cores than work; standing back further
/// makes nobody wait less (`Tests/benchmark attacks`).
enum InflationPool {
  /// What a loop inflates by itself, which takes it no longer than a small handler.
  static let largestOnLoop = 16 * 1024
  /// What a loop inflates of a message that is larger than that while it is compressed, or says that it will be.
  static let glance = 256

  /// Nil where the system's limit of threads is reached; then the caller does it all the same.
  private static let shared = try? ComputePool(name: "inflate", niceness: 5)

  /// Inflates a message on one of the threads.
  ///
  /// - Throws: as `MessageEncoding.decompress(_:limit:)`; `CANCELLED` when the task is before the message has its turn.
  nonisolated(nonsending) static func inflate(
    _ message: [UInt8], _ encoding: MessageEncoding, limit: Int
  ) async throws(RPCError) -> [UInt8] {
    let inflate = { @Sendable () throws(RPCError) -> [UInt8] in
      guard !Task.isCancelled else { throw RPCError(.cancelled, "the call is cancelled") }
      return try message.span.bytes.withUnsafeBytes { raw throws(RPCError) in
        try encoding.decompress(raw, limit: limit)
      }
    }
    guard let shared else { return try inflate() }
    return try await shared.run(inflate)
  }
}
