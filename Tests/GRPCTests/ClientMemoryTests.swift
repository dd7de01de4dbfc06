import HTTP2
import Testing

@testable import GRPC

/// What calls hold after they have ended, and while nobody reads their responses.
@Suite(.timeLimit(.minutes(10))) struct ClientMemoryTests {
  private static let large = Note(String(repeating: "x", count: 200_000))

  /// A call that is answered while its request waits for the server's window, which never comes.
  @Test(arguments: ["0", "8"]) func `a call that is answered early is reset, and the connection goes on`(
    code: String
  ) async throws {
    let server = try FrameServer(welcome: Frame.settings([(id: 3, value: 1)]).bytes) { frame, connection in
      guard frame.type == Frame.headers else { return }
      connection.send(Frame.refusal(frame.stream, code, "large").bytes)
    }
    let channel = try server.channel()
    // Each of them needs the place of the one before.
    for _ in 0..<3 {
      await #expect(throws: RPCError.self) { try await EchoServiceClient(channel).echo(Self.large) }
    }
    await server.wait { $0.count { $0.type == Frame.reset } == 3 }
    #expect(server.seen.filter { $0.type == Frame.reset }.map(\.errorCode) == [.noError, .noError, .noError])
    #expect(server.connectionCount == 1)
    // What is left of the requests is not sent.
    #expect(server.seen.filter { $0.type == Frame.data }.reduce(0) { $0 + $1.payload.count } <= 65_535)
    await channel.close()
    await server.loops.shutdown()
  }
}
