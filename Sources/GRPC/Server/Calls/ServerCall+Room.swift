import EventLoops
import HTTP2

/// How a stream of responses waits: for its client to read, and for its connection and the server to have room for more.
extension ServerCall {
  /// How often a call looks whether there is room where others have taken it all.
  private static let roomInterval: Duration = .milliseconds(100)

  /// Suspends until there is room for `bytes` more of responses, which is then kept for the next message.
  ///
  /// From now on the call ends when its client takes nothing for `responsePatience`.
  ///
  /// - Returns: whether it had to wait.
  /// - Throws: `CANCELLED` when the call is over, `RESOURCE_EXHAUSTED` where too many calls wait already.
  nonisolated(nonsending) func waitForRoom(for bytes: Int) async throws(RPCError) -> Bool {
    isBulky = true
    let isQueued = stream.queuedBytes > connection.configuration.responseQueueBytes
    if isQueued { await waitForRoom() }
    try checkOpen()
    giveBackRoom()
    guard !connection.promise(bytes, on: stream) else {
      promisedBytes = bytes
      return isQueued
    }
    guard connection.core.budget.beginWaiting() else {
      throw RPCError(.buffersFull, "the server holds too many responses that clients do not read")
    }
    defer { connection.core.budget.endWaiting() }
    repeat {
      await pause()
      try checkOpen()
    } while !connection.promise(bytes, on: stream)
    promisedBytes = bytes
    return true
  }

  private func pause() async {
    await withUnsafeContinuation { continuation in
      _ = connection.loop.schedule(after: Self.roomInterval) { continuation.resume() }
    }
  }

  /// The room that was kept is not needed, or has been taken.
  func giveBackRoom() {
    guard promisedBytes > 0 else { return }
    let bytes = promisedBytes
    promisedBytes = 0
    connection.keepPromise(of: bytes, on: stream)
  }

  /// Makes room for a large message, in place of what was kept for it.
  ///
  /// - Throws: `RESOURCE_EXHAUSTED` when the server has none.
  func makeRoom(for size: Int) throws(RPCError) {
    connection.promisedBytes -= promisedBytes
    promisedBytes = 0
    try connection.makeRoom(for: size, on: stream)
  }

  /// Suspends until the client has taken most of what is queued, or the call is over.
  func waitForRoom() async {
    guard phase != .over, stream.queuedBytes > connection.configuration.responseQueueBytes
    else {
      return
    }
    stream.drainThreshold = connection.configuration.responseQueueBytes / 4
    let loop = connection.loop
    let patience = isBulky ? ReaderPatience(self) : nil
    await withTaskCancellationHandler {
      await withCheckedContinuation { writer in
        if Task.isCancelled { writer.resume() } else { writers.append(writer) }
      }
    } onCancel: {
      loop.execute { self.wakeWriters() }
    }
    patience?.end()
  }

  func wakeWriters() {
    let waiting = writers
    writers = []
    for writer in waiting { writer.resume() }
  }

  /// Ends a call whose client leaves what it asked for unread: it would hold the archive as it was for as long as that.
  fileprivate func endUnread() {
    guard phase != .over else { return }
    let patience = connection.configuration.responsePatience.readable
    fail(CallStatus(RPCError(.buffersFull, "the client has read nothing of the responses for \(patience)")))
    stream.reset(.enhanceYourCalm)
  }
}

/// Times a client that a bulky call waits for; on the loop of the call.
private final class ReaderPatience: TimerHandler {
  private let call: ServerCall
  private var left: Int
  private var timer: Timer?

  init(_ call: ServerCall) {
    self.call = call
    left = call.stream.queuedBytes
    begin()
  }

  private func begin() {
    timer = call.connection.loop.schedule(after: call.connection.configuration.responsePatience, self)
  }

  func timerFired(_ timer: Timer) {
    self.timer = nil
    let queued = call.stream.queuedBytes
    guard queued < left else { return call.endUnread() }
    left = queued
    begin()
  }

  func end() {
    if let timer = timer.take() { call.connection.loop.cancel(timer) }
  }
}
