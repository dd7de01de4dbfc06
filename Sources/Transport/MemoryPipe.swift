import EventLoops

/// Two byte streams connected in memory, so that the whole stack runs without a socket.
///
/// Each end lives on a loop of its own choice. Bytes go over in the order written; at most `capacity` of them wait
/// in each direction, then the writer is blocked as on a socket.
public struct MemoryPipe: Sendable {
  /// One end.
  public let first: MemoryPipeEnd
  /// The other end.
  public let second: MemoryPipeEnd

  /// Connects two loops, which may be one.
  ///
  /// - Parameter fragmentBytes: the most bytes that arrive in one piece; small values try a parser's patience.
  public init(
    from firstLoop: EventLoop, to secondLoop: EventLoop, capacity: Int = 256 * 1024, fragmentBytes: Int = .max
  ) {
    first = MemoryPipeEnd(on: firstLoop, capacity: capacity, fragmentBytes: fragmentBytes)
    second = MemoryPipeEnd(on: secondLoop, capacity: capacity, fragmentBytes: fragmentBytes)
    first.other = second
    second.other = first
  }
}
