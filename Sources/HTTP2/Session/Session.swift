import CNghttp2

/// One HTTP/2 connection as a pure machine: bytes in, stream events out, and bytes out.
///
/// It wraps one libnghttp2 session and does what that library leaves to its user: limits while decoding, defence
/// against floods, manual flow control, orderly shutdown. No I/O, no clock: the owner (a connection) feeds it bytes
/// together with the time, and pulls what is to be written. Confined to one thread; not reentrant: `receive`,
/// `nextOutput` and `close` must not be called from inside a callback.
///
/// States: open → draining (`shutDownGracefully`) → over (`!wantsRead && !wantsWrite`); `close` ends any of them.
public final class Session {
  /// Which side of the connection this is.
  public enum Role: Sendable {
    /// Opens streams.
    case client
    /// Accepts streams.
    case server
  }

  /// libnghttp2 cuts DATA frames at this size.
  static let dataFrameBytes = 16 * 1024
  /// What we take in a frame: SETTINGS_MAX_FRAME_SIZE as it is when nobody sets it.
  static let maxFrameBytes = 16 * 1024

  /// Which side of the connection this is.
  public let role: Role
  /// The limits in force.
  public let configuration: SessionConfiguration

  /// Called when there is output after there was none: once, until `nextOutput()` has returned nil again.
  public var onOutputReady: (() -> Void)?

  // `@exclusivity(unchecked)`: callbacks of libnghttp2 come from within calls of ours, one after the other and on one
  // thread, and no access to a property spans such a call; checking that at run time would cost a tenth of a call.

  // SAFETY: created in `init`, deleted in `deinit`, used by this thread-confined object and its streams only.
  let handle: OpaquePointer
  @exclusivity(unchecked) var delegate: (any SessionDelegate)?
  @exclusivity(unchecked) var now: UInt64 = 0

  @exclusivity(unchecked) var decoding: HeaderDecodeBuffer
  @exclusivity(unchecked) var decodingTrailers: HeaderDecodeBuffer
  @exclusivity(unchecked) var isDecodingTrailers = false
  /// Of the last request headers that were well-formed, and the content that they announced.
  @exclusivity(unchecked) var wellFormedSerial = UInt64.max
  @exclusivity(unchecked) var announcedContent: Int?
  @exclusivity(unchecked) var outputSignalled = false
  @exclusivity(unchecked) var advertisesStreamLimit: Bool

  @exclusivity(unchecked) var firstOpen: Unmanaged<Stream>?
  /// How many streams are open.
  @exclusivity(unchecked) public internal(set) var openStreams = 0
  /// How many of them were reset by us on purpose, of which the peer has not been told yet.
  @exclusivity(unchecked) public internal(set) var leavingStreams = 0
  /// How many streams have ever been opened.
  @exclusivity(unchecked) public internal(set) var startedStreams: UInt64 = 0
  /// How many streams we have ended in good order.
  @exclusivity(unchecked) public internal(set) var finishedStreams: UInt64 = 0
  /// When the last stream was opened, on the clock of `receive`; 0 when none was.
  @exclusivity(unchecked) public internal(set) var lastStreamStart: UInt64 = 0
  /// Bytes that streams were given to send and that have not been taken for the wire yet.
  @exclusivity(unchecked) public internal(set) var queuedBytes = 0
  /// Bytes of content that have been taken for the wire, ever.
  @exclusivity(unchecked) public internal(set) var sentContentBytes: UInt64 = 0
  /// When `queuedBytes` falls below this the delegate hears `sendQueuesDrained(to:)`, once.
  @exclusivity(unchecked) var drainMark = 0
  // The stream last looked up; cleared when it closes, so it is always in the open list, which holds a reference.
  @exclusivity(unchecked) var lastStream: Unmanaged<Stream>?
  @exclusivity(unchecked) var idOfLastStream: Int32 = 0
  @exclusivity(unchecked) var usedIDs = SkippedStreamIDs()
  @exclusivity(unchecked) var ownResets: RecentResets
  /// The last of them.
  @exclusivity(unchecked) var lastReset: Int32 = 0
  /// Refusals of ours that have not been sent yet.
  @exclusivity(unchecked) var unsentRefusals = 0

  // How far the peer's bytes have come: in frames, and within the present header block.
  @exclusivity(unchecked) var frames: FrameProgress
  @exclusivity(unchecked) var lastFrame = FrameProgress.Header()
  @exclusivity(unchecked) var cutUpdate: CutWindowUpdate?
  /// Bytes to come that libnghttp2 is not to get.
  @exclusivity(unchecked) var unwantedBytes = 0
  @exclusivity(unchecked) var lastRequest = LastRequestBlock()
  @exclusivity(unchecked) var blocks = SentBlocks()
  /// Of the HEADERS frame that libnghttp2 has made last.
  @exclusivity(unchecked) var sentBlock = SentBlocks.Use.none
  @exclusivity(unchecked) var sentList: HeaderList?
  @exclusivity(unchecked) var continuations = 0
  @exclusivity(unchecked) var headerBlockBytes = 0
  /// The block is on a stream that is over.
  @exclusivity(unchecked) var isLateBlock = false

  @exclusivity(unchecked) var meters: FloodMeters
  @exclusivity(unchecked) var lateContent: LateContent
  /// The DATA frame that is being sent is a few bytes of more, as much as the peer's window lets go.
  @exclusivity(unchecked) var sentCrumb = false
  @exclusivity(unchecked) var windows = WindowsBeforeSettings()
  /// A frame that ends the connection, to be sent instead of anything libnghttp2 still has.
  @exclusivity(unchecked) var farewell: [UInt8]?
  @exclusivity(unchecked) var failure: HTTP2Error?
  @exclusivity(unchecked) var farewellSent = false
  @exclusivity(unchecked) var isClosed = false
  @exclusivity(unchecked) var receivedAnything = false
  @exclusivity(unchecked) var shutdown = Shutdown.none

  /// Makes a session; its preface and SETTINGS are output at once.
  ///
  /// - Parameters:
  ///   - delegate: kept until `close(_:)`, which the owner therefore has to call.
  ///   - nanoseconds: the present time on any monotonic clock; see `receive(_:atNanoseconds:)`.
  public init(
    role: Role, configuration: SessionConfiguration = SessionConfiguration(),
    delegate: (any SessionDelegate)? = nil, atNanoseconds nanoseconds: UInt64 = 0
  ) {
    self.role = role
    self.configuration = configuration
    self.delegate = delegate
    now = nanoseconds
    advertisesStreamLimit = role == .server
    let (limit, maxExcess) = (configuration.maxHeaderListBytes, configuration.maxDroppedHeaderBytes)
    decoding = HeaderDecodeBuffer(limit: limit, maxExcess: maxExcess)
    decodingTrailers = HeaderDecodeBuffer(limit: limit, maxExcess: maxExcess)
    meters = FloodMeters(configuration.floodLimits, now: nanoseconds)
    lateContent = LateContent(connectionWindow: configuration.connectionWindowBytes)
    ownResets = RecentResets(capacity: 2 * configuration.maxConcurrentStreams)
    frames = FrameProgress(expectsPreface: role == .server)
    handle = Self.makeHandle(role, configuration)
    nghttp2_session_set_user_data(handle, Unmanaged.passUnretained(self).toOpaque())
    submitInitialSettings()
  }

  deinit {
    close(.cancel)
    nghttp2_session_del(handle)
  }

  /// Takes bytes from the peer and calls the handlers; afterwards the bytes are no longer needed.
  ///
  /// - Parameter nanoseconds: the present time, on the same clock every time; nil keeps the last one.
  /// - Throws: when the connection cannot go on. The reason for the peer is then the next output: flush it, then
  ///   close. (Some failures only show in `wantsRead` becoming false; treat them alike.)
  public func receive(
    _ bytes: UnsafeRawBufferPointer, atNanoseconds nanoseconds: UInt64? = nil
  ) throws(HTTP2Error) {
    if let nanoseconds { now = nanoseconds }
    guard !isClosed else { return }
    if !receivedAnything, role == .client { refuseForeignAnswer(bytes) }
    if let failure { throw failure }
    feed(bytes)
    if wantsWrite { signalOutput() }
    if let failure { throw failure }
  }

  /// The next bytes to write, or nil when there are none.
  ///
  /// Valid until the next call of any method of any session on this thread. Whole frames, gathered up to
  /// `SessionConfiguration.outputChunkBytes` or a little more.
  public func nextOutput() -> UnsafeRawBufferPointer? { SessionMemory.use { nextOutput(in: $0) } }

  private func nextOutput(in memory: SessionMemory) -> UnsafeRawBufferPointer? {
    memory.output.removeAll()
    if farewell == nil, !isClosed { gatherOutput(memory) }
    if memory.output.count == 0, let farewell, !farewellSent {
      farewellSent = true
      farewell.withUnsafeBytes { memory.output.append($0) }
    }
    guard memory.output.count > 0 else {
      outputSignalled = false
      return nil
    }
    return memory.output.bytes
  }

  /// Whether more bytes from the peer are of interest; false once the connection is over.
  ///
  /// When this is false and everything has been flushed, the owner should shut its writing side down and
  /// read (and drop) what still comes for a moment before it closes, lest a TCP reset overtakes the GOAWAY.
  public var wantsRead: Bool { farewell == nil && !isClosed && nghttp2_session_want_read(handle) != 0 }

  /// Whether `nextOutput()` would return bytes.
  public var wantsWrite: Bool {
    if farewell != nil { return !farewellSent }
    return !isClosed && nghttp2_session_want_write(handle) != 0
  }

  /// Why the session failed, if it did.
  public var error: HTTP2Error? { failure }

  /// Ends the session because the connection is gone: every open stream is closed with `code`. Idempotent.
  public func close(_ code: HTTP2ErrorCode) {
    guard !isClosed else { return }
    isClosed = true
    while let stream = firstOpen { finish(stream, code) }
    delegate = nil
    onOutputReady = nil
  }

  /// Tells the owner that there is something to flush, unless it knows already.
  func signalOutput() {
    guard !outputSignalled, !isClosed else { return }
    outputSignalled = true
    onOutputReady?()
  }

  private func gatherOutput(_ memory: SessionMemory) {
    var chunk: UnsafePointer<UInt8>?
    repeat {
      let count = nghttp2_session_mem_send(handle, &chunk)
      guard count >= 0 else { return fail(libraryCode: Int32(count), firstBytes: nil) }
      guard count > 0 else { return }
      // Ours says more.
      if farewell != nil, chunk![3] == UInt8(NGHTTP2_GOAWAY.rawValue) { return }
      gather(UnsafeRawBufferPointer(start: chunk, count: count), memory)
      if advertisesStreamLimit { advertiseStreamLimit(in: memory.output.bytes) }
    } while farewell == nil
      && (memory.output.count < configuration.outputChunkBytes || isInsideHeaderBlock(chunk!))
  }

  /// Whether the chunk is a HEADERS or CONTINUATION frame that another CONTINUATION has to follow.
  private func isInsideHeaderBlock(_ frame: UnsafePointer<UInt8>) -> Bool {
    let isHeaders =
      frame[3] == UInt8(NGHTTP2_HEADERS.rawValue) || frame[3] == UInt8(NGHTTP2_CONTINUATION.rawValue)
    return isHeaders && frame[4] & UInt8(NGHTTP2_FLAG_END_HEADERS.rawValue) == 0
  }
}
