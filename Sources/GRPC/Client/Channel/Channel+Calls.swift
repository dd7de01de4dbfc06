import EventLoops
import Protobuf

extension Channel {
  /// Calls a method with one request and one response.
  ///
  /// - Throws: the status of the call, unless it is `OK`.
  public nonisolated(nonsending) func unary<Request, Response>(
    _ method: MethodDescriptor<Request, Response>, _ request: Request,
    _ options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Response {
    let message = try encode(method.erased, request, options)
    let response = UnaryResponse<Response>(keepsMetadata: false)
    let status = await perform(method.erased, message, options, response)
    return try response.takeMessage(status)
  }

  /// Calls a method with one request and one response, and returns the response with its metadata.
  ///
  /// - Throws: the status of the call, unless it is `OK`.
  public nonisolated(nonsending) func unaryReply<Request, Response>(
    _ method: MethodDescriptor<Request, Response>, _ request: Request,
    _ options: CallOptions = CallOptions()
  ) async throws(RPCError) -> UnaryReply<Response> {
    let message = try encode(method.erased, request, options)
    let response = UnaryResponse<Response>(keepsMetadata: true)
    let status = await perform(method.erased, message, options, response)
    return try response.reply(status)
  }

  /// Calls a method with one request and any number of responses.
  public func serverStreaming<Request, Response>(
    _ method: MethodDescriptor<Request, Response>, _ request: Request,
    _ options: CallOptions = CallOptions()
  ) -> ResponseStream<Response> {
    let queue = ResponseQueue<Response>()
    do throws(RPCError) {
      let message = try encode(method.erased, request, options)
      let call = start(method.erased, options, .single(message), queue)
      return ResponseStream(ResponseStreamHandle(self, call, queue))
    } catch {
      queue.finished(CallStatus(error))
      return ResponseStream(ResponseStreamHandle(self, nil, queue))
    }
  }

  /// Calls a method with any number of requests and one response.
  public func clientStreaming<Request, Response>(
    _ method: MethodDescriptor<Request, Response>, _ options: CallOptions = CallOptions()
  ) -> ClientStreamingCall<Request, Response> {
    ClientStreamingCall(streaming(method, options))
  }

  /// Calls a method with any number of requests and responses.
  public func bidirectional<Request, Response>(
    _ method: MethodDescriptor<Request, Response>, _ options: CallOptions = CallOptions()
  ) -> BidirectionalCall<Request, Response> {
    BidirectionalCall(streaming(method, options))
  }

  /// Runs a call with one request to its end.
  private nonisolated(nonsending) func perform(
    _ method: AnyMethodDescriptor, _ request: FramedMessage, _ options: CallOptions,
    _ response: any AwaitedResponse
  ) async -> CallStatus {
    let call = ClientCall(
      core: core, head: head(method, options), requests: .single(request), response: response)
    return await withTaskCancellationHandler {
      await withUnsafeContinuation { waiter in
        response.prepare(waiter)
        start(call, options)
      }
    } onCancel: {
      call.cancel(.cancelledByTask)
    }
  }

  private func streaming<Request, Response>(
    _ method: MethodDescriptor<Request, Response>, _ options: CallOptions
  ) -> (RequestWriter<Request>, ResponseStream<Response>) {
    let requests = RequestQueue()
    let responses = ResponseQueue<Response>()
    let call = start(method.erased, options, .queue(requests), responses)
    let writer = RequestWriter<Request>(
      call: call, queue: requests, maxMessageBytes: maxRequestBytes(method.erased, options),
      encoding: compression(options))
    return (writer, ResponseStream(ResponseStreamHandle(self, call, responses)))
  }

  /// Makes a call and starts it.
  private func start(
    _ method: AnyMethodDescriptor, _ options: CallOptions, _ requests: RequestSource,
    _ response: any ResponseHandler
  ) -> ClientCall {
    let call = ClientCall(core: core, head: head(method, options), requests: requests, response: response)
    start(call, options)
    return call
  }

  /// Starts a call, once its interceptors, where there are any, have let it go.
  private func start(_ call: ClientCall, _ options: CallOptions) {
    if core.configuration.interceptors.isEmpty { return call.start() }
    let method = call.head.method
    call.start { () async throws(RPCError) in try await self.intercepted(method, options) }
  }

  private func intercepted(
    _ method: AnyMethodDescriptor, _ options: CallOptions
  ) async throws(RPCError) -> CallHead {
    let interceptors = core.configuration.interceptors
    let start = MonotonicInstant.now
    var call = OutgoingCall(
      method: method, target: core.target, isSecure: core.security != nil, options: options)
    for interceptor in interceptors { try await interceptor.prepare(&call) }
    let prepared = call
    return CallHead(
      method, prepared.options, channel: core.configuration.defaults, core.methods[method], now: start
    ) { outcome in
      for interceptor in interceptors.reversed() { interceptor.completed(prepared, outcome) }
    }
  }

  private func head(_ method: AnyMethodDescriptor, _ options: CallOptions) -> CallHead {
    CallHead(method, options, channel: core.configuration.defaults, core.methods[method], now: .now)
  }

  private func encode(
    _ method: AnyMethodDescriptor, _ request: some Message, _ options: CallOptions
  ) throws(RPCError) -> FramedMessage {
    try FramedMessage.encode(
      request, maxMessageBytes: maxRequestBytes(method, options), compression: compression(options))
  }

  private func maxRequestBytes(_ method: AnyMethodDescriptor, _ options: CallOptions) -> Int {
    let own = options.maxRequestBytes ?? core.configuration.defaults.maxRequestBytes
    return CallHead.smaller(own, core.methods[method]?.config.maxRequestBytes) ?? .max
  }

  private func compression(_ options: CallOptions) -> MessageEncoding {
    options.compression ?? core.configuration.defaults.compression ?? .identity
  }
}

extension CallStatus {
  /// The end of a call whose task was cancelled.
  static let cancelledByTask = CallStatus(.cancelled, "the calling task was cancelled")
}
