import CZlib

/// How compressed bytes are wrapped.
public enum CompressionFormat: Sendable, Hashable {
  /// RFC 1952, with header and CRC-32; several members may follow each other.
  case gzip
  /// RFC 1950, which gRPC and HTTP call `deflate`.
  case zlib

  /// zlib's `windowBits`: 15 for the largest window, 16 more for a gzip wrapper.
  var windowBits: Int32 {
    switch self {
    case .gzip: 15 + 16
    case .zlib: 15
    }
  }
}

/// Inflates a stream of bytes that arrives in pieces.
///
/// Owns one `z_stream`. Not thread-safe; use it from one task at a time.
public final class Inflater {
  // zlib keeps a pointer back to the stream it was initialised with, so the stream must not move.
  private let stream: UnsafeMutablePointer<z_stream>
  private let format: CompressionFormat
  private let takesPadding: Bool
  private var atMemberStart = true
  /// What zlib said last.
  private var code = Z_OK
  private var isPadding = false

  /// Makes an inflater for one format.
  ///
  /// - Parameter takesPadding: whether what begins with a NUL behind a member fills up the end, as tapes have it, and says nothing.
  public init(_ format: CompressionFormat, takesPadding: Bool = false) {
    self.format = format
    self.takesPadding = takesPadding
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let code = inflateInit2_(
      stream, format.windowBits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    precondition(code == Z_OK, "zlib refused to start: \(code)")
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// True when everything fed so far forms whole members, so that the input may end here.
  public var isComplete: Bool { atMemberStart }

  /// Inflates a piece of input and appends what comes out.
  ///
  /// - Parameter limit: the most bytes that `output` may hold afterwards; inflating stops as soon as one more would
  ///   come out, so a bomb costs no more than the limit.
  /// - Throws: `CompressionError` when the bytes are corrupt or the limit is passed.
  /// - Complexity: O(bytes in + bytes out).
  public func inflate(
    _ input: UnsafeRawBufferPointer, appendingTo output: inout [UInt8], limit: Int
  ) throws(CompressionError) {
    let held = output.count
    try run(input, limit: limit - held, firstChunk: min(max(input.count * 4, 4096), 1 << 20)) { room, _ in
      output.append(addingCapacity: room) { span in
        span.withUnsafeMutableBufferPointer { buffer, count in count = step(into: buffer.baseAddress, room) }
      }
    }
  }

  /// Inflates a piece of input, asking `body` again and again for a step with some room, behind what has come out.
  private func run(
    _ input: UnsafeRawBufferPointer, limit: Int, firstChunk: Int, _ body: (_ room: Int, _ done: Int) -> Void
  ) throws(CompressionError) {
    stream.pointee.next_in = UnsafeMutablePointer(
      mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self))
    stream.pointee.avail_in = UInt32(input.count)
    if isPadding { return }
    var (chunk, done) = (firstChunk, 0)
    while true {
      if stream.pointee.avail_in > 0, atMemberStart {
        isPadding = takesPadding && stream.pointee.total_in > 0 && stream.pointee.next_in.pointee == 0
        if isPadding { return }
        try beginMember()
      }
      // One more than is left, which may be as much as there are numbers for.
      let left = limit - done
      let room = chunk <= left ? chunk : left + 1
      body(room, done)
      let produced = room - Int(stream.pointee.avail_out)
      done += produced
      if done > limit {
        throw CompressionError(.tooLarge, "it inflates to more than the limit of \(limit) bytes")
      }
      switch code {
      case Z_STREAM_END:
        atMemberStart = true
        if format == .zlib, stream.pointee.avail_in > 0 {
          throw CompressionError(
            .corrupt, "expected the end, found \(stream.pointee.avail_in) more bytes")
        }
        if stream.pointee.avail_in == 0 { return }
      case Z_OK, Z_BUF_ERROR:
        if produced < room, stream.pointee.avail_in == 0 { return }
        if produced == 0, code == Z_BUF_ERROR { return }
      default:
        let reason = stream.pointee.msg.map { String(cString: $0) } ?? "zlib error \(code)"
        throw CompressionError(.corrupt, "expected \(format) data, found: \(reason)")
      }
      chunk = min(chunk * 2, max(firstChunk, 1 << 20))
    }
  }

  private func beginMember() throws(CompressionError) {
    if stream.pointee.total_in > 0, inflateReset(stream) != Z_OK {
      throw CompressionError(.corrupt, "zlib cannot begin another member")
    }
    atMemberStart = false
  }

  /// Inflates as much as there is room for; returns how much came out.
  private func step(into memory: UnsafeMutablePointer<UInt8>?, _ room: Int) -> Int {
    stream.pointee.next_out = memory
    stream.pointee.avail_out = UInt32(room)
    code = CZlib.inflate(stream, Z_NO_FLUSH)
    return room - Int(stream.pointee.avail_out)
  }

  /// Inflates a whole input at once.
  ///
  /// - Throws: `CompressionError` when it is corrupt, ends early, or passes the limit.
  public static func inflate(
    _ input: UnsafeRawBufferPointer, _ format: CompressionFormat, limit: Int
  ) throws(CompressionError) -> [UInt8] {
    let inflater = Inflater(format)
    var output: [UInt8] = []
    try inflater.inflate(input, appendingTo: &output, limit: limit)
    try inflater.checkComplete(input)
    return output
  }

  /// Inflates a whole input at once by way of memory of the caller's, which costs less than memory that grows as it is filled: of
  /// what is over the limit nothing is allocated at all.
  ///
  /// - Parameter scratch: holds one byte more than may come out.
  /// - Throws: as `inflate(_:_:limit:)`.
  public static func inflate(
    _ input: UnsafeRawBufferPointer, _ format: CompressionFormat,
    through scratch: UnsafeMutableBufferPointer<UInt8>
  ) throws(CompressionError) -> [UInt8] {
    let inflater = Inflater(format)
    var count = 0
    try inflater.run(input, limit: scratch.count - 1, firstChunk: scratch.count) { room, done in
      count = done + inflater.step(into: scratch.baseAddress.map { $0 + done }, room)
    }
    try inflater.checkComplete(input)
    return [UInt8](scratch[..<count])
  }

  private func checkComplete(_ input: UnsafeRawBufferPointer) throws(CompressionError) {
    guard isComplete, input.count > 0 else {
      throw CompressionError(.truncated, "the \(format) data end in the middle")
    }
  }
}
