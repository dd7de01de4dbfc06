import EventLoops
import Transport

/// A server within this process, as an endpoint.
final class InProcessAcceptor: Sendable, Equatable {
  /// Makes a pipe between the given loop and the server, and returns the client's end of it.
  let connect: @Sendable (EventLoop) -> MemoryPipeEnd

  init(_ connect: @escaping @Sendable (EventLoop) -> MemoryPipeEnd) {
    self.connect = connect
  }

  static func == (left: InProcessAcceptor, right: InProcessAcceptor) -> Bool { left === right }
}
