/// The running meters behind `FloodLimits`, one set a session.
struct FloodMeters {
  var resets: RateLimit
  var provokedResets: RateLimit
  var refusedStreams: RateLimit
  var controlFrames: RateLimit
  var emptyData: RateLimit
  var lateData: RateLimit
  var lateHeaders: RateLimit
  var unknownFrames: RateLimit
  var windowUpdates: RateLimit
  var oversizedHeaders: RateLimit
  var pings: PingMeter

  init(_ limits: FloodLimits, now: UInt64) {
    resets = RateLimit(limits.resets, now: now)
    provokedResets = RateLimit(limits.provokedResets, now: now)
    refusedStreams = RateLimit(limits.refusedStreams, now: now)
    controlFrames = RateLimit(limits.controlFrames, now: now)
    emptyData = RateLimit(limits.emptyData, now: now)
    lateData = RateLimit(limits.lateData, now: now)
    lateHeaders = RateLimit(limits.lateHeaders, now: now)
    unknownFrames = RateLimit(limits.unknownFrames, now: now)
    windowUpdates = RateLimit(limits.windowUpdates, now: now)
    oversizedHeaders = RateLimit(limits.oversizedHeaders, now: now)
    pings = PingMeter(limits.pings)
  }

  /// What DATA that we sent earns the peer.
  @inline(__always)
  mutating func sentData() {
    controlFrames.earn(1)
    windowUpdates.earn(2)
    pings.forgive()
  }
}
