/// Encodes a GOAWAY frame (RFC 9113 §6.8) by hand, for the moment when libnghttp2 no longer sends.
func goAwayFrame(lastStreamID: Int32, code: HTTP2ErrorCode, debug: String) -> [UInt8] {
  let debugBytes = Array(debug.utf8.prefix(128))
  let length = 8 + debugBytes.count
  var frame: [UInt8] = [UInt8(length >> 16), UInt8(length >> 8 & 0xff), UInt8(length & 0xff), 0x07, 0]
  frame += bigEndian(0)
  frame += bigEndian(UInt32(lastStreamID))
  frame += bigEndian(code.rawValue)
  return frame + debugBytes
}

private func bigEndian(_ value: UInt32) -> [UInt8] {
  [UInt8(value >> 24), UInt8(value >> 16 & 0xff), UInt8(value >> 8 & 0xff), UInt8(value & 0xff)]
}
