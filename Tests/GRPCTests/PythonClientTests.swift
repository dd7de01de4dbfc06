import EventLoops
import Testing

@testable import GRPC

@Suite(.enabled(if: PythonPeer.python != nil), .timeLimit(.minutes(10)))
struct PythonClientTests {
  @Test func `a stock grpcio client makes every kind of call to our server`() async throws {
    let loops = try EventLoopGroup(count: 2)
    let server = Server([handlers()], on: loops)
    let address = try server.listen(at: SocketAddress(numeric: "127.0.0.1", port: 0))[0]
    let output = try await PythonPeer.run("echo_client.py", "\(address)")
    #expect(output.contains("every kind of call works"))
    await server.shutDownGracefully(grace: nil)
    await loops.shutdown()
  }

  /// The echo service as `echo_client.py` expects it.
  private func handlers() -> EchoHandlers {
    let cancelled = CancelledCalls()
    var handlers = EchoHandlers()
    handlers.onEcho = { note, context in
      var echoed = Metadata()
      for entry in context.metadata where entry.name.hasPrefix("x-echo-") {
        switch entry.value {
        case .text(let text): try echoed.append(entry.name, text)
        case .binary(let bytes): try echoed.append(entry.name, binary: bytes)
        }
      }
      context.addInitialMetadata(echoed)
      context.addTrailingMetadata(echoed)
      switch note.text {
      case "fail":
        var info = ErrorInfo()
        info.reason = "ASKED_FOR"
        info.metadata = ["key": "value"]
        throw RPCError(.notFound, "არ არის: 100 % \n", details: [info])
      case "wait":
        await untilCancelled()
        await cancelled.add()
        return note
      case "was it cancelled?":
        await cancelled.take()
        return Note("cancelled")
      default: return note
      }
    }
    return handlers
  }
}

/// Counts handlers that were cancelled, for those who wait for one.
private actor CancelledCalls {
  private var count = 0
  private var waiting: [CheckedContinuation<Void, Never>] = []

  func add() {
    if waiting.isEmpty { count += 1 } else { waiting.removeFirst().resume() }
  }

  func take() async {
    if count > 0 {
      count -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
  }
}
