import HTTP2

/// A frame as bytes, made or read by hand.
struct RawFrame: Equatable {
  var type: UInt8
  var flags: UInt8 = 0
  var stream: UInt32 = 0
  var payload: [UInt8] = []

  static let data: UInt8 = 0
  static let headers: UInt8 = 1
  static let priority: UInt8 = 2
  static let reset: UInt8 = 3
  static let settings: UInt8 = 4
  static let ping: UInt8 = 6
  static let goAway: UInt8 = 7
  static let windowUpdate: UInt8 = 8
  static let continuation: UInt8 = 9

  var bytes: [UInt8] {
    let count = payload.count
    return [UInt8(count >> 16), UInt8(count >> 8 & 255), UInt8(count & 255), type, flags]
      + bigEndian(stream) + payload
  }

  /// The code that RST_STREAM or GOAWAY carries.
  var errorCode: HTTP2ErrorCode? {
    let offset = type == Self.goAway ? 4 : 0
    guard type == Self.goAway || type == Self.reset, payload.count >= offset + 4 else { return nil }
    let value = payload[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    return HTTP2ErrorCode(rawValue: value)
  }

  /// Cuts bytes into frames; the bytes must end with a whole one.
  static func parse(_ bytes: [UInt8]) -> [RawFrame] {
    var frames: [RawFrame] = []
    var rest = bytes[...]
    while rest.count >= 9 {
      let head = Array(rest.prefix(9))
      let count = Int(head[0]) << 16 | Int(head[1]) << 8 | Int(head[2])
      let stream = head[5...].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      rest = rest.dropFirst(9)
      frames.append(
        RawFrame(type: head[3], flags: head[4], stream: stream, payload: Array(rest.prefix(count))))
      rest = rest.dropFirst(count)
    }
    return frames
  }
}

/// Four bytes, most significant first.
func bigEndian(_ value: UInt32) -> [UInt8] {
  [UInt8(value >> 24), UInt8(value >> 16 & 255), UInt8(value >> 8 & 255), UInt8(value & 255)]
}

/// A header field as a literal without indexing (RFC 7541 §6.2.2), without Huffman coding.
func literal(_ name: String, _ value: String) -> [UInt8] {
  [0x00] + stringLength(name) + name.utf8 + stringLength(value) + value.utf8
}

/// The same with incremental indexing (§6.2.1): the field becomes the newest of the table.
func indexed(_ name: String, _ value: String) -> [UInt8] { [0x40] + literal(name, value).dropFirst() }

/// The length of a string literal: an integer with a prefix of seven bits (RFC 7541 §5.1).
private func stringLength(_ text: String) -> [UInt8] {
  let count = text.utf8.count
  guard count >= 127 else { return [UInt8(count)] }
  var bytes: [UInt8] = [127]
  var rest = count - 127
  while rest >= 128 {
    bytes.append(UInt8(rest & 127) | 128)
    rest >>= 7
  }
  return bytes + [UInt8(rest)]
}

/// The header block of a well-formed gRPC request.
let requestBlock: [UInt8] =
  literal(":method", "POST") + literal(":scheme", "http") + literal(":path", "/a/B")
  + literal(":authority", "test") + literal("te", "trailers")
  + literal("content-type", "application/grpc")

/// What a client sends first, without the SETTINGS frame.
let magic = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8)

/// A server session that is spoken to in hand-made frames.
final class RawClient {
  let side = Acceptor()
  let server: Session
  var error: HTTP2Error?
  /// Every frame that the server has sent.
  var answers: [RawFrame] = []
  var time: UInt64 = 1

  init(_ configuration: SessionConfiguration = .init(), greets: Bool = true) {
    server = Session(role: .server, configuration: configuration, delegate: side)
    if greets {
      send(magic)
      send(RawFrame(type: RawFrame.settings))
      send(RawFrame(type: RawFrame.settings, flags: 1))
    }
  }

  deinit { server.close(.cancel) }

  func send(_ bytes: [UInt8]) {
    do throws(HTTP2Error) {
      try bytes.span.bytes.withUnsafeBytes { raw throws(HTTP2Error) in
        try server.receive(raw, atNanoseconds: time)
      }
    } catch {
      self.error = error
    }
    answers += RawFrame.parse(drain(server))
  }

  func send(_ frames: RawFrame...) { send(frames.flatMap(\.bytes)) }

  /// Opens a stream with a well-formed request.
  func open(_ stream: UInt32, endStream: Bool = true) {
    send(RawFrame(type: RawFrame.headers, flags: endStream ? 5 : 4, stream: stream, payload: requestBlock))
  }

  var goAway: HTTP2ErrorCode? { answers.last { $0.type == RawFrame.goAway }?.errorCode }
  func reset(_ stream: UInt32) -> HTTP2ErrorCode? {
    answers.last { $0.type == RawFrame.reset && $0.stream == stream }?.errorCode
  }
}
