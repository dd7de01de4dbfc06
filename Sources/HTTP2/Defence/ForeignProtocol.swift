/// What the first bytes of a connection are when they are not HTTP/2.
public enum ForeignProtocol: Hashable, Sendable {
  /// A TLS record: the peer speaks TLS to a plaintext port.
  case tls
  /// An HTTP/1.x request line, or the first line of a response.
  case http1
  /// Something else.
  case unknown

  /// Guesses from the first bytes of a connection.
  init(firstBytes bytes: UnsafeRawBufferPointer) {
    // A handshake, or the alert of a server that found none.
    if bytes.count >= 2, bytes[0] == 0x16 || bytes[0] == 0x15, bytes[1] == 0x03 {
      self = .tls
    } else if Self.methods.contains(where: { bytes.starts(with: $0.utf8) }) {
      self = .http1
    } else {
      self = .unknown
    }
  }

  private static let methods = [
    "GET ", "POST ", "PUT ", "HEAD ", "OPTIONS ", "DELETE ", "CONNECT ", "PATCH ", "TRACE ", "HTTP/1.",
  ]

  /// What to answer before closing; empty where no answer would be understood.
  var farewell: [UInt8] {
    switch self {
    case .http1:
      let body = "This port speaks HTTP/2 with prior knowledge (gRPC) only.\n"
      return Array(
        """
        HTTP/1.1 505 HTTP Version Not Supported\r\nContent-Type: text/plain\r\n\
        Content-Length: \(body.utf8.count)\r\nConnection: close\r\n\r\n\(body)
        """.utf8)
    case .tls:
      // A fatal TLS alert, protocol_version (RFC 8446 §6): the client reports it instead of a reset.
      return [0x15, 0x03, 0x03, 0x00, 0x02, 0x02, 0x46]
    case .unknown:
      return goAwayFrame(lastStreamID: 0, code: .protocolError, debug: "bad connection preface")
    }
  }

  /// The clause of a log message.
  var found: String {
    switch self {
    case .tls: "a TLS handshake (is the client set to TLS where the server has none?)"
    case .http1: "an HTTP/1 request"
    case .unknown: "bytes of no protocol known here"
    }
  }

  /// The clause of a client's error.
  var foundInAnswer: String {
    switch self {
    case .tls: "TLS (it has to be asked for)"
    case .http1: "HTTP/1, of a web server or of another port than that of gRPC"
    case .unknown: "bytes of no protocol known here"
    }
  }

  /// The beginning of what a peer said, in quotation marks, without what is not printable ASCII.
  static func firstLine(of bytes: UnsafeRawBufferPointer) -> String {
    let line = bytes.prefix(60).prefix { $0 != UInt8(ascii: "\r") && $0 != UInt8(ascii: "\n") }
    return
      "\"\(String(decoding: line.map { (0x20..<0x7f).contains($0) ? $0 : UInt8(ascii: ".") }, as: UTF8.self))\""
  }
}
