import Protobuf
import Synchronization

/// The messages of a response on their way from the call's event loop to the task that reads them.
///
/// Bounds what is buffered: above `highWaterBytes` nothing more is decoded, and the peer gets no more room in its stream's
/// flow-control window, until the reader is down to `lowWaterBytes`. One task reads at a time. Thread-safe.
final class ResponseQueue<Response: Message>: ResponseHandler {
  /// A reader that is behind by this many bytes stops the peer.
  private static var highWaterBytes: Int { 64 * 1024 }
  /// A reader that has come down to this many wants more.
  private static var lowWaterBytes: Int { 32 * 1024 }
  /// What keeping a message takes beside its bytes; without counting it, empty messages would be free to hoard.
  private static var keepingBytes: Int { 64 }

  private typealias Reader = UnsafeContinuation<Result<Response?, RPCError>, Never>
  private typealias MetadataReader = UnsafeContinuation<Result<Metadata, RPCError>, Never>
  private typealias StatusReader = UnsafeContinuation<CallStatus, Never>

  private struct State {
    var messages = Fifo<(message: Response, bytes: Int, isCompressed: Bool)>()
    var lastWasCompressed = false
    var bytes = 0
    var isPaused = false
    var initialMetadata: Metadata?
    var status: CallStatus?
    var reader: Reader?
    var metadataReaders: [MetadataReader] = []
    var statusReaders: [StatusReader] = []
  }

  private let state = Mutex(State())

  var keepsMetadata: Bool { true }

  // MARK: - On the loop

  var wantsMore: Bool {
    state.withLock { state in
      // Only the reader ends a pause, for it then resumes the call.
      if state.bytes >= Self.highWaterBytes { state.isPaused = true }
      return !state.isPaused
    }
  }

  func receivedInitialMetadata(_ metadata: Metadata) {
    let waiting = state.withLock { state in
      state.initialMetadata = metadata
      return Self.take(&state.metadataReaders)
    }
    for reader in waiting { reader.resume(returning: .success(metadata)) }
  }

  func receivedMessage(_ bytes: UnsafeRawBufferPointer, isCompressed: Bool) throws(RPCError) {
    let message = try Response.decoding(bytes)
    let reader = state.withLock { state -> Reader? in
      if let reader = state.reader {
        state.reader = nil
        state.lastWasCompressed = isCompressed
        return reader
      }
      let weight = bytes.count + Self.keepingBytes
      state.messages.append((message, weight, isCompressed))
      state.bytes += weight
      return nil
    }
    reader?.resume(returning: .success(message))
  }

  func finished(_ status: CallStatus) {
    let (reader, metadataReaders, statusReaders) = state.withLock { state in
      state.status = status
      defer { state.reader = nil }
      return (state.reader, Self.take(&state.metadataReaders), Self.take(&state.statusReaders))
    }
    reader?.resume(returning: Self.end(status))
    for reader in metadataReaders { reader.resume(returning: Self.withoutMetadata(status)) }
    for reader in statusReaders { reader.resume(returning: status) }
  }

  /// Whether the call is over.
  var isFinished: Bool { state.withLock { $0.status != nil } }

  // MARK: - In the reader's task

  /// The next message, or `nil` behind the last; `resume` is called when the peer may send again.
  func next(resumingBy resume: () -> Void) async throws(RPCError) -> Response? {
    let (ready, wakes) = popReady()
    if wakes { resume() }
    if let ready { return try ready.get() }
    return try await withUnsafeContinuation { (reader: Reader) in
      let ready = state.withLock { state -> Result<Response?, RPCError>? in
        if let ready = Self.pop(&state) { return ready }
        guard state.reader == nil else {
          return .failure(RPCError(.internal, "two tasks read one response stream"))
        }
        state.reader = reader
        return nil
      }
      if let ready { reader.resume(returning: ready) }
    }.get()
  }

  /// Whether the message that `next` returned last came compressed.
  var lastWasCompressed: Bool { state.withLock { $0.lastWasCompressed } }

  /// The initial metadata, as soon as it is there.
  ///
  /// Empty where the call ended without; throws where it failed before.
  func initialMetadata() async throws(RPCError) -> Metadata {
    try await withUnsafeContinuation { (reader: MetadataReader) in
      let ready = state.withLock { state -> Result<Metadata, RPCError>? in
        if let metadata = state.initialMetadata { return .success(metadata) }
        if let status = state.status { return Self.withoutMetadata(status) }
        state.metadataReaders.append(reader)
        return nil
      }
      if let ready { reader.resume(returning: ready) }
    }.get()
  }

  /// How the call ended, as soon as it has.
  func status() async -> CallStatus {
    await withUnsafeContinuation { (reader: StatusReader) in
      let ready = state.withLock { state -> CallStatus? in
        if state.status == nil { state.statusReaders.append(reader) }
        return state.status
      }
      if let ready { reader.resume(returning: ready) }
    }
  }

  private func popReady() -> (Result<Response?, RPCError>?, wakes: Bool) {
    state.withLock { state in
      let ready = Self.pop(&state)
      let wakes = state.isPaused && state.bytes <= Self.lowWaterBytes
      if wakes { state.isPaused = false }
      return (ready, wakes)
    }
  }

  private static func pop(_ state: inout State) -> Result<Response?, RPCError>? {
    if let (message, bytes, isCompressed) = state.messages.popFirst() {
      state.bytes -= bytes
      state.lastWasCompressed = isCompressed
      return .success(message)
    }
    return state.status.map(end)
  }

  private static func end(_ status: CallStatus) -> Result<Response?, RPCError> {
    status.error.map { .failure($0) } ?? .success(nil)
  }

  private static func withoutMetadata(_ status: CallStatus) -> Result<Metadata, RPCError> {
    status.error.map { .failure($0) } ?? .success(Metadata())
  }

  private static func take<Waiter>(_ waiters: inout [Waiter]) -> [Waiter] {
    defer { waiters = [] }
    return waiters
  }
}
