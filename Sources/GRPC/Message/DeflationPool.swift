import EventLoops

/// Threads that deflate large messages, which takes several times as long as inflating them. They stand back behind the loops, as
/// those of `InflationPool`, and are others: what a client is sent shall not wait behind the bombs of another.
enum DeflationPool {
  /// What a loop deflates by itself, which takes it no longer than a small handler.
  static let largestOnLoop = 8 * 1024

  /// Nil where the system's limit of threads is reached; then the caller does it all the same.
  private static let shared = try? ComputePool(name: "deflate", niceness: 5)

  /// Deflates a message on one of the threads; nil where that would not make it shorter.
  ///
  /// - Throws: `CANCELLED` when the task is before the message has its turn.
  nonisolated(nonsending) static func deflate(
    _ message: [UInt8], _ encoding: MessageEncoding
  ) async throws(RPCError) -> [UInt8]? {
    let deflate = { @Sendable () throws(RPCError) -> [UInt8]? in
      guard !Task.isCancelled else { throw RPCError(.cancelled, "the call is cancelled") }
      return message.span.bytes.withUnsafeBytes { encoding.compress($0) }
    }
    guard let shared else { return try deflate() }
    return try await shared.run(deflate)
  }
}
