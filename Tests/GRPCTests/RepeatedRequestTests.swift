import HTTP2
import Testing

@testable import GRPC

/// Requests on one connection whose headers repeat those before them, wholly or in part.
@Suite struct RepeatedRequestTests {
  private func answeringWithMetadata() -> EchoHandlers {
    var handlers = EchoHandlers()
    handlers.onEcho = { _, context in
      var note = Note()
      let said = context.metadata["x-who"] ?? "nobody"
      note.text = "\(context.method.name) \(said) \(context.timeRemaining == nil ? "unhurried" : "hurried")"
      return note
    }
    return handlers
  }

  @Test func `each request is read for what it says`() async throws {
    let harness = try await ServerHarness(answeringWithMetadata())
    let requests: [(KeyValuePairs<String, String>, String)] = [
      ([:], "Echo nobody unhurried"), ([:], "Echo nobody unhurried"),
      (["x-who": "Nino"], "Echo Nino unhurried"), (["x-who": "Nino"], "Echo Nino unhurried"),
      (["x-who": "Anna"], "Echo Anna unhurried"),
      (["x-who": "Anna", "grpc-timeout": "9H"], "Echo Anna hurried"),
      (["x-who": "Anna", "grpc-timeout": "9H"], "Echo Anna hurried"), ([:], "Echo nobody unhurried"),
    ]
    for (fields, expected) in requests {
      let call = await harness.call(ServerHarness.head(ServerHarness.echo, fields), framed("x"))
      #expect(call.status == 0)
      #expect(call.notes.map(\.text) == [expected])
    }
    await harness.stop()
  }

  @Test func `the method is that of the path, also after another`() async throws {
    let harness = try await ServerHarness()
    for path in [ServerHarness.echo, ServerHarness.join, ServerHarness.echo, ServerHarness.echo] {
      let call = await harness.call(ServerHarness.head(path), framed("x"))
      #expect(call.status == 0)
      // What is joined is counted.
      #expect(call.notes.map(\.count) == [path == ServerHarness.join ? 1 : 0])
    }
    await harness.stop()
  }

  @Test func `a header that is refused is refused every time, and others are not`() async throws {
    let harness = try await ServerHarness()
    let refused: [(KeyValuePairs<String, String>, Int)] = [
      (["grpc-timeout": "soon"], 13), (["grpc-encoding": "br"], 12), (["x-key-bin": "*"], 13),
    ]
    for (fields, status) in refused {
      for _ in 0..<2 {
        let call = await harness.call(ServerHarness.head(ServerHarness.echo, fields), framed("x"))
        #expect(call.status == status)
      }
      let call = await harness.call(ServerHarness.head(ServerHarness.echo), framed("x"))
      #expect(call.status == 0)
    }
    await harness.stop()
  }

  @Test func `a time-out runs from each request anew`() async throws {
    var handlers = EchoHandlers()
    handlers.onEcho = { _, _ in
      try await Task.sleep(for: .seconds(60))
      return Note()
    }
    let harness = try await ServerHarness(handlers)
    for _ in 0..<3 {
      let head = ServerHarness.head(ServerHarness.echo, ["grpc-timeout": "30m"])
      let call = await harness.call(head, framed("x"))
      #expect(call.status == 4)
    }
    await harness.stop()
  }
}
