import Protobuf

extension ServicePlan.Method {
  init(_ proto: MethodDescriptorProto, _ name: String, _ comment: [String], _ file: FileContext) {
    self.proto = proto
    self.name = name
    self.comment = comment
    self.file = file
    request = file.types.reference(to: proto.inputType, from: file.scope)
    response = file.types.reference(to: proto.outputType, from: file.scope)
    switch (proto.clientStreaming ?? false, proto.serverStreaming ?? false) {
    case (false, false): kind = .unary
    case (true, false): kind = .clientStreaming
    case (false, true): kind = .serverStreaming
    case (true, true): kind = .bidirectional
    }
  }

  /// The argument that states the method's idempotency, where the file does.
  var idempotency: String {
    switch proto.options?.idempotencyLevel {
    case .noSideEffects: ", idempotency: .noSideEffects"
    case .idempotent: ", idempotency: .idempotent"
    default: ""
    }
  }

  /// The requirement in the server protocol.
  var serverSignature: String {
    let input =
      kind == .unary || kind == .serverStreaming
      ? "_ request: \(request)" : "_ requests: \(runtime("RequestStream"))<\(request)>"
    let context = "context: \(runtime("ServerContext"))"
    switch kind {
    case .unary, .clientStreaming:
      return "func \(name)(\(input), \(context)) async throws -> \(response)"
    case .serverStreaming, .bidirectional:
      let writer = "responses: \(runtime("ResponseWriter"))<\(response)>"
      return "func \(name)(\(input), \(writer), \(context)) async throws"
    }
  }

  /// The closure's body that hands a call to the implementation.
  var serverForwarding: String {
    switch kind {
    case .unary, .clientStreaming: "try await self.\(name)($0, context: $1)"
    case .serverStreaming, .bidirectional: "try await self.\(name)($0, responses: $1, context: $2)"
    }
  }

  /// The client's method.
  var clientSignature: String {
    let input = kind == .unary || kind == .serverStreaming ? "_ request: \(request), " : ""
    let head = "func \(name)(\(input)options: \(runtime("CallOptions"))? = nil)"
    switch kind {
    case .unary: return "\(head) async throws(\(runtime("RPCError"))) -> \(response)"
    case .serverStreaming: return "\(head) -> \(runtime("ResponseStream"))<\(response)>"
    case .clientStreaming: return "\(head) -> \(runtime("ClientStreamingCall"))<\(request), \(response)>"
    case .bidirectional: return "\(head) -> \(runtime("BidirectionalCall"))<\(request), \(response)>"
    }
  }

  private func runtime(_ name: String) -> String { file.runtime(name) }

  /// The client's method body.
  func clientForwarding(_ service: String) -> String {
    let method = "\(service)Methods.\(name)"
    let chosen = "options ?? self.options"
    switch kind {
    case .unary: return "try await channel.unary(\(method), request, \(chosen))"
    case .serverStreaming: return "channel.serverStreaming(\(method), request, \(chosen))"
    case .clientStreaming: return "channel.clientStreaming(\(method), \(chosen))"
    case .bidirectional: return "channel.bidirectional(\(method), \(chosen))"
    }
  }
}
