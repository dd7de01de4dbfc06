import HTTP2

extension FuzzTarget {
  /// The first byte says in pieces of which length the rest arrives.
  func takeAsSession(_ bytes: UnsafeRawBufferPointer) {
    guard let first = bytes.first else { return }
    let acceptor = EchoingAcceptor()
    let session = Session(role: .server, delegate: acceptor)
    defer { session.close(.cancel) }
    var rest = bytes.dropFirst()
    var nanoseconds: UInt64 = 0
    while !rest.isEmpty {
      let piece = UnsafeRawBufferPointer(rebasing: rest.prefix(first == 0 ? rest.count : Int(first)))
      rest = rest.dropFirst(piece.count)
      nanoseconds += 1_000_000
      let isOver: Bool
      do {
        try session.receive(piece, atNanoseconds: nanoseconds)
        isOver = false
      } catch {
        isOver = true
      }
      while session.nextOutput() != nil {}
      if isOver { return }
    }
  }
}

/// Answers every stream with what it brings.
private final class EchoingAcceptor: SessionDelegate {
  func accept(_ stream: HTTP2.Stream, headers: HeaderBlock, endStream: Bool) -> any StreamHandler {
    _ = headers.texts
    stream.sendHeaders(HeaderFields([":status": "200"]))
    return Echo(stream)
  }

  private final class Echo: StreamHandler {
    private let stream: HTTP2.Stream

    init(_ stream: HTTP2.Stream) { self.stream = stream }

    func receivedData(_ bytes: UnsafeRawBufferPointer) {
      stream.send(bytes)
      stream.consumed(bytes.count)
    }

    func receivedTrailers(_ trailers: HeaderBlock) { _ = trailers.texts }
    func receivedEnd() { stream.sendEnd() }
    func outputDrained() {}
    func closed(_ code: HTTP2ErrorCode) {}
  }
}
