import Synchronization
import Testing

@testable import GRPC

/// Calls of one channel beside others whose responses nobody reads.
@Suite(.timeLimit(.minutes(10))) struct StalledReaderTests {
  private static let head: KeyValuePairs = [":status": "200", "content-type": "application/grpc"]

  @Test func `readers who are behind hold up nobody else, and nothing is lost to them`() async throws {
    let (stalled, messages) = (16, 10)
    let text = String(repeating: "x", count: 100_000)
    let outbox = Outbox()
    let server = try FrameServer { frame, connection in
      outbox.take(frame, from: connection)
      if frame.type == Frame.headers {
        outbox.append(.headers(frame.stream, Self.head))
        let isStalled = frame.stream < 2 * stalled
        let message = framed(Note(isStalled ? text : "x").serialized())
        for _ in 0..<(isStalled ? messages : 1) { outbox.append(message: message, on: frame.stream) }
        // The others end behind the call that has to wait for none of them.
        let ended = isStalled ? [] : [frame.stream] + (0..<stalled).map { UInt32(2 * $0 + 1) }
        for stream in ended { outbox.append(.headers(stream, ["grpc-status": "0"], endStream: true)) }
      }
      outbox.flush(to: connection)
    }
    let channel = try server.channel()
    let echo = EchoServiceClient(channel)
    // Together almost twice the connection's window.
    var unread: [ResponseStream<Note>] = []
    for number in 1...stalled {
      unread.append(echo.repeat(Note("x")))
      await server.wait { $0.count { $0.type == Frame.headers } == number }
    }
    #expect(try await echo.echo(Note("x")).text == "x")
    for responses in unread {
      var read = 0
      for try await response in responses where response.text == text { read += 1 }
      #expect(read == messages)
    }
    await channel.close()
    await server.loops.shutdown()
  }

  @Test func `a stream that nobody reads gets no more window, and what came is no message yet`() async throws
  {
    let outbox = Outbox()
    let server = try FrameServer { frame, connection in
      outbox.take(frame, from: connection)
      if frame.type == Frame.headers {
        outbox.append(.headers(frame.stream, Self.head))
        // A window full of nothing but prefixes.
        for _ in 0..<64 { outbox.append(message: [UInt8](repeating: 0, count: 16_380), on: frame.stream) }
        outbox.append(Frame(type: Frame.ping, payload: Array(repeating: 1, count: 8)))
      }
      outbox.flush(to: connection)
    }
    let channel = try server.channel()
    let responses = EchoServiceClient(channel).repeat(Note("x"))
    await server.wait { $0.contains { $0.type == Frame.ping && $0.flags == 1 } }
    let core = channel.core
    let received = await withCheckedContinuation { done in
      core.loop.execute { done.resume(returning: core.subchannels[0].tally.calls.messagesReceived) }
    }
    #expect(received < 10_000)
    #expect(!server.seen.contains { $0.type == Frame.windowUpdate && $0.stream == 1 })
    var read = 0
    for try await _ in responses {
      read += 1
      if read == 64 * 16_380 / 5 { break }
    }
    await server.wait { $0.contains { $0.type == Frame.windowUpdate && $0.stream == 1 } }
    responses.cancel()
    await channel.close()
    await server.loops.shutdown()
  }

  /// How a server leaves its call.
  enum Departure: CaseIterable { case reset, closing }

  @Test(arguments: Departure.allCases)
  func `what has come before the stream broke off is read before its error`(_ departure: Departure)
    async throws
  {
    let messages = 12
    let text = String(repeating: "x", count: 20_000)
    let outbox = Outbox()
    let server = try FrameServer { frame, connection in
      outbox.take(frame, from: connection)
      if frame.type == Frame.headers {
        outbox.append(.headers(frame.stream, Self.head))
        for _ in 0..<messages { outbox.append(message: framed(Note(text).serialized()), on: frame.stream) }
        if departure == .reset {
          outbox.append(Frame(type: Frame.reset, stream: frame.stream, payload: [0, 0, 0, 2]))
        }
        outbox.append(Frame(type: Frame.ping, payload: Array(repeating: 1, count: 8)))
      }
      // All that was sent has been taken in.
      if frame.type == Frame.ping, frame.flags == 1, departure == .closing { connection.finish() }
      outbox.flush(to: connection)
    }
    let channel = try server.channel()
    let responses = EchoServiceClient(channel).repeat(Note("x"))
    await server.wait { $0.contains { $0.type == Frame.ping && $0.flags == 1 } }
    while departure == .closing, await channel.state == .ready { try await Task.sleep(for: .milliseconds(1)) }
    var read = 0
    do {
      for try await response in responses where response.text == text { read += 1 }
      Issue.record("the call ended well")
    } catch {
      #expect(error.code == (departure == .reset ? .internal : .unavailable))
    }
    #expect(read == messages)
    await channel.close()
    await server.loops.shutdown()
  }
}

/// What a server has to send, held back by the client's window of the connection.
private final class Outbox: Sendable {
  private let state = Mutex<(frames: [Frame], next: Int, window: Int)>(([], 0, 65_535))

  /// Takes in what a frame adds to the window, and acknowledges SETTINGS.
  func take(_ frame: Frame, from connection: FrameConnection) {
    if frame.type == 4, frame.flags == 0 { connection.send(Frame(type: 4, flags: 1).bytes) }
    guard frame.type == Frame.windowUpdate, frame.stream == 0 else { return }
    state.withLock { $0.window += frame.payload.reduce(0) { $0 << 8 | Int($1) } }
  }

  func append(_ frame: Frame) { state.withLock { $0.frames.append(frame) } }

  func append(message bytes: [UInt8], on stream: UInt32) {
    for start in stride(from: 0, to: bytes.count, by: 16_384) {
      append(.data(stream, Array(bytes[start..<min(start + 16_384, bytes.count)])))
    }
  }

  func flush(to connection: FrameConnection) {
    state.withLock { state in
      while state.next < state.frames.count {
        let frame = state.frames[state.next]
        let cost = frame.type == Frame.data ? frame.payload.count : 0
        guard cost <= state.window else { return }
        state.window -= cost
        state.next += 1
        connection.send(frame.bytes)
      }
    }
  }
}
