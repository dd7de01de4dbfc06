import EventLoops

/// What is settled about a call before it starts.
struct CallHead: Sendable {
  /// The method.
  let method: AnyMethodDescriptor

  /// Metadata sent before the first message.
  let metadata: Metadata

  /// When the call must be over.
  let deadline: MonotonicInstant?

  /// Whether the call waits while no connection can be made.
  let waitsForReady: Bool

  /// The largest response message taken.
  let maxResponseBytes: Int

  /// How requests are compressed.
  let encoding: MessageEncoding

  /// When the call began.
  let start: MonotonicInstant

  /// Who is told how the call ended.
  let completed: (@Sendable (CallOutcome) -> Void)?

  /// Settles what the caller left to the channel.
  init(
    _ method: AnyMethodDescriptor, _ options: CallOptions, channel defaults: CallOptions,
    now: MonotonicInstant, completed: (@Sendable (CallOutcome) -> Void)? = nil
  ) {
    self.method = method
    self.completed = completed
    metadata = options.metadata
    waitsForReady = options.waitsForReady ?? defaults.waitsForReady ?? false
    maxResponseBytes =
      options.maxResponseBytes ?? defaults.maxResponseBytes ?? CallOptions.defaultMaxResponseBytes
    encoding = options.compression ?? defaults.compression ?? .identity
    start = now
    let timeout = (options.timeout ?? defaults.timeout).map { now.advanced(by: $0) }
    let deadline = options.deadline.map { now.advanced(by: ContinuousClock.now.duration(to: $0)) }
    self.deadline = [timeout, deadline].compactMap(\.self).min()
  }
}
