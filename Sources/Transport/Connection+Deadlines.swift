import EventLoops
import HTTP2

/// The timers of a connection; an idle one has at most that of its lifetime running.
struct ConnectionDeadlines {
  enum Kind: Int, CaseIterable {
    case open, frame, write, shutdownPing, linger, lifetime
  }

  private var timers = InlineArray<6, EventLoops.Timer?>(repeating: nil)
  /// The frame that is incomplete while the `frame` timer runs, and when it is due.
  var watchedFrame: UInt64 = 0
  var frameDue = MonotonicInstant(nanoseconds: 0)

  subscript(kind: Kind) -> EventLoops.Timer? {
    get { timers[kind.rawValue] }
    set { timers[kind.rawValue] = newValue }
  }

  func kind(of timer: EventLoops.Timer) -> Kind? {
    timers.indices.first { timers[$0] == timer }.flatMap(Kind.init(rawValue:))
  }
}

extension Connection: TimerHandler {
  /// One of the bounds on the peer's slowness has been reached.
  public func timerFired(_ timer: EventLoops.Timer) {
    guard let kind = deadlines.kind(of: timer) else { return }
    deadlines[kind] = nil
    switch kind {
    case .open: stall("has not sent its HTTP/2 SETTINGS after \(configuration.openTimeout.readable)")
    case .frame: checkFrame()
    case .write: checkWriting()
    case .shutdownPing: session.finishShutdown()
    case .linger: close(nil)
    case .lifetime: checkLifetime()
    }
  }

  /// Starts one of the timers unless it runs.
  func arm(_ kind: ConnectionDeadlines.Kind, after delay: Duration) {
    guard deadlines[kind] == nil else { return }
    deadlines[kind] = loop.schedule(after: delay, self)
  }

  func disarm(_ kind: ConnectionDeadlines.Kind) {
    if let timer = deadlines[kind] { loop.cancel(timer) }
    deadlines[kind] = nil
  }

  func disarmAll() {
    for kind in ConnectionDeadlines.Kind.allCases { disarm(kind) }
  }

  /// Begins to time the frame that has come in part; the timer of an earlier one goes on and looks again.
  func watchFrame() {
    guard deadlines[.frame] == nil || session.completedFrames != deadlines.watchedFrame else { return }
    deadlines.watchedFrame = session.completedFrames
    deadlines.frameDue = loop.now.advanced(by: configuration.frameTimeout)
    arm(.frame, after: configuration.frameTimeout)
  }

  private func checkFrame() {
    guard session.isMidFrame else { return }
    // A peer that we keep from sending is not to blame.
    if isBlocked { return watchFrame() }
    let left = loop.now.duration(to: deadlines.frameDue)
    guard left <= .zero else { return arm(.frame, after: left) }
    stall("has not completed a frame after \(configuration.frameTimeout.readable)")
  }

  private func checkWriting() {
    guard isBlocked else { return }
    if sentSinceCheck {
      sentSinceCheck = false
      return arm(.write, after: configuration.writeTimeout)
    }
    let reason = "\(peerName) has read nothing for \(configuration.writeTimeout.readable)"
    close(TransportError(.timedOut, reason, isOffence: true))
  }

  private func stall(_ what: String) {
    session.terminate(.enhanceYourCalm, debug: "too slow")
    failWithFarewell(TransportError(.timedOut, "\(peerName) \(what)", isOffence: true))
  }
}
