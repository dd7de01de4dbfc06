import EventLoops
import HTTP2
import Synchronization
import Transport

@testable import GRPC

/// A server within the process that does nothing of HTTP/2 by itself: a test's script answers each frame with frames.
///
/// So it can do what libnghttp2, which drives `ScriptedServer`, would not, or leave out what that does unasked.
// SAFETY: `loops` and the closures never change; connections live on the loop; what tests read is behind the mutex.
final class FrameServer: @unchecked Sendable {
  let loops: EventLoopGroup
  private let welcome: [UInt8]
  private let script: @Sendable (Frame, FrameConnection) -> Void
  private let record = Watched<[Frame]>([])
  private let connections = Mutex<[FrameConnection]>([])

  /// - Parameters:
  ///   - welcome: sent to every connection at once; SETTINGS without entries unless it is said.
  ///   - script: called on the loop with every frame that comes.
  init(
    welcome: [UInt8] = Frame.settings().bytes, _ script: @escaping @Sendable (Frame, FrameConnection) -> Void
  ) throws {
    self.welcome = welcome
    self.script = script
    loops = try EventLoopGroup(count: 1)
  }

  func channel(_ configuration: ChannelConfiguration = ChannelConfiguration()) throws -> Channel {
    let acceptor = InProcessAcceptor { [self] clientLoop in
      let pipe = MemoryPipe(from: clientLoop, to: loops.loops[0])
      loops.loops[0].execute { [self] in
        let connection = FrameConnection(pipe.second, self)
        connections.withLock { $0.append(connection) }
        pipe.second.start(connection)
        connection.send(welcome)
      }
      return pipe.first
    }
    return try Channel(inProcess: acceptor, configuration: configuration, group: loops)
  }

  /// Every frame that came, of all connections.
  var seen: [Frame] { record.now }
  var connectionCount: Int { connections.withLock { $0.count } }

  /// Sends a frame on the last connection.
  func send(_ frame: Frame) {
    loops.loops[0].execute { [self] in connections.withLock { $0.last }?.send(frame.bytes) }
  }

  /// Waits until the frames are as wanted.
  func wait(until condition: @Sendable ([Frame]) -> Bool) async { await record.wait(until: condition) }

  fileprivate func received(_ frame: Frame, _ connection: FrameConnection) {
    script(frame, connection)
    record.change { $0.append(frame) }
  }
}

/// One connection of a frame server.
// SAFETY: used on the server's loop only.
final class FrameConnection: ByteStreamHandler, @unchecked Sendable {
  private let pipe: MemoryPipeEnd
  private let server: FrameServer
  private var received: [UInt8] = []
  private var unsent: [UInt8] = []
  private var hasPreface = false
  private var isReading = true

  init(_ pipe: MemoryPipeEnd, _ server: FrameServer) {
    self.pipe = pipe
    self.server = server
  }

  func send(_ bytes: [UInt8]) {
    unsent += bytes
    becameWritable()
  }

  /// Sends nothing more.
  func finish() { pipe.finishOutput() }

  /// Takes nothing more, as a host that is gone.
  func stopReading() {
    isReading = false
    pipe.setReading(false)
  }

  func opened() {}

  func received(_ bytes: UnsafeRawBufferPointer) {
    guard isReading else { return }
    received += bytes
    if !hasPreface {
      guard received.count >= 24 else { return }
      received.removeFirst(24)
      hasPreface = true
    }
    while let frame = Frame(takenFrom: &received) { server.received(frame, self) }
  }

  func receivedEnd() { pipe.close() }

  func becameWritable() {
    guard !unsent.isEmpty else { return }
    let written = try? unsent.withUnsafeBytes { try pipe.write($0) }
    if case .blocked(let taken) = written { unsent.removeFirst(taken) } else { unsent = [] }
  }

  func failed(_ error: TransportError) { pipe.close() }
}

/// A frame made or read by hand.
struct Frame: Sendable {
  var type: UInt8
  var flags: UInt8 = 0
  var stream: UInt32 = 0
  var payload: [UInt8] = []

  static let data: UInt8 = 0
  static let headers: UInt8 = 1
  static let reset: UInt8 = 3
  static let ping: UInt8 = 6
  static let windowUpdate: UInt8 = 8
  static let continuation: UInt8 = 9

  init(type: UInt8, flags: UInt8 = 0, stream: UInt32 = 0, payload: [UInt8] = []) {
    (self.type, self.flags, self.stream, self.payload) = (type, flags, stream, payload)
  }

  /// Takes a frame off the front of bytes; nil where there is no whole one.
  init?(takenFrom bytes: inout [UInt8]) {
    guard bytes.count >= 9 else { return nil }
    let count = Int(bytes[0]) << 16 | Int(bytes[1]) << 8 | Int(bytes[2])
    guard bytes.count >= 9 + count else { return nil }
    type = bytes[3]
    flags = bytes[4]
    stream = bytes[5..<9].reduce(0) { $0 << 8 | UInt32($1) }
    payload = Array(bytes[9..<9 + count])
    bytes.removeFirst(9 + count)
  }

  var bytes: [UInt8] {
    let count = payload.count
    return [UInt8(count >> 16), UInt8(count >> 8 & 255), UInt8(count & 255), type, flags]
      + Self.bigEndian(stream) + payload
  }

  /// The code of RST_STREAM.
  var errorCode: HTTP2ErrorCode {
    HTTP2ErrorCode(rawValue: payload.prefix(4).reduce(0) { $0 << 8 | UInt32($1) })
  }

  static func settings(_ entries: [(id: UInt8, value: UInt32)] = []) -> Frame {
    Frame(type: 4, payload: entries.flatMap { [0, $0.id] + bigEndian($0.value) })
  }

  static func headers(
    _ stream: UInt32, _ fields: KeyValuePairs<String, String>, endStream: Bool = false
  ) -> Frame {
    let block = fields.flatMap { [0, UInt8($0.utf8.count)] + $0.utf8 + [UInt8($1.utf8.count)] + $1.utf8 }
    return Frame(type: headers, flags: endStream ? 5 : 4, stream: stream, payload: block)
  }

  static func data(_ stream: UInt32, _ payload: [UInt8]) -> Frame {
    Frame(type: data, stream: stream, payload: payload)
  }

  static func goAway(last: UInt32, code: HTTP2ErrorCode, debug: String) -> Frame {
    Frame(type: 7, payload: bigEndian(last) + bigEndian(code.rawValue) + debug.utf8)
  }

  /// A status as the whole answer.
  static func refusal(_ stream: UInt32, _ code: String, _ message: String = "") -> Frame {
    headers(
      stream,
      [
        ":status": "200", "content-type": "application/grpc", "grpc-status": code, "grpc-message": message,
      ], endStream: true)
  }

  private static func bigEndian(_ value: UInt32) -> [UInt8] {
    [UInt8(value >> 24), UInt8(value >> 16 & 255), UInt8(value >> 8 & 255), UInt8(value & 255)]
  }
}
