import EventLoops
import HTTP2
import Transport

/// What keeps the memory that one connection can take within bounds, without failing a client that does much at once:
/// it is slowed down instead.
extension ServerConnection {
  // MARK: - Handlers

  /// Counts a handler in; false when too many run already.
  func beginHandler() -> Bool {
    guard handlers < configuration.maxHandlersPerConnection else { return false }
    handlers += 1
    return true
  }

  func endHandler() {
    handlers -= 1
    if !waitingHandlers.isEmpty { admitHandler() }
  }

  // MARK: - Requests

  /// Counts bytes that a call holds in its request.
  ///
  /// - Throws: `RESOURCE_EXHAUSTED` when the connection's calls, or the server's, hold too much; the caller fails and
  ///   releases.
  func account(_ change: Int) throws(RPCError) {
    guard change != 0 else { return }
    let isAffordable = requests.hold(requests.bytes + change, of: core.budget)
    guard isAffordable && requests.bytes <= configuration.maxBufferedRequestBytes || change < 0 else {
      let holder = isAffordable ? "connection" : "server"
      throw RPCError(.buffersFull, "the \(holder)'s calls hold too many bytes of requests")
    }
    if requests.bytes > Self.calmBytes { watchPeer() }
  }

  func release(_ bytes: Int) {
    _ = requests.hold(requests.bytes - bytes, of: core.budget)
    if !starvedCalls.isEmpty { feedStarvedCalls() }
  }

  /// Whether every call may go on receiving as fast as it is sent to.
  var takesRequestsFreely: Bool { requests.bytes <= configuration.calmRequestBytes }

  /// Widens the window of a call that receives much, as long as all that fits into wide ones may be held calmly.
  ///
  /// - Returns: whether it is wide now; then it counts until `wideCalls` is lowered.
  func widenWindow(of stream: HTTP2.Stream) -> Bool {
    let more = configuration.wideStreamWindowBytes - configuration.http2.streamWindowBytes
    guard more > 0, requests.bytes + (wideCalls + 1) * more <= configuration.calmRequestBytes else {
      return false
    }
    wideCalls += 1
    stream.widenWindow(to: configuration.wideStreamWindowBytes)
    return true
  }

  /// Gives a call's client its window back; once much is held, only to one call at a time, lest a thousand large requests
  /// that come side by side all have to be held incomplete. The others stop at the end of their windows.
  func creditSparingly(_ count: Int, of call: ServerCall) {
    let stream = call.stream
    if favouredCall == nil { favour(call) }
    guard favouredCall !== call else { return stream.consumed(count) }
    stream.consumedOnConnection(count)
    if call.postponedCredit == 0 { starvedCalls.append(call) }
    call.postponedCredit += count
  }

  /// The call has its request, or is over: the next one is to get its own.
  ///
  /// - Parameter feedingOthers: false while the call still holds its request; `release(_:)` will feed them.
  func stopFavouring(_ call: ServerCall, feedingOthers: Bool) {
    guard favouredCall === call else { return }
    favouredCall = nil
    if feedingOthers { feedStarvedCalls() }
  }

  /// A call is over that may have waited for its window; such ones are let go of before they are most of those that wait.
  ///
  /// - Complexity: O(1) amortised.
  func starvedCallEnded() {
    endedStarvedCalls += 1
    guard endedStarvedCalls > 32, endedStarvedCalls * 2 > starvedCalls.count else { return }
    starvedCalls.removeAll { $0.phase == .over }
    endedStarvedCalls = 0
  }

  private func feedStarvedCalls() {
    var room = configuration.calmRequestBytes - requests.bytes
    while favouredCall == nil || room > 0, let call = starvedCalls.popFirst() {
      guard call.phase == .receiving else { continue }
      room -= configuration.http2.streamWindowBytes
      if favouredCall == nil { favour(call) } else { creditPostponed(of: call) }
    }
  }

  /// Gives a call its turn, with all that was kept from it before: without that its client could not go on, and nobody
  /// else would get a turn.
  private func favour(_ call: ServerCall) {
    favouredCall = call
    creditPostponed(of: call)
  }

  private func creditPostponed(of call: ServerCall) {
    guard call.postponedCredit > 0 else { return }
    call.stream.consumedOnStream(call.postponedCredit)
    call.postponedCredit = 0
  }

  /// Suspends until no other request of the connection is inflated: one at a time, so that a connection that sends hundreds is no
  /// further ahead of the others than one that sends a single one.
  nonisolated(nonsending) func waitForInflation() async {
    if isInflating { await withUnsafeContinuation { waitingInflations.append($0) } }
    isInflating = true
  }

  func endInflation(after pause: Duration = .zero) {
    guard pause == .zero || isClosed else {
      _ = loop.schedule(after: pause) { [self] in endInflation() }
      return
    }
    if let next = waitingInflations.popFirst() { next.resume() } else { isInflating = false }
  }

  // MARK: - Responses

  /// What may wait for a client, or of it, before anybody looks.
  static let calmBytes = 64 * 1024
  /// A client that takes or sends less than this in `slowPeerInterval` takes or sends nothing.
  private static let leastProgressBytes: UInt64 = 4096
  private static let slowPeerInterval: Duration = .seconds(15)
  /// Of what a client has sent of incomplete messages it has to add this part in the interval.
  private static let leastProgressPart: UInt64 = 64

  /// Suspends a handler that has not begun while its connection has much to read still.
  nonisolated(nonsending) func waitForReader(of stream: HTTP2.Stream) async {
    while isCongested(stream), !isClosed {
      watchPeer()
      stream.reportConnectionDrain(below: configuration.maxQueuedResponseBytes / 2)
      await withUnsafeContinuation { waitingHandlers.append(WaitingHandler(stream: stream, handler: $0)) }
    }
  }

  /// The client has read: the budget gets back what is not held any more, and the next handler may begin.
  func sendQueuesDrained(to queuedBytes: Int) {
    _ = responses.hold(queuedBytes + unqueuedBytes, of: core.budget)
    admitHandler()
  }

  /// What is held in responses: those that wait for the client, and those that are being made or compressed.
  @inline(__always)
  func heldResponseBytes(_ stream: HTTP2.Stream) -> Int { stream.connectionQueuedBytes + unqueuedBytes }

  @inline(__always)
  private var unqueuedBytes: Int { deflatingBytes + promisedBytes }

  /// Promises a handler room for a part of its responses, before it is made; false when there is none just now.
  func promise(_ bytes: Int, on stream: HTTP2.Stream) -> Bool {
    let held = heldResponseBytes(stream)
    let fits = held == 0 || held + bytes <= configuration.maxQueuedResponseBytes
    guard fits, responses.hold(held + bytes, of: core.budget, leaving: core.budget.reserve) else {
      _ = responses.hold(held, of: core.budget)
      return false
    }
    promisedBytes += bytes
    watchPeer()
    return true
  }

  /// The part has been made and sent, or will not be.
  func keepPromise(of bytes: Int, on stream: HTTP2.Stream) {
    promisedBytes -= bytes
    let queued = transport?.session.queuedBytes ?? stream.connectionQueuedBytes
    _ = responses.hold(queued + unqueuedBytes, of: core.budget)
    if waitingHandlers.isEmpty { stream.reportConnectionDrain(below: BufferLease.free) }
  }

  /// Counts a response in that is to be compressed beside the loop, until `endDeflating(_:)`.
  ///
  /// - Throws: `RESOURCE_EXHAUSTED` when the server has no room for it; then it is not counted.
  func beginDeflating(_ bytes: Int, on stream: HTTP2.Stream) throws(RPCError) {
    try hold(heldResponseBytes(stream) + bytes)
    deflatingBytes += bytes
  }

  func endDeflating(_ bytes: Int, on stream: HTTP2.Stream) {
    deflatingBytes -= bytes
    // A stream that is over does not know what the others have to send.
    let queued = transport?.session.queuedBytes ?? stream.connectionQueuedBytes
    _ = responses.hold(queued + unqueuedBytes, of: core.budget)
    if queued + unqueuedBytes <= configuration.maxQueuedResponseBytes { admitHandler() }
  }

  /// Makes room for a large response.
  ///
  /// - Throws: `RESOURCE_EXHAUSTED` when the server has none.
  func makeRoom(for bytes: Int, on stream: HTTP2.Stream) throws(RPCError) {
    watchPeer()
    try hold(heldResponseBytes(stream) + bytes)
    if waitingHandlers.isEmpty { stream.reportConnectionDrain(below: BufferLease.free) }
  }

  private func hold(_ bytes: Int) throws(RPCError) {
    guard responses.hold(bytes, of: core.budget) else {
      throw RPCError(.buffersFull, "the server holds too many responses that clients do not read")
    }
  }

  /// Lets go of whatever waits; the connection is over.
  func releaseWaiting() {
    while let next = waitingInflations.popFirst() { next.resume() }
    while let waiting = waitingHandlers.popFirst() { waiting.handler.resume() }
    _ = responses.hold(0, of: core.budget)
    favouredCall = nil
    starvedCalls.removeAll()
    if let peerTimer = peerTimer.take() { loop.cancel(peerTimer) }
  }

  /// Whether the client has so much to read still that no more should be made for it.
  func isCongested(_ stream: HTTP2.Stream) -> Bool {
    let held = heldResponseBytes(stream)
    return !responses.hold(held, of: core.budget) || held > configuration.maxQueuedResponseBytes
  }

  /// One at a time: what it sends decides about the next.
  private func admitHandler() {
    guard let first = waitingHandlers.popFirst() else { return }
    first.handler.resume()
    guard !waitingHandlers.isEmpty else { return }
    first.stream.reportConnectionDrain(below: configuration.maxQueuedResponseBytes / 2)
  }

  private func watchPeer() {
    guard peerTimer == nil, let session = transport?.session else { return }
    bytesSeen = (receivedBytes, session.sentContentBytes)
    peerTimer = loop.schedule(after: Self.slowPeerInterval, self)
  }

  /// Drops a client that holds memory without need while the server is short of it.
  private func checkPeer() {
    guard let session = transport?.session else { return }
    _ = responses.hold(session.queuedBytes + unqueuedBytes, of: core.budget)
    let hasMuchToRead = session.queuedBytes > BufferLease.free || !waitingHandlers.isEmpty
    guard hasMuchToRead || promisedBytes > 0 || requests.bytes > Self.calmBytes else { return }
    if core.budget.isShort {
      if hasMuchToRead, !goesOnReading(session) {
        return session.terminate(.enhanceYourCalm, debug: "responses are not read")
      }
      if !goesOnSending(session) {
        return session.terminate(.enhanceYourCalm, debug: "requests are not completed")
      }
    }
    watchPeer()
  }

  private func goesOnReading(_ session: Session) -> Bool {
    deflatingBytes > 0 || session.sentContentBytes - bytesSeen.sent >= Self.leastProgressBytes
  }

  /// Whether the client has sent more of the messages that it has begun, if these are much.
  private func goesOnSending(_ session: Session) -> Bool {
    let unfinished = session.openHandlers.reduce(0) { $0 + (($1 as? ServerCall)?.unfinishedBytes ?? 0) }
    guard unfinished > Self.calmBytes else { return true }
    let wanted = max(Self.leastProgressBytes, UInt64(unfinished) / Self.leastProgressPart)
    return receivedBytes - bytesSeen.received >= wanted
  }
}

extension ServerConnection: TimerHandler {
  func timerFired(_ timer: EventLoops.Timer) {
    peerTimer = nil
    checkPeer()
  }
}

/// A handler that may begin once the client of its connection has read.
struct WaitingHandler {
  let stream: HTTP2.Stream
  let handler: UnsafeContinuation<Void, Never>
}
