import Synchronization

/// A value that changes on some thread while a test waits until it is as wanted.
final class Watched<Value: Sendable>: Sendable {
  private let value: Mutex<Value>
  private let waiters = Mutex<[CheckedContinuation<Void, Never>]>([])

  init(_ value: Value) { self.value = Mutex(value) }

  /// The value as it is now.
  var now: Value { value.withLock { $0 } }

  func change(_ change: (inout Value) -> Void) {
    value.withLock { change(&$0) }
    wakeAll()
  }

  func wait(until condition: @Sendable (Value) -> Bool) async {
    while !condition(now) {
      await withCheckedContinuation { waiter in
        waiters.withLock { $0.append(waiter) }
        if condition(now) { wakeAll() }
      }
    }
  }

  private func wakeAll() {
    let waiting = waiters.withLock { waiters in
      defer { waiters = [] }
      return waiters
    }
    for waiter in waiting { waiter.resume() }
  }
}
