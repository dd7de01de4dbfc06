/// Every case of the suite by its name.
enum Cases {
  typealias Body = @Sendable (Session) async throws -> Void

  static let all: KeyValuePairs<String, Body> = [
    "empty_unary": { try await $0.emptyUnary() },
    "large_unary": { try await $0.largeUnary() },
    "cacheable_unary": { try await $0.cacheableUnary() },
    "client_compressed_unary": { try await $0.clientCompressedUnary(probes: true) },
    "client_compressed_unary_noprobe": { try await $0.clientCompressedUnary(probes: false) },
    "server_compressed_unary": { try await $0.serverCompressedUnary() },
    "client_streaming": { try await $0.clientStreaming() },
    "client_compressed_streaming": { try await $0.clientCompressedStreaming(probes: true) },
    "client_compressed_streaming_noprobe": { try await $0.clientCompressedStreaming(probes: false) },
    "server_streaming": { try await $0.serverStreaming() },
    "server_compressed_streaming": { try await $0.serverCompressedStreaming() },
    "ping_pong": { try await $0.pingPong() },
    "empty_stream": { try await $0.emptyStream() },
    "timeout_on_sleeping_server": { try await $0.timeoutOnSleepingServer() },
    "cancel_after_begin": { try await $0.cancelAfterBegin() },
    "cancel_after_first_response": { try await $0.cancelAfterFirstResponse() },
    "status_code_and_message": { try await $0.statusCodeAndMessage() },
    "special_status_message": { try await $0.specialStatusMessage() },
    "custom_metadata": { try await $0.customMetadata() },
    "unimplemented_method": { try await $0.unimplementedMethod() },
    "unimplemented_service": { try await $0.unimplementedService() },
    "concurrent_large_unary": { try await $0.concurrentLargeUnary() },
    "rpc_soak": { try await $0.rpcSoak() },
    "channel_soak": { try await $0.channelSoak() },
    "long_lived_channel": { try await $0.longLivedChannel() },
    // Against a server that misbehaves in the way of the same name.
    "goaway": { try await $0.goaway() },
    "rst_after_header": { try await $0.reset() },
    "rst_during_data": { try await $0.reset() },
    "rst_after_data": { try await $0.reset() },
    "ping": { try await $0.largeUnary() },
    "max_streams": { try await $0.maxStreams() },
    "data_frame_padding": { try await $0.largeUnary() },
    "no_df_padding_sanity_test": { try await $0.largeUnary() },
  ]
}
