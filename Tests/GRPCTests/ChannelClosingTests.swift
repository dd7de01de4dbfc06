import Testing

@testable import GRPC

/// The end of a channel is the end of its calls: nobody hangs over it.
@Suite(.timeLimit(.minutes(10))) struct ChannelClosingTests {
  /// Calls `body` while a call is in flight that ends only when it is cancelled.
  private func withStuckCall(
    _ depth: Depth, _ body: (CallHarness, Task<Note, any Error>) async throws -> Void
  ) async throws {
    let started = Signal()
    var service = EchoHandlers()
    service.onEcho = { note, _ in
      started.send()
      await untilCancelled()
      return note
    }
    try await CallHarness.with(depth, service) { harness async throws in
      let stuck = Task { [echo = harness.echo] in try await echo.echo(Note("x")) }
      await started.wait()
      try await body(harness, stuck)
    }
  }

  @Test(arguments: Depth.allCases)
  func `closing a channel with grace waits for its calls`(depth: Depth) async throws {
    let started = Signal()
    let mayAnswer = Signal()
    var service = EchoHandlers()
    service.onEcho = { note, _ in
      started.send()
      await mayAnswer.wait()
      return note
    }
    try await CallHarness.with(depth, service) { harness async throws in
      async let response = harness.echo.echo(Note("x"))
      await started.wait()
      async let closed: Void = harness.channel.close(grace: .seconds(600))
      mayAnswer.send()
      #expect(try await response.text == "x")
      await closed
    }
  }

  @Test(arguments: Depth.allCases)
  func `closing a channel ends its calls at once, whatever they wait for`(depth: Depth) async throws {
    try await withStuckCall(depth) { harness, stuck async throws in
      // Much has come that nobody reads, and one has still to say something.
      let unread = harness.echo.repeat(Note("x", count: 100_000))
      var notes = unread.makeAsyncIterator()
      _ = try await notes.next()
      let silent = harness.echo.join()
      _ = try await silent.send(Note("x"))
      await harness.channel.close()
      let error = await #expect(throws: RPCError.self) { try await stuck.value }
      #expect(error?.code == .unavailable && error?.message == "the channel is closed")
      let other = await #expect(throws: RPCError.self) { try await silent.response() }
      #expect(other?.code == .unavailable)
      #expect(await harness.channel.state == .shutdown)
    }
  }

  @Test(arguments: Depth.allCases)
  func `a call that outlasts the grace is ended then`(depth: Depth) async throws {
    try await withStuckCall(depth) { harness, stuck async throws in
      await harness.channel.close(grace: .milliseconds(20))
      let error = await #expect(throws: RPCError.self) { try await stuck.value }
      #expect(error?.code == .unavailable)
    }
  }
}
