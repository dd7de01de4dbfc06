/// Frames cut from received bytes (RFC 9113 §4.1).
struct RawFrames {
  struct Frame {
    let type: UInt8
    let payload: [UInt8]
    /// The error code of a GOAWAY frame.
    var goAwayCode: UInt32 { payload[4..<8].reduce(0) { $0 << 8 | UInt32($1) } }
  }

  private(set) var frames: [Frame] = []

  init(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while rest.count >= 9 {
      let header = Array(rest.prefix(9))
      let length = Int(header[0]) << 16 | Int(header[1]) << 8 | Int(header[2])
      frames.append(Frame(type: header[3], payload: Array(rest.dropFirst(9).prefix(length))))
      rest = rest.dropFirst(9 + length)
    }
  }

  func last(ofType type: UInt8) -> Frame? { frames.last { $0.type == type } }
}
