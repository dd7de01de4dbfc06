import Testing

@testable import GRPC

/// Calls that end because their time has passed or nobody wants their answer any more.
@Suite(.timeLimit(.minutes(10))) struct CallCancellationTests {
  @Test(arguments: Depth.allCases)
  func `a deadline ends a call on both sides`(depth: Depth) async throws {
    let started = Counter()
    let cancelled = Signal()
    var service = EchoHandlers()
    service.onEcho = { note, _ in
      started.increment()
      await untilCancelled()
      cancelled.send()
      return note
    }
    try await CallHarness.with(depth, service) { harness async throws in
      // On a slow machine the first deadlines may pass before the handler has begun.
      var timeout = Duration.milliseconds(10)
      while started.value == 0 {
        let error = await #expect(throws: RPCError.self) {
          try await harness.echo.echo(Note("x"), options: CallOptions(timeout: timeout))
        }
        #expect(error?.code == .deadlineExceeded)
        timeout *= 2
      }
      await cancelled.wait()
    }
  }

  @Test(arguments: Depth.allCases)
  func `a deadline that has passed ends a call before it is sent`(depth: Depth) async throws {
    try await CallHarness.with(depth) { harness async throws in
      let error = await #expect(throws: RPCError.self) {
        try await harness.echo.echo(Note("x"), options: CallOptions(timeout: .zero))
      }
      #expect(error?.code == .deadlineExceeded)
    }
  }

  @Test(arguments: Depth.allCases)
  func `cancelling the task cancels the call on both sides`(depth: Depth) async throws {
    let started = Signal()
    let cancelled = Signal()
    var service = EchoHandlers()
    service.onEcho = { note, _ in
      started.send()
      await untilCancelled()
      cancelled.send()
      return note
    }
    try await CallHarness.with(depth, service) { harness async throws in
      let task = Task { try await harness.echo.echo(Note("x")) }
      await started.wait()
      task.cancel()
      let error = await #expect(throws: RPCError.self) { try await task.value }
      #expect(error?.code == .cancelled)
      await cancelled.wait()
    }
  }

  @Test(arguments: Depth.allCases)
  func `a task that is cancelled before its call never sends it`(depth: Depth) async throws {
    try await CallHarness.with(depth) { harness async throws in
      let task = Task {
        await untilCancelled()
        return try await harness.echo.echo(Note("x"))
      }
      task.cancel()
      let error = await #expect(throws: RPCError.self) { try await task.value }
      #expect(error?.code == .cancelled)
    }
  }

  @Test(arguments: Depth.allCases)
  func `dropping a response stream cancels its call`(depth: Depth) async throws {
    let cancelled = Signal()
    var service = EchoHandlers()
    service.onRepeat = { note, responses, _ in
      try await responses.send(note)
      await untilCancelled()
      cancelled.send()
    }
    try await CallHarness.with(depth, service) { harness async throws in
      do {
        var responses = harness.echo.repeat(Note("x", count: 1)).makeAsyncIterator()
        #expect(try await responses.next()?.text == "x")
      }
      await cancelled.wait()
    }
  }

  @Test(arguments: Depth.allCases)
  func `a task that waits for metadata or trailers and is cancelled cancels its call`(depth: Depth)
    async throws
  {
    let (started, ended) = (Signal(), Signal())
    var service = EchoHandlers()
    service.onRepeat = { _, _, _ in
      started.send()
      await untilCancelled()
      ended.send()
    }
    try await CallHarness.with(depth, service) { harness async throws in
      let responses = harness.echo.repeat(Note("x"))
      let metadata = Task { try await responses.initialMetadata }
      let trailers = Task { try await responses.trailers }
      await started.wait()
      metadata.cancel()
      for waiting in [metadata, trailers] {
        let error = await #expect(throws: RPCError.self) { try await waiting.value }
        #expect(error?.code == .cancelled)
      }
      await ended.wait()
    }
  }
}
