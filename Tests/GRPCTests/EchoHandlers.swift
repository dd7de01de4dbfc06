import Synchronization

@testable import GRPC

/// The echo service, each method replaceable by a test.
struct EchoHandlers: EchoServiceServer {
  var onEcho: @Sendable (Note, ServerContext) async throws -> Note = { note, _ in note }

  /// Asked before `onEcho`, where a test sets it.
  var onEchoImmediately: (@Sendable (Note, ServerContext) throws -> Note?)?

  /// Answers immediately, and then once more.
  var onEchoTwice = false

  var onRepeat: @Sendable (Note, ResponseWriter<Note>, ServerContext) async throws -> Void = {
    note, responses, _ in
    for index in 0..<note.count {
      var response = note
      response.count = index
      try await responses.send(response)
    }
  }

  var onJoin: @Sendable (RequestStream<Note>, ServerContext) async throws -> Note = { requests, _ in
    var joined = Note()
    for try await note in requests {
      joined.text += note.text
      joined.count += 1
    }
    return joined
  }

  var onChat: @Sendable (RequestStream<Note>, ResponseWriter<Note>, ServerContext) async throws -> Void = {
    requests, responses, _ in
    for try await note in requests { try await responses.send(note) }
  }

  func echo(_ request: Note, context: ServerContext) async throws -> Note {
    try await onEcho(request, context)
  }

  func registerImmediate(on router: inout Router) {
    if onEchoTwice {
      return router.immediate(EchoServiceMethods.echo) { request, response, _ in
        try response.send(request)
        try response.send(request)
      }
    }
    guard let onEchoImmediately else { return }
    router.immediate(EchoServiceMethods.echo) { request, response, context in
      if let note = try onEchoImmediately(request, context) { try response.send(note) }
    }
  }

  func `repeat`(_ request: Note, responses: ResponseWriter<Note>, context: ServerContext) async throws {
    try await onRepeat(request, responses, context)
  }

  func join(_ requests: RequestStream<Note>, context: ServerContext) async throws -> Note {
    try await onJoin(requests, context)
  }

  func chat(_ requests: RequestStream<Note>, responses: ResponseWriter<Note>, context: ServerContext)
    async throws
  {
    try await onChat(requests, responses, context)
  }
}

/// An event that happens once and that any number of tasks may wait for.
final class Signal: Sendable {
  private let state = Mutex<(happened: Bool, waiting: [CheckedContinuation<Void, Never>])>((false, []))

  func send() {
    let waiting = state.withLock { state in
      state.happened = true
      defer { state.waiting = [] }
      return state.waiting
    }
    for waiter in waiting { waiter.resume() }
  }

  func wait() async {
    await withCheckedContinuation { continuation in
      let happened = state.withLock { state in
        if !state.happened { state.waiting.append(continuation) }
        return state.happened
      }
      if happened { continuation.resume() }
    }
  }
}

/// Suspends until the task is cancelled.
func untilCancelled() async {
  let signal = Signal()
  await withTaskCancellationHandler {
    await signal.wait()
  } onCancel: {
    signal.send()
  }
}
