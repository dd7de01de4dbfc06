/// Follows the frame boundaries of an HTTP/2 byte stream (RFC 9113 §4.1) ahead of libnghttp2, which does not tell of every
/// frame: for what it ignores and we do not, and to tell a peer that has nothing to say from one that stalls in the
/// middle of a frame or a header block.
struct FrameProgress {
  enum FrameType {
    static let data: UInt8 = 0
    static let headers: UInt8 = 1
    static let priority: UInt8 = 2
    static let settings: UInt8 = 4
    static let windowUpdate: UInt8 = 8
    static let continuation: UInt8 = 9
    static let none: UInt8 = 0xff
  }

  enum Flags {
    static let endStream: UInt8 = 1
    static let endHeaders: UInt8 = 4
  }

  /// A frame whose header is complete.
  struct Header {
    var type = FrameType.none
    var flags: UInt8 = 0
    var stream: Int32 = 0
    var length = 0
    /// Where in the bytes its header begins; if that lies in earlier ones, where its last byte is.
    var offset = 0

    /// Whether it is a PRIORITY frame as it should be.
    var isPriority: Bool { type == FrameType.priority && stream != 0 && length == 5 }

    /// The nine bytes of the same header before no payload.
    var withoutPayload: (UInt64, UInt8) {
      let id = UInt64(UInt32(bitPattern: stream))
      return ((UInt64(type) << 32 | UInt64(flags) << 24 | id >> 8).bigEndian, UInt8(truncatingIfNeeded: id))
    }
  }

  private static let headerBytes = 9

  /// Bytes of the current frame's payload (or of the client's preface) still to come.
  private var remaining: Int
  /// The next frame's header as far as it has come, and how much that is.
  private var partial: (UInt64, UInt8) = (0, 0)
  private var partialCount = 0
  private(set) var insideHeaderBlock = false
  /// How many frames and header blocks have ended.
  private(set) var completed: UInt64 = 0

  /// - Parameter expectsPreface: whether the peer is a client, which sends 24 bytes first (RFC 9113 §3.4).
  init(expectsPreface: Bool) { remaining = expectsPreface ? 24 : 0 }

  /// Whether the peer owes the rest of a frame, or of a header block.
  var isMidFrame: Bool { remaining > 0 || partialCount > 0 || insideHeaderBlock }

  /// Goes on to the next frame whose header ends in `bytes`, and to where its payload begins; nil at their end.
  ///
  /// - Complexity: O(1); payloads are skipped.
  @inline(__always)
  mutating func next(in bytes: UnsafeRawBufferPointer, from position: inout Int) -> Header? {
    if remaining > 0 {
      let skipped = min(remaining, bytes.count - position)
      position += skipped
      remaining -= skipped
      if remaining > 0 { return nil }
      endPayload()
    }
    guard partialCount == 0, bytes.count - position >= Self.headerBytes else {
      return completeHeader(in: bytes, from: &position)
    }
    let word = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
    defer { position += Self.headerBytes }
    return begin(word, bytes[position + 8], at: position)
  }

  /// Takes a header that comes in pieces, byte by byte.
  private mutating func completeHeader(in bytes: UnsafeRawBufferPointer, from position: inout Int) -> Header?
  {
    while position < bytes.count {
      let byte = bytes[position]
      if partialCount < 8 { partial.0 = partial.0 << 8 | UInt64(byte) } else { partial.1 = byte }
      partialCount += 1
      position += 1
      guard partialCount == Self.headerBytes else { continue }
      partialCount = 0
      return begin(partial.0, partial.1, at: position - 1)
    }
    return nil
  }

  @inline(__always)
  private mutating func begin(_ word: UInt64, _ last: UInt8, at offset: Int) -> Header {
    let header = Header(
      type: UInt8(truncatingIfNeeded: word >> 32), flags: UInt8(truncatingIfNeeded: word >> 24),
      stream: Int32(truncatingIfNeeded: word << 8 | UInt64(last)) & .max, length: Int(word >> 40),
      offset: offset)
    remaining = header.length
    if header.type == FrameType.headers || header.type == FrameType.continuation {
      insideHeaderBlock = header.flags & Flags.endHeaders == 0
    }
    if remaining == 0 { endPayload() }
    return header
  }

  /// A header block counts as one frame, in however many it comes.
  private mutating func endPayload() {
    if !insideHeaderBlock { completed &+= 1 }
  }
}
