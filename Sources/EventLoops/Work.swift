/// One unit of work for a loop.
enum Work: Sendable {
  /// A job of a task that prefers the loop.
  case job(UnownedJob)
  /// A closure given to `EventLoop.execute(_:)`.
  case closure(@Sendable () -> Void)
}
