import EventLoops
import Synchronization

/// Threads that inflate large messages: a few kilobytes may come to as much as a message may have, and the other calls of a
/// loop should not wait for that. They stand back behind the loops where there are fewer cores than work; standing back further
/// makes nobody wait less (`Tests/benchmark attacks`).
enum InflationPool {
  /// What a loop inflates by itself, which takes it no longer than a small handler.
  static let largestOnLoop = 16 * 1024
  /// What a loop inflates of a message that is larger than that while it is compressed, or says that it will be.
  static let glance = 256

  /// Nil where the system's limit of threads is reached; then the caller does it all the same.
  private static let shared = try? ComputePool(
    threads: max(1, EventLoopGroup.availableCores / 2), name: "inflate", niceness: 5)

  /// Inflates a message on one of the threads.
  ///
  /// - Throws: as `MessageEncoding.decompress(_:limit:)`; `CANCELLED` when the task is before the message has its turn.
  nonisolated(nonsending) static func inflate(
    _ message: [UInt8], _ encoding: MessageEncoding, limit: Int
  ) async throws(RPCError) -> [UInt8] {
    let inflate = { @Sendable () throws(RPCError) -> [UInt8] in
      guard !Task.isCancelled else { throw RPCError(.cancelled, "the call is cancelled") }
      return try message.span.bytes.withUnsafeBytes { raw throws(RPCError) in
        guard limit < Scratch.mostBytes else { return try encoding.decompress(raw, limit: limit) }
        return try Scratch.with(limit + 1) { scratch throws(RPCError) in
          try encoding.decompress(raw, through: scratch)
        }
      }
    }
    guard let shared else { return try inflate() }
    return try await shared.run(inflate)
  }
}

/// Memory that messages are inflated into before it is known what they come to: what a bomb comes to costs neither memory
/// that grows nor pages that the kernel has to clear, each time anew.
private enum Scratch {
  /// Messages that may come to more do without.
  static let mostBytes = 8 << 20

  // SAFETY: of whoever has taken it out of `spare`, and nobody else; never freed while it is there.
  private struct Block: @unchecked Sendable {
    let memory: UnsafeMutableBufferPointer<UInt8>
  }

  private static let spare = Mutex<[Block]>([])

  static func with<Value>(
    _ bytes: Int, _ body: (UnsafeMutableBufferPointer<UInt8>) throws(RPCError) -> Value
  ) throws(RPCError) -> Value {
    let block =
      spare.withLock { $0.popLast() }.flatMap { block in
        if block.memory.count >= bytes { return block }
        block.memory.deallocate()
        return nil
      } ?? Block(memory: .allocate(capacity: bytes))
    // As many as there are threads: each has one at a time.
    defer { spare.withLock { $0.append(block) } }
    return try body(UnsafeMutableBufferPointer(rebasing: block.memory[..<bytes]))
  }
}
