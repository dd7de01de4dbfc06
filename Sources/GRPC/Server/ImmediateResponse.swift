import Protobuf

/// Where a handler that answers on the spot puts its response; to be used before the handler returns, at most once.
public struct ImmediateResponse<Response: Message> {
  private let call: ServerCall

  init(_ call: ServerCall) { self.call = call }

  /// Sends the response.
  ///
  /// - Throws: `CANCELLED` when the call is over, `RESOURCE_EXHAUSTED` when the message is above the limit.
  public func send(_ response: Response) throws(RPCError) { try call.send(response) }

  /// Sends a response that is encoded already; the bytes must be an encoding of its type, and are copied once.
  ///
  /// - Throws: as `send(_:)`.
  public func send(encoded bytes: UnsafeRawBufferPointer) throws(RPCError) { try call.send(encoded: bytes) }
}
