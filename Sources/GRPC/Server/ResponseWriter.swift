import Protobuf

/// Sends the responses of a server-streaming or bidirectional call.
///
/// May be used from any task; messages go out in the order of the calls.
public struct ResponseWriter<Response: Message>: Sendable {
  private let call: ServerCall

  init(_ call: ServerCall) { self.call = call }

  /// Sends a message; suspends while too much of what was sent before waits for the client.
  ///
  /// - Throws: `RPCError`: `CANCELLED` when the client has gone or the deadline has passed, `RESOURCE_EXHAUSTED` when
  ///   the message is above the limit.
  public func send(_ message: consuming Response) async throws {
    try await send(consume message, compressed: true)
  }

  /// Sends a message; otherwise as `send(_:)`.
  ///
  /// - Parameter compressed: false leaves this one as it is in a call that compresses its responses.
  /// - Throws: as `send(_:)`.
  public func send(_ message: consuming Response, compressed: Bool) async throws {
    guard call.connection.loop.isCurrent else {
      let message = message
      return try await call.connection.onLoop { () async throws(RPCError) in
        try await call.respond(with: message, compressed: compressed)
        await call.waitForRoom()
      }
    }
    try await respond(with: consume message, compressed: compressed)
    await call.waitForRoom()
  }

  /// Encodes a message, which is let go of before its client has to be waited for.
  private func respond(with message: Response, compressed: Bool) async throws {
    try await call.respond(with: message, compressed: compressed)
  }

  /// Sends all messages of a sequence.
  ///
  /// - Throws: as `send(_:)`.
  public func send(contentsOf messages: some Sequence<Response>) async throws {
    for message in messages { try await send(message) }
  }
}
