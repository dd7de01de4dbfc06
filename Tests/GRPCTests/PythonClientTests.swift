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
    let waiting = WaitingCalls()
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
        await waiting.begin()
        await untilCancelled()
        await waiting.cancel()
        return note
      case "has it begun?":
        return await Note("begun", count: waiting.takeBegun())
      case "was it cancelled?":
        await waiting.takeCancelled()
        return Note("cancelled")
      default: return note
      }
    }
    return handlers
  }
}

/// Counts handlers that wait and that were cancelled, for those who ask.
private actor WaitingCalls {
  private var begun: Int32 = 0
  private var cancelled = 0
  private var asking: [CheckedContinuation<Void, Never>] = []

  func begin() { begun += 1 }

  func takeBegun() -> Int32 {
    defer { begun = 0 }
    return begun
  }

  func cancel() {
    if asking.isEmpty { cancelled += 1 } else { asking.removeFirst().resume() }
  }

  func takeCancelled() async {
    if cancelled > 0 {
      cancelled -= 1
    } else {
      await withCheckedContinuation { asking.append($0) }
    }
  }
}
