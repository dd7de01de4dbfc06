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

  /// Suspends until client, connection and server have room for `bytes` more, which is kept for the next message: before a large one is
  /// made, so that one which cannot be sent yet is not held either.
  ///
  /// A call that has asked ends when its client takes nothing for `ServerConfiguration.responsePatience`.
  ///
  /// - Returns: whether it had to wait.
  /// - Throws: `RPCError`: `CANCELLED` as `send(_:)`, `RESOURCE_EXHAUSTED` when too many calls wait already.
  @discardableResult
  public func waitForRoom(for bytes: Int) async throws -> Bool {
    if call.connection.loop.isCurrent { return try await call.waitForRoom(for: bytes) }
    return try await call.connection.onLoop { () async throws(RPCError) in
      try await call.waitForRoom(for: bytes)
    }
  }

  /// Gives back what `waitForRoom(for:)` has kept, where there is nothing to send after all.
  public func giveBackRoom() async {
    if call.connection.loop.isCurrent { return call.giveBackRoom() }
    call.connection.loop.execute { [call] in call.giveBackRoom() }
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
