import EventLoops

/// What is settled about a call before it starts.
struct CallHead: Sendable {
  /// The method.
  let method: AnyMethodDescriptor

  /// Metadata sent before the first message.
  let metadata: Metadata

  /// When the call must be over.
  let deadline: MonotonicInstant?

  /// How long the server may be silent.
  let maxSilence: Duration?

  /// Whether the call waits while no connection can be made.
  let waitsForReady: Bool

  /// The largest response message taken.
  let maxResponseBytes: Int

  /// How requests are compressed.
  let encoding: MessageEncoding

  /// What the service config says about the method.
  let settings: MethodSettings?

  /// When the call began.
  let start: MonotonicInstant

  /// Who is told how the call ended.
  let completed: (@Sendable (CallOutcome) -> Void)?

  /// Settles what the caller left to the channel.
  init(
    _ method: AnyMethodDescriptor, _ options: CallOptions, channel defaults: CallOptions,
    _ settings: MethodSettings?, now: MonotonicInstant, completed: (@Sendable (CallOutcome) -> Void)? = nil
  ) {
    self.method = method
    self.completed = completed
    self.settings = settings
    let config = settings?.config
    metadata = defaults.metadata.isEmpty ? options.metadata : defaults.metadata.joined(options.metadata)
    waitsForReady = options.waitsForReady ?? config?.waitsForReady ?? defaults.waitsForReady ?? false
    maxResponseBytes =
      Self.smaller(options.maxResponseBytes ?? defaults.maxResponseBytes, config?.maxResponseBytes)
      ?? CallOptions.defaultMaxResponseBytes
    maxSilence = options.maxSilence ?? defaults.maxSilence
    encoding = options.compression ?? defaults.compression ?? .identity
    start = now
    let timeout = Self.smaller(options.timeout ?? defaults.timeout, config?.timeout)
    let untilDeadline = options.deadline.map { ContinuousClock.now.duration(to: $0) }
    deadline = Self.smaller(timeout, untilDeadline).map { now.advanced(by: $0) }
  }

  /// Tells who wants to know how the call ended.
  func tellCompleted(_ status: CallStatus, at now: MonotonicInstant) {
    completed?(CallOutcome(code: status.code, message: status.message, duration: start.duration(to: now)))
  }

  /// The smaller of two limits, each of which may be absent.
  static func smaller<Limit: Comparable>(_ one: Limit?, _ other: Limit?) -> Limit? {
    guard let one, let other else { return one ?? other }
    return min(one, other)
  }
}
