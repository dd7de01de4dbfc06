import EventLoops
import GRPC
import Glibc
import Synchronization

/// Decides which calls are traced, and keeps their spans until they are sent.
///
/// A caller's own decision is followed; of the calls of others a share is taken. At most `capacity` spans wait; more are
/// dropped and counted.
public final class Tracer: CallTracer {
  /// How many spans wait at most.
  public static let capacity = 8192

  private struct State {
    var waiting: [SpanRecord] = []
    var dropped = 0
    var isEnded = false
    var sleeper: CheckedContinuation<Void, Never>?
  }

  private let methods: [AnyMethodDescriptor]
  private let threshold: UInt64
  private let state = Mutex(State())

  /// Traces calls of a server of these methods.
  ///
  /// - Parameters:
  ///   - methods: in the order of `Server.methods(of:)`.
  ///   - ratio: the share of calls whose caller has not decided, from 0 to 1.
  public init(methods: [AnyMethodDescriptor], ratio: Double) {
    self.methods = methods
    threshold = ratio >= 1 ? .max : UInt64(max(0, ratio) * Double(UInt64.max))
  }

  /// Begins the span of a call; nil when it is not traced.
  public func begin(_ call: ArrivingCall) -> (any CallSpan)? {
    let parent = call.withMetadata("traceparent") { $0.flatMap { TraceContext(traceparent: $0) } }
    if let parent {
      guard parent.isSampled else { return nil }
      let followed = parent.with(tracestate: call.metadataList("tracestate"))
      return TracedCall(self, methods[call.methodIndex], followed.child(), parent: parent.spanID)
    }
    guard threshold == .max || UInt64.random(in: 0 ... .max) < threshold else { return nil }
    return TracedCall(self, methods[call.methodIndex], .random(isSampled: true), parent: nil)
  }

  /// Keeps a span until it is sent.
  public func record(_ span: SpanRecord) {
    let sleeper: CheckedContinuation<Void, Never>? = state.withLock { state in
      guard state.waiting.count < Self.capacity, !state.isEnded else {
        state.dropped += 1
        return nil
      }
      state.waiting.append(span)
      return state.waiting.count >= 512 ? state.sleeper.take() : nil
    }
    sleeper?.resume()
  }

  /// Counts spans that were kept, and could not be sent.
  func lose(_ count: Int) { state.withLock { $0.dropped += count } }

  /// How many spans were dropped.
  public var droppedSpans: Int { state.withLock { $0.dropped } }

  /// Takes no more spans, and lets whoever waits go on.
  public func end() {
    state.withLock { state in
      state.isEnded = true
      return state.sleeper.take()
    }?.resume()
  }

  /// Waits until there are many spans, some time has passed, or the end.
  ///
  /// - Returns: the spans that wait, at most 512; nil at the end, when none are left.
  func batch(every interval: Duration) async -> [SpanRecord]? {
    let timer = Task {
      try await Task.sleep(for: interval)
      state.withLock { $0.sleeper.take() }?.resume()
    }
    await withCheckedContinuation { sleeper in
      let goesOn = state.withLock { state in
        if state.isEnded || state.waiting.count >= 512 { return true }
        state.sleeper = sleeper
        return false
      }
      if goesOn { sleeper.resume() }
    }
    timer.cancel()
    return state.withLock { state in
      if state.waiting.isEmpty { return state.isEnded ? nil : [] }
      let batch = Array(state.waiting.prefix(512))
      state.waiting.removeFirst(batch.count)
      return batch
    }
  }
}

/// The wall clock in nanoseconds since 1970.
func wallClock() -> UInt64 {
  var time = timespec()
  clock_gettime(CLOCK_REALTIME, &time)
  return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}
