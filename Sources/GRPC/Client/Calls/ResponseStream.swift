import Protobuf

/// The responses of a call, as they arrive.
///
/// One task reads it, once. The peer is held back while the reader is behind. Cancelling the
/// reading task, or dropping the stream before its end, cancels the call.
public struct ResponseStream<Response: Message>: AsyncSequence, Sendable {
  /// What an error of the sequence is: the status of the call, unless it is `OK`.
  public typealias Failure = RPCError

  private let handle: ResponseStreamHandle<Response>

  init(_ handle: ResponseStreamHandle<Response>) {
    self.handle = handle
  }

  /// The metadata sent before the first message; waits for it. Cancelling the task that waits cancels the call.
  ///
  /// - Throws: the status of a call that failed before.
  public var initialMetadata: Metadata {
    get async throws(RPCError) { try await handle.initialMetadata() }
  }

  /// The metadata sent after the last message; waits for the end of the call. Cancelling the task that waits cancels the call.
  ///
  /// - Throws: the status of the call, unless it is `OK`.
  public var trailers: Metadata {
    get async throws(RPCError) {
      let status = await handle.status()
      if let error = status.error { throw error }
      return status.trailers
    }
  }

  /// Ends the call early.
  public func cancel() {
    handle.cancel(CallStatus(.cancelled, "the caller cancelled the call"))
  }

  /// Begins to read; for one task, once.
  public func makeAsyncIterator() -> Iterator { Iterator(handle: handle) }

  /// The reading end of a stream.
  public struct Iterator: AsyncIteratorProtocol {
    fileprivate let handle: ResponseStreamHandle<Response>

    /// Whether the response that `next()` returned last came compressed.
    public var lastWasCompressed: Bool { handle.queue.lastWasCompressed }

    /// The next response, or `nil` when the call has ended well.
    ///
    /// - Throws: the status of the call, unless it is `OK`.
    public mutating func next() async throws(RPCError) -> Response? {
      try await handle.next()
    }

    /// The next response, or `nil` when the call has ended well.
    ///
    /// - Throws: the status of the call, unless it is `OK`.
    public mutating func next(
      isolation actor: isolated (any Actor)?
    ) async throws(RPCError) -> Response? {
      try await handle.next()
    }
  }
}

/// Holds a call for its reader, and cancels it when the reader lets go.
final class ResponseStreamHandle<Response: Message>: Sendable {
  let queue: ResponseQueue<Response>
  private let call: ClientCall?
  /// Kept, because a channel that nobody holds closes.
  private let channel: Channel

  init(_ channel: Channel, _ call: ClientCall?, _ queue: ResponseQueue<Response>) {
    self.channel = channel
    self.call = call
    self.queue = queue
  }

  deinit {
    if !queue.isFinished { call?.cancel(CallStatus(.cancelled, "the responses were dropped")) }
  }

  func cancel(_ status: CallStatus) { call?.cancel(status) }

  func next() async throws(RPCError) -> Response? {
    try await cancelling { () throws(RPCError) in try await queue.next { call?.resumeReading() } }
  }

  func initialMetadata() async throws(RPCError) -> Metadata {
    try await cancelling { () throws(RPCError) in try await queue.initialMetadata() }
  }

  func status() async -> CallStatus {
    await withTaskCancellationHandler {
      await queue.status()
    } onCancel: {
      call?.cancel(.cancelledByTask)
    }
  }

  /// Cancels the call when the task is cancelled that waits for something of it.
  private func cancelling<Value: Sendable>(
    _ wait: () async throws(RPCError) -> Value
  ) async throws(RPCError) -> Value {
    let outcome: Result<Value, RPCError> = await withTaskCancellationHandler {
      do throws(RPCError) { return .success(try await wait()) } catch { return .failure(error) }
    } onCancel: {
      call?.cancel(.cancelledByTask)
    }
    return try outcome.get()
  }
}
