import CLinux
import Glibc
import Synchronization

/// Called once at the end of a loop's turn, see `EventLoop.atEndOfTurn(_:)`.
public protocol EndOfTurnHandler: AnyObject {
  /// All events and jobs of the turn are done; the loop is about to wait. On the loop's thread.
  func endOfTurn()
}

/// One thread with an epoll instance, timers and a queue of work; a Swift executor.
///
/// A turn of the loop: wait for readiness, call the handlers, fire timers, run jobs (with a bound on their time),
/// call the end-of-turn handlers. Everything but `execute`, `enqueue`, `isCurrent` and `shutdown` belongs to the
/// loop's own thread, which lives until `shutdown`.
public final class EventLoop {
  /// How long jobs may run before descriptors are looked at again.
  static let workSlice: UInt64 = 1_000_000
  /// The size of each of the two scratch buffers.
  public static let bufferBytes = 256 * 1024
  static let eventCapacity = 256

  // `@exclusivity(unchecked)`: touched on the loop's thread only, and no access spans a call of a handler or job that could
  // come back to it; checking that at run time would be felt in every turn and job.

  /// The number of the loop within its group.
  public let index: Int
  /// The moment at which the current turn began to handle events; refreshed between slices of work.
  public var now: MonotonicInstant { present }
  // Other modules would check each access to a stored property, whatever it says here.
  @exclusivity(unchecked) private var present: MonotonicInstant
  /// Scratch for bytes that come in, valid until the current callback returns.
  public let inputBuffer: UnsafeMutableRawBufferPointer
  /// Scratch for bytes that go out, valid until the current callback returns.
  public let outputBuffer: UnsafeMutableRawBufferPointer

  let inbox: Inbox
  let poller: Int32
  @exclusivity(unchecked) var work = Ring<Work>()
  @exclusivity(unchecked) var incoming = ContiguousArray<Work>()
  @exclusivity(unchecked) var descriptors = DescriptorTable()
  @exclusivity(unchecked) var timers: TimerWheel
  @exclusivity(unchecked) var endOfTurnHandlers = ContiguousArray<any EndOfTurnHandler>()
  @exclusivity(unchecked) var endOfTurnRunning = ContiguousArray<any EndOfTurnHandler>()
  var idleWorkers = ContiguousArray<LoopTaskWorker>()
  @exclusivity(unchecked) var stopping = false
  @exclusivity(unchecked) var statistics = LoopStatistics()
  let isolation = LoopIsolation()
  @exclusivity(unchecked) private var turnStart: MonotonicInstant
  private let events: UnsafeMutablePointer<epoll_event>
  private let threadEnded = Mutex(Waiters())

  /// Starts a loop.
  ///
  /// - Throws: when the process has no descriptors or threads left.
  public init(index: Int = 0) throws(EventLoopError) {
    self.index = index
    let begin = MonotonicInstant.now
    present = begin
    turnStart = begin
    timers = TimerWheel(at: MonotonicInstant.now.nanoseconds / Self.tickNanoseconds)
    poller = epoll_create1(Int32(EPOLL_CLOEXEC))
    guard poller >= 0 else { throw .system("creating an epoll instance", errno: errno) }
    let wakeUp = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
    guard wakeUp >= 0 else {
      let reason = errno
      close(poller)
      throw .system("creating an eventfd", errno: reason)
    }
    inbox = Inbox(wakeUp: wakeUp)
    inputBuffer = .allocate(byteCount: Self.bufferBytes, alignment: 64)
    outputBuffer = .allocate(byteCount: Self.bufferBytes, alignment: 64)
    events = .allocate(capacity: Self.eventCapacity)
    var event = epoll_event()
    event.events = EPOLLIN.rawValue | EPOLLET.rawValue
    event.data.u64 = .max
    epoll_ctl(poller, EPOLL_CTL_ADD, wakeUp, &event)
    isolation.loop = self
    try startThread()
  }

  deinit {
    close(poller)
    inputBuffer.deallocate()
    outputBuffer.deallocate()
    events.deallocate()
  }

  /// The loop on whose thread the caller runs.
  public static var current: EventLoop? {
    clinux_current_loop().map { Unmanaged<EventLoop>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Whether the caller runs on this loop's thread.
  public var isCurrent: Bool {
    clinux_current_loop() == UnsafeMutableRawPointer(Unmanaged.passUnretained(self).toOpaque())
  }

  /// Traps unless the caller runs on this loop's thread.
  public func preconditionInLoop() {
    precondition(isCurrent, "must be called on event loop \(index)")
  }

  /// Runs `body` on the loop: after what is already queued, never within this call. From any thread.
  public func execute(_ body: @escaping @Sendable () -> Void) { submit(.closure(body)) }

  /// Calls `handler` once when the turn ends, before the loop waits again; on the loop's thread only.
  ///
  /// A handler that asks again from within `endOfTurn()` is called at the end of the next turn, which follows at
  /// once. This is where connections write: once a turn, however many responses the turn has produced.
  public func atEndOfTurn(_ handler: any EndOfTurnHandler) {
    assert(isCurrent)
    endOfTurnHandlers.append(handler)
  }

  @inline(__always)
  func submit(_ item: Work) {
    if isCurrent { return work.push(item) }
    if !inbox.put(item) { reviveThread() }
  }

  // MARK: - The thread

  private func startThread() throws(EventLoopError) {
    try Thread.start(name: "loop-\(index)") { self.run() }
  }

  /// Work that came after the end has nowhere else to run; losing it would leave a task suspended for ever.
  private func reviveThread() {
    do { try startThread() } catch { preconditionFailure("event loop \(index): \(error)") }
  }

  private func run() {
    clinux_set_current_loop(Unmanaged.passUnretained(self).toOpaque())
    repeat {
      poll()
      fireTimers()
      runWork()
      finishTurn()
      noteTurn()
    } while !(stopping && isIdle && inbox.retireThread())
    clinux_set_current_loop(nil)
    for waiter in threadEnded.withLock({ $0.finish() }) { waiter.resume() }
  }

  private var isIdle: Bool { work.isEmpty && endOfTurnHandlers.isEmpty }

  private func poll() {
    let timeout = waitMilliseconds()
    let sleeps = timeout != 0 && inbox.beginSleep()
    let count = epoll_wait(poller, events, Int32(Self.eventCapacity), sleeps ? timeout : 0)
    if sleeps { inbox.endSleep() }
    present = .now
    turnStart = present
    for position in 0..<Int(max(count, 0)) {
      let event = events[position]
      // A handler earlier in the batch may have removed this one; the token tells.
      guard let handler = descriptors.handler(forToken: event.data.u64) else { continue }
      handler.becameReady(Readiness(rawValue: event.events))
    }
  }

  private func waitMilliseconds() -> Int32 {
    guard isIdle, !stopping else { return 0 }
    guard let tick = timers.nextTick else { return -1 }
    let due = tick &* Self.tickNanoseconds
    let present = MonotonicInstant.now.nanoseconds
    return due > present ? Int32(clamping: (due - present + 999_999) / 1_000_000) : 0
  }

  private func runWork() {
    inbox.take(into: &work, scratch: &incoming)
    let sliceEnd = now.nanoseconds &+ Self.workSlice
    let task = asUnownedTaskExecutor()
    var done = 0
    while let item = work.pop() {
      run(item, task: task)
      done &+= 1
      // The clock is read for every sixteenth job only.
      guard done & 15 == 0 else { continue }
      present = .now
      if now.nanoseconds > sliceEnd { return }
    }
  }

  private func finishTurn() {
    guard !endOfTurnHandlers.isEmpty else { return }
    swap(&endOfTurnHandlers, &endOfTurnRunning)
    for handler in endOfTurnRunning { handler.endOfTurn() }
    endOfTurnRunning.removeAll(keepingCapacity: true)
  }

  /// One look at the clock a turn; while the loop is busy, a turn has many calls.
  private func noteTurn() {
    let end = MonotonicInstant.now
    statistics.add(turn: end.nanoseconds &- turnStart.nanoseconds)
  }

  // MARK: - The end

  /// Ends the thread once its queued work is done, and waits for that. Idempotent; from any task.
  ///
  /// Descriptors and timers are forgotten, so whoever registered them stops first. Work that arrives later still
  /// runs, in order, on a thread started for it.
  public func shutdown() async {
    execute { self.beginShutdown() }
    await withCheckedContinuation { waiter in
      if threadEnded.withLock({ !$0.add(waiter) }) { waiter.resume() }
    }
  }

  private func beginShutdown() {
    stopping = true
    dismissWorkers()
    timers.removeAll()
    descriptors.removeAll()
  }
}

// SAFETY: owner: the loop's thread. Every stored `var` is touched by that thread only; other threads reach `inbox`
// (locked) and `threadEnded` (locked). Buffers live as long as the loop and are exactly `bufferBytes` long.
extension EventLoop: @unchecked Sendable {}

/// Those who wait for a thread's end.
private struct Waiters {
  private var ended = false
  private var waiting: [CheckedContinuation<Void, Never>] = []

  mutating func add(_ waiter: CheckedContinuation<Void, Never>) -> Bool {
    if ended { return false }
    waiting.append(waiter)
    return true
  }

  mutating func finish() -> [CheckedContinuation<Void, Never>] {
    ended = true
    defer { waiting = [] }
    return waiting
  }
}
