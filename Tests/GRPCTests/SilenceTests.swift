import EventLoops
import HTTP2
import Testing

@testable import GRPC

/// Calls that wait for a server that says nothing (`CallOptions.maxSilence`).
@Suite(.timeLimit(.minutes(10))) struct SilenceTests {
  private static let brief = CallOptions(maxSilence: .milliseconds(20))

  /// Runs `body` with a client of a server whose streams are played by `script`.
  private func with(
    _ script: @escaping @Sendable (ScriptedStream) -> Void,
    _ body: (EchoServiceClient) async throws -> Void
  ) async throws {
    let server = try ScriptedServer(script)
    let channel = try server.channel()
    try await body(EchoServiceClient(channel))
    await channel.close()
    await server.loops.shutdown()
  }

  private func expectSilence(_ body: () async throws -> Void) async {
    let error = await #expect(throws: RPCError.self) { try await body() }
    #expect(error?.code == .deadlineExceeded)
    #expect(error?.message.contains("nothing came from the server") == true)
  }

  @Test func `a call that is not answered ends, whatever it is`() async throws {
    try await with({ _ in }) { echo in
      await expectSilence { _ = try await echo.echo(Note("x"), options: Self.brief) }
      await expectSilence {
        for try await _ in echo.repeat(Note("x"), options: Self.brief) {}
      }
      await expectSilence {
        let call = echo.join(options: Self.brief)
        try await call.send(Note("x"))
        _ = try await call.response()
      }
    }
  }

  @Test func `a stream that falls silent in its middle ends`() async throws {
    try await with({ stream in
      stream.headers()
      stream.message(Note("first"))
    }) { echo in
      var seen: [String] = []
      await expectSilence {
        for try await note in echo.repeat(Note("x"), options: Self.brief) { seen.append(note.text) }
      }
      #expect(seen == ["first"])
    }
  }

  @Test func `a sender whose messages nobody takes does not wait for ever`() async throws {
    try await with({ $0.reads = false }) { echo in
      await expectSilence {
        let call = echo.join(options: Self.brief)
        while true { try await call.send(Note(String(repeating: "x", count: 10_000))) }
      }
    }
  }

  @Test func `nor does one whose messages nobody takes any more, after an answer`() async throws {
    try await with({ stream in
      stream.reads = false
      stream.headers()
      stream.onData = {
        stream.onData = nil
        stream.message(Note("first"))
      }
    }) { echo in
      await expectSilence {
        let call = echo.chat(options: Self.brief)
        // More than the server's window.
        for _ in 0..<20 { try await call.send(Note(String(repeating: "x", count: 10_000))) }
        for try await note in call.responses { #expect(note.text == "first") }
      }
    }
  }

  /// Runs `body` with a limit; with longer ones where the machine was too busy to keep to a short one.
  private func atSomePace(_ body: (CallOptions) async throws -> Void) async throws {
    for limit in [.milliseconds(20), .milliseconds(500)] as [Duration] {
      do {
        return try await body(CallOptions(maxSilence: limit))
      } catch let error as RPCError where error.code == .deadlineExceeded {}
    }
    try await body(CallOptions(maxSilence: .seconds(10)))
  }

  /// The call that is looked at has set its time before the one that ends by it.
  private func outlastSilence(_ echo: EchoServiceClient, _ options: CallOptions) async {
    await expectSilence { _ = try await echo.echo(Note("silent"), options: options) }
  }

  @Test func `a stream on which the server has nothing to answer goes on`() async throws {
    try await atSomePace { options in
      try await with({ stream in
        guard stream.number == 1 else { return }
        stream.headers()
        stream.onData = { stream.message(Note("answer")) }
        stream.onEnd = { stream.trailers() }
      }) { echo in
        let call = echo.chat(options: options)
        var answers = call.responses.makeAsyncIterator()
        for _ in 0..<2 {
          try await call.send(Note("x"))
          #expect(try await answers.next()?.text == "answer")
          await outlastSilence(echo, options)
        }
        call.finish()
        #expect(try await answers.next() == nil)
      }
    }
  }

  @Test func `a reader that is slow is not taken for a silent server`() async throws {
    try await atSomePace { options in
      try await with({ stream in
        guard stream.number == 1 else { return }
        stream.headers()
        for _ in 0..<100 { stream.message(Note(String(repeating: "x", count: 10_000))) }
        stream.trailers()
      }) { echo in
        var notes = echo.repeat(Note("x"), options: options).makeAsyncIterator()
        #expect(try await notes.next() != nil)
        await outlastSilence(echo, options)
        var count = 1
        while try await notes.next() != nil { count += 1 }
        #expect(count == 100)
      }
    }
  }
}
