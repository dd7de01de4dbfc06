/// Content that a server may still have under way on streams that its client has reset (RFC 9113 §5.1).
///
/// No more of it can be than fitted into the windows of those streams when they were reset, and no more than fits into the
/// connection's: what the server sends after it was given more of that, it sends knowing of the reset.
struct LateContent {
  private let connectionWindow: Int
  private var expected = 0

  init(connectionWindow: Int) { self.connectionWindow = max(connectionWindow, 65_535) }

  /// A stream was reset in whose window there was so much room.
  mutating func expect(_ bytes: Int) { expected = min(expected + bytes, connectionWindow) }

  /// Whether a DATA frame may be of what is expected; then that is so much less. An empty frame counts as a byte.
  mutating func covers(_ bytes: Int) -> Bool {
    guard expected >= max(1, bytes) else { return false }
    expected -= max(1, bytes)
    return true
  }
}
