import Protobuf

/// Where a handler that answers on the spot puts its one response, before it returns.
public struct ImmediateResponse<Response: Message> {
  private let call: ServerCall

  init(_ call: ServerCall) { self.call = call }

  /// Sends the response.
  ///
  /// - Throws: `CANCELLED` when the call is over, `RESOURCE_EXHAUSTED` when the message is above the limit, `INTERNAL` when
  ///   there was a response already.
  public func send(_ response: Response) throws(RPCError) {
    try checkIsFirst()
    try call.send(response)
  }

  /// Sends a response that is encoded already; the bytes must be an encoding of its type, and are copied once.
  ///
  /// - Throws: as `send(_:)`.
  public func send(encoded bytes: UnsafeRawBufferPointer) throws(RPCError) {
    try checkIsFirst()
    try call.send(encoded: bytes)
  }

  private func checkIsFirst() throws(RPCError) {
    if call.hasResponded {
      throw RPCError(.internal, "a unary method has one response, and this is a second one")
    }
  }
}
