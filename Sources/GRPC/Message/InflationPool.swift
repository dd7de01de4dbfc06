import EventLoops

/// Threads that inflate large messages: a few kilobytes may come to as much as a message may have, and the other calls of a
/// loop should not wait for that. They stand back behind the loops where there are fewer cores than work.
enum InflationPool {
  /// What a loop inflates by itself, which takes it no longer than a small handler.
  static let largestOnLoop = 64 * 1024

  /// Nil where the system's limit of threads is reached; then loops do it all the same.
  static let shared = try? ComputePool(name: "inflate", niceness: 5)
}
