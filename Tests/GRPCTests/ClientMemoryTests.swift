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

  @Test func `compressed responses are inflated when they are read, and all of them come`() async throws {
    let count = 12
    let note = Note(String(repeating: "x", count: 1_000_000))
    let compressed = try #require(note.serialized().withUnsafeBytes { MessageEncoding.gzip.compress($0) })
    let server = try FrameServer { frame, connection in
      guard frame.type == Frame.headers else { return }
      let head: KeyValuePairs = [
        ":status": "200", "content-type": "application/grpc", "grpc-encoding": "gzip",
      ]
      connection.send(Frame.headers(frame.stream, head).bytes)
      for _ in 0..<count { connection.send(Frame.data(frame.stream, framed(compressed, flag: 1)).bytes) }
      connection.send(Frame.headers(frame.stream, ["grpc-status": "0"], endStream: true).bytes)
      connection.send(Frame(type: Frame.ping, payload: Array(repeating: 1, count: 8)).bytes)
    }
    let channel = try server.channel()
    let responses = EchoServiceClient(channel).repeat(Note("x"))
    await server.wait { $0.contains { $0.type == Frame.ping && $0.flags == 1 } }
    let core = channel.core
    let inflated = await withCheckedContinuation { done in
      core.loop.execute { done.resume(returning: core.subchannels[0].tally.calls.messagesReceived) }
    }
    #expect(inflated == 1)
    var read = 0
    for try await response in responses where response.text.utf8.count == 1_000_000 { read += 1 }
    #expect(read == count)
    await channel.close()
    await server.loops.shutdown()
  }

  @Test func `a compressed response cut short behind ones that are not read is INTERNAL`() async throws {
    let note = Note(String(repeating: "x", count: 100_000))
    let compressed = try #require(note.serialized().withUnsafeBytes { MessageEncoding.gzip.compress($0) })
    let server = try ScriptedServer { stream in
      stream.headers([":status": "200", "content-type": "application/grpc", "grpc-encoding": "gzip"])
      for _ in 0..<3 { stream.bytes(framed(compressed, flag: 1)) }
      stream.bytes([1, 0, 0, 1, 0])
      stream.trailers()
    }
    let channel = try server.channel()
    var read = 0
    let error = await #expect(throws: RPCError.self) {
      for try await _ in EchoServiceClient(channel).repeat(Note("x")) { read += 1 }
    }
    #expect(read == 3 && error?.code == .internal)
    await channel.close()
    await server.loops.shutdown()
  }

  @Test(arguments: [true, false])
  func `a call that ends while it waits for a stream leaves nothing behind, and others have their turn`(
    byRaisedLimit: Bool
  ) async throws {
    let server = try FrameServer(welcome: Frame.settings([(id: 3, value: 1)]).bytes) { frame, connection in
      guard frame.type == Frame.headers, frame.stream > 1 else { return }
      connection.send(Frame.refusal(frame.stream, "5").bytes)
    }
    let channel = try server.channel()
    let echo = EchoServiceClient(channel)
    let first = Task { try await echo.echo(Note("x")) }
    await server.wait { $0.contains { $0.type == Frame.headers } }
    #expect(try await !keepsCancelledCall(channel.core))
    let last = Task { try await echo.echo(Note("x")) }
    if byRaisedLimit { server.send(Frame.settings([(id: 3, value: 2)])) } else { first.cancel() }
    let error = await #expect(throws: RPCError.self) { try await last.value }
    #expect(error?.code == .notFound)
    // Nothing was seen of the one between.
    #expect(server.seen.filter { $0.type == Frame.headers }.map(\.stream) == [1, 3])
    first.cancel()
    _ = await first.result
    await channel.close()
    await server.loops.shutdown()
  }

  /// Starts a call and cancels it; whether anything keeps it once it has ended.
  private func keepsCancelledCall(_ core: ChannelCore) async throws -> Bool {
    let head = CallHead(EchoServiceMethods.echo.erased, CallOptions(), channel: CallOptions(), nil, now: .now)
    let response = UnaryResponse<Note>(keepsMetadata: false)
    let request = try FramedMessage.encode(Self.large, maxMessageBytes: .max)
    weak var started: ClientCall?
    do {
      let call = ClientCall(core: core, head: head, requests: .single(request), response: response)
      started = call
      let status = await withUnsafeContinuation { waiter in
        response.prepare(waiter)
        call.start()
        call.cancel(.cancelledByTask)
      }
      #expect(status.code == .cancelled)
    }
    // The loop lets go of what it has done before it comes to this.
    await withCheckedContinuation { done in core.loop.execute { done.resume() } }
    return started != nil
  }

  /// A host that is gone takes no RST_STREAM either.
  @Test func `calls that end while their server takes nothing have nothing queued`() async throws {
    let server = try FrameServer { frame, connection in
      if frame.type == Frame.headers, frame.stream == 1 { connection.stopReading() }
    }
    let channel = try server.channel()
    let echo = EchoServiceClient(channel)
    let first = Task { try await echo.echo(Self.large) }
    await server.wait { $0.contains { $0.type == Frame.headers } }
    let core = channel.core
    for _ in 0..<10 { _ = try await keepsCancelledCall(core) }
    let queued = await withCheckedContinuation { done in
      core.loop.execute {
        done.resume(returning: core.subchannels[0].connection?.transport?.session.queuedBytes)
      }
    }
    // What the first one still has, at most.
    #expect(try #require(queued) <= 200_010)
    first.cancel()
    _ = await first.result
    await channel.close()
    await server.loops.shutdown()
  }

  @Test func `a connection whose server takes nothing begins no more calls once many have ended`()
    async throws
  {
    let room = Frame(type: Frame.windowUpdate, payload: [0, 16, 0, 0])
    let server = try FrameServer(welcome: Frame.settings([(id: 4, value: 1 << 20)]).bytes + room.bytes) {
      frame, connection in
      if frame.type == Frame.headers { connection.stopReading() }
    }
    let channel = try server.channel()
    let echo = EchoServiceClient(channel)
    let first = Task { try await echo.echo(Note(String(repeating: "x", count: 1_000_000))) }
    await server.wait { $0.contains { $0.type == Frame.headers } }
    let core = channel.core
    for _ in 0..<1100 { _ = try await keepsCancelledCall(core) }
    let streams = await withCheckedContinuation { done in
      core.loop.execute {
        done.resume(returning: core.subchannels[0].connection?.transport?.session.openStreams)
      }
    }
    #expect(streams == 1001)
    var options = CallOptions()
    options.timeout = .milliseconds(50)
    let hurried = EchoServiceClient(channel, options: options)
    let error = await #expect(throws: RPCError.self) { try await hurried.echo(Note("x")) }
    #expect(error?.code == .deadlineExceeded)
    #expect(error?.message.contains("1000 calls that have ended") == true)
    first.cancel()
    _ = await first.result
    let session = WeakSession()
    await withCheckedContinuation { done in
      core.loop.execute {
        session.value = core.subchannels[0].connection?.transport?.session
        done.resume()
      }
    }
    await channel.close()
    // Nor does it outlive its channel for long, though what calls those off is never read.
    let patience = ContinuousClock.now + .seconds(30)
    while session.value != nil, ContinuousClock.now < patience {
      try await Task.sleep(for: .milliseconds(50))
    }
    #expect(session.value == nil)
    await server.loops.shutdown()
  }
}

// SAFETY: set once, before it is handed on.
private final class WeakSession: @unchecked Sendable {
  weak var value: Session?
}
