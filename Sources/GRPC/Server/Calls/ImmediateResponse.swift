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
    guard call.mayCompress else { return try call.send(response) }
    try response.serialized().span.bytes.withUnsafeBytes { bytes throws(RPCError) in
      try sendOrPostpone(bytes)
    }
  }

  /// Sends a response that is encoded already; the bytes must be an encoding of its type, and are copied once.
  ///
  /// - Throws: as `send(_:)`.
  public func send(encoded bytes: UnsafeRawBufferPointer) throws(RPCError) {
    try checkIsFirst()
    try sendOrPostpone(bytes)
  }

  private func sendOrPostpone(_ bytes: UnsafeRawBufferPointer) throws(RPCError) {
    if call.deflatesBeside(bytes.count) {
      call.postponedResponse = [UInt8](bytes)
    } else {
      try call.send(encoded: bytes)
    }
  }

  private func checkIsFirst() throws(RPCError) {
    if call.hasResponded || call.postponedResponse != nil {
      throw RPCError(.internal, "a unary method has one response, and this is a second one")
    }
  }
}
