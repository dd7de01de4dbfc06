import HTTP2
import Testing

@testable import GRPC

/// What a call says of a connection that it has lost, or did not get.
@Suite(.timeLimit(.minutes(10))) struct ConnectionReasonTests {
  @Test(arguments: [true, false])
  func `the code and text of GOAWAY reach the calls that it ends`(isLookedAt: Bool) async throws {
    let server = try FrameServer { frame, connection in
      guard frame.type == Frame.headers else { return }
      let last = isLookedAt ? frame.stream : 0
      connection.send(
        Frame.goAway(last: last, code: .enhanceYourCalm, debug: "too_\u{1b}many_pings").bytes)
      if isLookedAt { connection.finish() }
    }
    let channel = try server.channel()
    let error = await #expect(throws: RPCError.self) {
      try await EchoServiceClient(channel).echo(Note("x"))
    }
    #expect(error?.code == .unavailable)
    #expect(error?.message.contains("GOAWAY with ENHANCE_YOUR_CALM (too_ many_pings)") == true)
    await channel.close()
    await server.loops.shutdown()
  }

  @Test func `a deadline that passes before a call has its stream says what it waited for`() async throws {
    let silent = try FrameServer(welcome: []) { _, _ in }
    let full = try FrameServer(welcome: Frame.settings([(id: 3, value: 0)]).bytes) { _, _ in }
    for (server, expected) in [
      (silent, "a connection to in-process server"), (full, "one of the 0 streams that in-process server"),
    ] {
      let channel = try server.channel()
      let error = await #expect(throws: RPCError.self) {
        try await EchoServiceClient(channel).echo(
          Note("x"), options: CallOptions(timeout: .milliseconds(50)))
      }
      #expect(error?.code == .deadlineExceeded)
      #expect(error?.message.contains("while waiting for \(expected)") == true)
      await channel.close()
      await server.loops.shutdown()
    }
  }

  @Test func `a server that goes on and on about a call that is over loses its connection, which says so`()
    async throws
  {
    let server = try FrameServer { frame, connection in
      guard frame.type == Frame.headers else { return }
      if frame.stream == 1 { return connection.send(Frame.refusal(1, "5").bytes) }
      let late = Frame.data(1, [0]).bytes
      connection.send(Array(repeatElement(late, count: 100_000).joined()))
    }
    let channel = try server.channel()
    let echo = EchoServiceClient(channel)
    _ = await #expect(throws: RPCError.self) { try await echo.echo(Note("x")) }
    let error = await #expect(throws: RPCError.self) { try await echo.echo(Note("x")) }
    #expect(error?.code == .unavailable)
    let reason = "ENHANCE_YOUR_CALM: too many DATA frames on streams that are over"
    #expect(error?.message.contains(reason) == true)
    await server.wait { $0.contains { $0.type == 7 } }
    await channel.close()
    await server.loops.shutdown()
  }
}
