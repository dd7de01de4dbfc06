import EventLoops
import Glibc

/// One end of a memory pipe.
public final class MemoryPipeEnd: ByteStream {
  /// The loop it belongs to.
  public let loop: EventLoop
  /// A pipe has no addresses.
  public var peerAddress: SocketAddress? { nil }
  /// A bare pipe secures nothing.
  public var security: SecurityInfo? { nil }

  var other: MemoryPipeEnd?
  private let fragmentBytes: Int
  private var handler: (any ByteStreamHandler)?
  /// How many more bytes the other end takes.
  private var credit: Int
  private var isOpen = false
  private var isBlocked = false
  private var outputFinished = false
  /// What has arrived and was not delivered yet, and whether more follows.
  private var arrived: [[UInt8]] = []
  private var endArrived = false
  private(set) var isReading = true
  private var peerIsGone = false

  init(on loop: EventLoop, capacity: Int, fragmentBytes: Int) {
    self.loop = loop
    self.fragmentBytes = max(1, fragmentBytes)
    credit = max(1, capacity)
  }

  /// Begins to deliver events.
  public func start(_ handler: any ByteStreamHandler) {
    loop.preconditionInLoop()
    self.handler = handler
    loop.execute { [self] in
      isOpen = true
      self.handler?.opened()
      deliver()
    }
  }

  /// Writes what the other end takes now.
  public func write(_ bytes: UnsafeRawBufferPointer) throws(TransportError) -> WriteResult {
    guard let other, !outputFinished, !peerIsGone else {
      throw .lost("writing to the pipe", errno: EPIPE)
    }
    let taken = min(bytes.count, credit)
    if taken > 0 {
      credit -= taken
      let copy = [UInt8](bytes[..<taken])
      other.loop.execute { other.arrive(copy) }
    }
    if taken == bytes.count { return .complete }
    isBlocked = true
    return .blocked(taken: taken)
  }

  /// Stops or resumes reading.
  public func setReading(_ isWanted: Bool) {
    guard isWanted != isReading else { return }
    isReading = isWanted
    if isWanted { loop.execute { [self] in deliver() } }
  }

  /// Ends the outgoing direction.
  public func finishOutput() {
    guard let other, !outputFinished else { return }
    outputFinished = true
    other.loop.execute { other.arriveEnd() }
  }

  /// Ends both directions. Idempotent.
  public func close() {
    guard let other = other.take() else { return }
    handler = nil
    arrived = []
    let wasFinished = outputFinished
    outputFinished = true
    other.loop.execute { other.lose(afterEnd: wasFinished) }
  }

  // MARK: - From the other end

  private func arrive(_ bytes: [UInt8]) {
    arrived.append(bytes)
    deliver()
  }

  private func arriveEnd() {
    endArrived = true
    deliver()
  }

  /// The other end is closed: what it sent is still delivered, then the end.
  private func lose(afterEnd: Bool) {
    peerIsGone = true
    if !afterEnd { endArrived = true }
    if isBlocked {
      isBlocked = false
      handler?.becameWritable()
    }
    deliver()
  }

  private func regain(_ count: Int) {
    credit += count
    guard isBlocked else { return }
    isBlocked = false
    handler?.becameWritable()
  }

  private func deliver() {
    // What arrives between `start` and `opened` waits for its turn.
    guard isOpen else { return }
    while handler != nil, isReading, !arrived.isEmpty {
      let bytes = arrived.removeFirst()
      bytes.withUnsafeBytes { whole in
        var rest = whole[...]
        while !rest.isEmpty {
          let piece = rest.prefix(fragmentBytes)
          rest = rest.dropFirst(piece.count)
          handler?.received(UnsafeRawBufferPointer(rebasing: piece))
        }
      }
      if let other { other.loop.execute { other.regain(bytes.count) } }
    }
    if handler != nil, isReading, arrived.isEmpty, endArrived {
      endArrived = false
      handler?.receivedEnd()
    }
  }
}

// SAFETY: owner: `loop`; every member is touched on its thread only, except `other`, which is set before the pipe is
// handed out. The other end is reached by `execute` on its own loop.
extension MemoryPipeEnd: @unchecked Sendable {}
