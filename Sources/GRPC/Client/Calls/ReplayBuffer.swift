/// The requests that an attempt has been given, kept for the next attempt until the response has begun.
struct ReplayBuffer {
  /// The messages, in order.
  private(set) var messages: [FramedMessage] = []
  /// Their bytes.
  private(set) var bytes = 0

  /// Keeps a message.
  mutating func append(_ message: FramedMessage) {
    messages.append(message)
    bytes += message.count
  }

  /// Forgets everything.
  mutating func removeAll() { self = ReplayBuffer() }
}
