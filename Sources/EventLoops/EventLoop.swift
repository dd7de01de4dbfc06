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
/// call the end-of-turn handlers, and then a few of the handlers that stand back. Everything but `execute`, `enqueue`,
/// `isCurrent` and `shutdown` belongs to the loop's own thread, which lives until `shutdown`.
public final class EventLoop {
  /// How long events may be handled before jobs have their turn, and jobs run before descriptors are looked at again.
  static let workSlice: UInt64 = 1_000_000
  /// Jobs between two looks at the clock, and the time within which they count as short.
  private static let maxStride = 16
  private static let shortJobs: UInt64 = 100_000
  /// A loop sleeps when it has nothing to do, and is not to wait for threads that work at length when it wakes.
  private static let slice = Duration.microseconds(100)
  /// The size of the scratch buffer.
  public static let bufferBytes = 256 * 1024
  static let eventCapacity = 256

  // `@exclusivity(unchecked)`: touched on the loop's thread only, and no access spans a call of a handler or job that could
  // come back to it; checking that at run time would be felt in every turn and job.

  /// The number of the loop within its group.
  public let index: Int
  /// The moment at which the current turn began to handle events; refreshed between slices of work.
  public var now: MonotonicInstant { present }
  // Other modules would check each access to a stored property, whatever it says here.
  @exclusivity(unchecked) var present: MonotonicInstant
  /// Scratch for bytes that come in, valid until the current callback returns.
  public let inputBuffer: UnsafeMutableRawBufferPointer

  let inbox: Inbox
  let poller: Int32
  /// Watches the descriptors that stand back; itself watched by `poller`.
  let backgroundPoller: Int32
  /// Whether descriptors that stand back are ready.
  @exclusivity(unchecked) var backgroundIsReady = false
  @exclusivity(unchecked) var work = Ring<Work>()
  @exclusivity(unchecked) var incoming = ContiguousArray<Work>()
  @exclusivity(unchecked) var descriptors = DescriptorTable()
  @exclusivity(unchecked) var timers: TimerWheel
  @exclusivity(unchecked) var endOfTurnHandlers = ContiguousArray<any EndOfTurnHandler>()
  @exclusivity(unchecked) var endOfTurnRunning = ContiguousArray<any EndOfTurnHandler>()
  @exclusivity(unchecked) var stopping = false
  @exclusivity(unchecked) var statistics = LoopStatistics()
  @exclusivity(unchecked) private(set) var turnStart: MonotonicInstant
  private let events: UnsafeMutablePointer<epoll_event>
  // The events that the kernel has reported last, and the first of them that is not dealt with.
  @exclusivity(unchecked) private var eventCount = 0
  @exclusivity(unchecked) private var nextEvent = 0
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
    backgroundPoller = epoll_create1(Int32(EPOLL_CLOEXEC))
    let wakeUp = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
    guard wakeUp >= 0, backgroundPoller >= 0 else {
      let reason = errno
      for descriptor in [poller, backgroundPoller, wakeUp] where descriptor >= 0 { close(descriptor) }
      throw .system("creating an epoll instance and an eventfd", errno: reason)
    }
    inbox = Inbox(wakeUp: wakeUp)
    inputBuffer = .allocate(byteCount: Self.bufferBytes, alignment: 64)
    events = .allocate(capacity: Self.eventCapacity)
    var event = epoll_event()
    event.events = EPOLLIN.rawValue | EPOLLET.rawValue
    event.data.u64 = .max
    epoll_ctl(poller, EPOLL_CTL_ADD, wakeUp, &event)
    event.events = EPOLLIN.rawValue
    event.data.u64 = Self.backgroundToken
    epoll_ctl(poller, EPOLL_CTL_ADD, backgroundPoller, &event)
    try startThread()
  }

  deinit {
    close(poller)
    close(backgroundPoller)
    inputBuffer.deallocate()
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
    try Thread.start(name: "loop-\(index)", slice: Self.slice) { self.run() }
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
      if backgroundIsReady { serveBackground() }
      noteTurn()
    } while !(stopping && isIdle && inbox.retireThread())
    clinux_set_current_loop(nil)
    for waiter in threadEnded.withLock({ $0.finish() }) { waiter.resume() }
  }

  private var isIdle: Bool { work.isEmpty && endOfTurnHandlers.isEmpty && nextEvent == eventCount }

  private func poll() {
    if nextEvent == eventCount { waitForEvents() } else { present = .now }
    turnStart = present
    while nextEvent < eventCount {
      let event = events[nextEvent]
      nextEvent &+= 1
      // A handler earlier in the batch may have removed this one; the token tells.
      if let handler = descriptors.handler(forToken: event.data.u64) {
        handler.becameReady(Readiness(rawValue: event.events))
        // What has been answered is not to wait for the rest of a crowd.
        if nextEvent & 15 == 0, MonotonicInstant.now.nanoseconds > turnStart.nanoseconds &+ Self.workSlice {
          return
        }
      } else if event.data.u64 == Self.backgroundToken {
        backgroundIsReady = true
      }
    }
  }

  private func waitForEvents() {
    let timeout = waitMilliseconds()
    let sleeps = timeout != 0 && inbox.beginSleep()
    let count = epoll_wait(poller, events, Int32(Self.eventCapacity), sleeps ? timeout : 0)
    if sleeps { inbox.endSleep() }
    present = .now
    eventCount = Int(max(count, 0))
    nextEvent = 0
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
    // The clock is read ever more rarely while jobs are short, and after each while they are not.
    var stride = 1
    var unclocked = 1
    while let item = work.pop() {
      run(item, task: task)
      unclocked &-= 1
      guard unclocked == 0, !work.isEmpty else { continue }
      let before = present.nanoseconds
      present = .now
      if now.nanoseconds > sliceEnd { return }
      let isShort = now.nanoseconds &- before < Self.shortJobs
      stride = isShort ? min(2 &* stride, Self.maxStride) : 1
      unclocked = stride
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
  /// Descriptors and timers are forgotten, so whoever registered them stops first, or at
  /// `ReadinessHandler.loopEnded()`. Work that arrives later still runs, in order, on a thread started for it.
  public func shutdown() async {
    execute { self.beginShutdown() }
    await withCheckedContinuation { waiter in
      if threadEnded.withLock({ !$0.add(waiter) }) { waiter.resume() }
    }
  }

  private func beginShutdown() {
    stopping = true
    timers.removeAll()
    for handler in descriptors.removeAll() { handler.loopEnded() }
  }
}

// SAFETY: owner: the loop's thread. Every stored `var` is touched by that thread only; other threads reach `inbox`
// (locked) and `threadEnded` (locked). The buffer lives as long as the loop and is exactly `bufferBytes` long.
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
