import EventLoops
import HTTP2
import Synchronization

@testable import Transport

/// The code above a server's connection: echoes, streams, holds or closes, as the path says.
final class EchoServer: ConnectionDelegate {
  /// What happens to the connections of a server, for expectations.
  final class Journal: Sendable {
    private let ends = Mutex<[TransportError?]>([])
    private let waiters = Mutex<[CheckedContinuation<Void, Never>]>([])
    let held = Mutex<[HeldStream]>([])
    var endings: [TransportError?] { ends.withLock { $0 } }

    func add(_ error: TransportError?) {
      ends.withLock { $0.append(error) }
      for waiter in waiters.withLock({ waiters in
        defer { waiters = [] }
        return waiters
      }) { waiter.resume() }
    }

    /// Waits for the end of so many connections.
    func endings(_ count: Int) async -> [TransportError?] {
      while true {
        await withCheckedContinuation { waiter in
          waiters.withLock { $0.append(waiter) }
          if endings.count >= count {
            for waiter in waiters.withLock({ waiters in
              defer { waiters = [] }
              return waiters
            }) { waiter.resume() }
          }
        }
        if endings.count >= count { return endings }
      }
    }

    /// Answers the calls to `/hold`.
    func release() {
      for held in held.withLock({ $0 }) { held.loop.execute { held.answer() } }
    }
  }

  /// A stream that waits for `release()`.
  struct HeldStream: @unchecked Sendable {  // SAFETY: the stream is touched on `loop` only.
    let loop: EventLoop
    let stream: HTTP2.Stream
    func answer() {
      stream.sendHeaders(HeaderFields([":status": "200"]))
      stream.sendEnd()
    }
  }

  private let connection: Connection
  private let journal: Journal

  init(_ connection: Connection, _ journal: Journal) {
    self.connection = connection
    self.journal = journal
  }

  func accept(_ stream: HTTP2.Stream, headers: HeaderBlock, endStream: Bool) -> any StreamHandler {
    let path = headers.firstValue(of: ":path") ?? ""
    switch path {
    case "/close": connection.close()
    case "/hold":
      journal.held.withLock { $0.append(HeldStream(loop: connection.loop, stream: stream)) }
      return Silence(stream)
    default: break
    }
    stream.sendHeaders(HeaderFields([":status": "200"]))
    if path == "/subject" {
      Array((connection.security?.peerSubject ?? "").utf8).withUnsafeBytes { stream.send($0) }
    }
    guard let count = Int(path.dropFirst(5)), path.hasPrefix("/big/") else { return Echo(stream) }
    let flood = Flood(stream, count)
    flood.more()
    return flood
  }

  func connectionClosed(_ connection: Connection, error: TransportError?) { journal.add(error) }
}

private class Silence: StreamHandler {
  let stream: HTTP2.Stream
  init(_ stream: HTTP2.Stream) { self.stream = stream }
  func receivedData(_ bytes: UnsafeRawBufferPointer) { stream.consumed(bytes.count) }
  func receivedTrailers(_ trailers: HeaderBlock) {}
  func receivedEnd() {}
  func outputDrained() {}
  func closed(_ code: HTTP2ErrorCode) {}
}

/// Sends back what comes; takes no more from the client than the client takes from us.
private final class Echo: Silence {
  private static let bound = 128 * 1024
  private var owed = 0

  override func receivedData(_ bytes: UnsafeRawBufferPointer) {
    stream.send(bytes)
    owed += bytes.count
    if stream.queuedBytes <= Self.bound { outputDrained() } else { stream.drainThreshold = Self.bound / 2 }
  }

  override func outputDrained() {
    stream.consumed(owed)
    owed = 0
  }

  override func receivedEnd() { stream.sendEnd() }
}

/// Sends so many bytes, a bounded part of them at a time.
private final class Flood: Silence {
  private var rest: Int
  init(_ stream: HTTP2.Stream, _ count: Int) {
    rest = count
    super.init(stream)
  }

  func more() {
    while rest > 0, stream.queuedBytes < 64 * 1024 {
      let count = min(rest, 16 * 1024)
      [UInt8](repeating: 1, count: count).withUnsafeBytes { stream.send($0) }
      rest -= count
    }
    if rest == 0 { stream.sendEnd() } else { stream.drainThreshold = 32 * 1024 }
  }

  override func outputDrained() { more() }
}

/// A value that a test replaces while a server uses it.
final class Current<Value: Sendable>: Sendable {
  private let value: Mutex<Value>
  init(_ value: Value) { self.value = Mutex(value) }
  var context: Value {
    get { value.withLock { $0 } }
    set { value.withLock { $0 = newValue } }
  }
}
