/// A stream's WINDOW_UPDATE whose frame the network has cut, followed to see whether it enlarges the window by nothing.
///
/// A pure machine: it gets the payload in whatever pieces come.
struct CutWindowUpdate {
  /// What the bytes so far have shown.
  enum Finding: Hashable {
    /// More has to come.
    case incomplete
    /// It is as it should be.
    case enlarges
    /// The increment is zero; the index is that of its last byte.
    case futile(last: Int)
  }

  /// The stream.
  let stream: Int32
  private var missing = 4

  /// Begins behind the frame's header.
  init(on stream: Int32) { self.stream = stream }

  /// Takes the next bytes of the payload, which begin at `start`.
  mutating func take(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Finding {
    for index in start..<min(start + missing, bytes.count) {
      // The first bit is reserved.
      let mask: UInt8 = missing == 4 ? 0x7f : 0xff
      guard bytes[index] & mask == 0 else { return .enlarges }
      missing -= 1
      if missing == 0 { return .futile(last: index) }
    }
    return .incomplete
  }
}
