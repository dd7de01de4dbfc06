/// Follows the frame boundaries of an HTTP/2 byte stream (RFC 9113 §4.1) to tell a peer that has nothing to say from
/// one that stalls in the middle of a frame or a header block. It judges nothing: that is the session's part.
struct FrameProgress {
  private enum FrameType { static let headers: UInt8 = 1, continuation: UInt8 = 9 }
  private static let endHeaders: UInt8 = 4
  private static let headerBytes = 9

  /// Bytes of the current frame's payload (or of the client's preface) still to come.
  private var remaining: Int
  /// Bytes of the next frame header that have come, and their contents so far.
  private var headerCount = 0
  private var length = 0
  private var type: UInt8 = 0
  private var flags: UInt8 = 0
  private var insideHeaderBlock = false
  /// How many frames have ended.
  private(set) var completed: UInt64 = 0

  /// - Parameter expectsPreface: whether the peer is a client, which sends 24 bytes first (RFC 9113 §3.4).
  init(expectsPreface: Bool) { remaining = expectsPreface ? 24 : 0 }

  /// Whether the peer owes the rest of a frame, or of a header block.
  var isMidFrame: Bool { remaining > 0 || headerCount > 0 || insideHeaderBlock }

  /// Takes the next bytes of the stream.
  ///
  /// - Complexity: O(frames); payloads are skipped.
  mutating func advance(over bytes: UnsafeRawBufferPointer) {
    var position = 0
    while position < bytes.count {
      if remaining > 0 {
        let skipped = min(remaining, bytes.count - position)
        position += skipped
        remaining -= skipped
        if remaining == 0 { completed &+= 1 }
      } else if headerCount == 0, bytes.count - position >= Self.headerBytes {
        let word = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
        position += Self.headerBytes
        beginPayload(
          Int(word >> 40), type: UInt8(truncatingIfNeeded: word >> 32),
          flags: UInt8(truncatingIfNeeded: word >> 24))
      } else {
        take(bytes[position])
        position += 1
      }
    }
  }

  /// Takes one byte of a frame header that came in pieces.
  private mutating func take(_ byte: UInt8) {
    switch headerCount {
    case 0..<3: length = length << 8 | Int(byte)
    case 3: type = byte
    case 4: flags = byte
    default: break
    }
    headerCount += 1
    guard headerCount == Self.headerBytes else { return }
    beginPayload(length, type: type, flags: flags)
    (headerCount, length) = (0, 0)
  }

  private mutating func beginPayload(_ length: Int, type: UInt8, flags: UInt8) {
    remaining = length
    if length == 0 { completed &+= 1 }
    if type == FrameType.headers || type == FrameType.continuation {
      insideHeaderBlock = flags & Self.endHeaders == 0
    }
  }
}
