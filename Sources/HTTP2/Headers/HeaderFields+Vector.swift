import CNghttp2

extension HeaderFields {
  /// Calls `body` with the list as libnghttp2 takes it; the vector is valid during the call only.
  func withVector<R>(_ body: (UnsafePointer<nghttp2_nv>, Int) -> R) -> R {
    bytes.withUnsafeBufferPointer { bytes in
      withUnsafeTemporaryAllocation(of: nghttp2_nv.self, capacity: max(1, entries.count)) { vector in
        // libnghttp2 declares the pointers mutable but never writes through them.
        layOut(in: vector.baseAddress!, over: UnsafeMutablePointer(mutating: bytes.baseAddress))
        return body(vector.baseAddress!, entries.count)
      }
    }
  }

  /// Fills `count` elements of a vector that points into the bytes of the list, or a copy of them, which begin at `start`.
  ///
  /// - Parameter flags: of every field, beside that of sensitive ones.
  func layOut(
    in vector: UnsafeMutablePointer<nghttp2_nv>, over start: UnsafeMutablePointer<UInt8>?,
    flags: nghttp2_nv_flag = NGHTTP2_NV_FLAG_NONE
  ) {
    var position = start
    for (index, entry) in entries.enumerated() {
      let value = position.map { $0 + entry.nameCount }
      let sensitive = entry.isSensitive ? NGHTTP2_NV_FLAG_NO_INDEX.rawValue : 0
      (vector + index).initialize(
        to: nghttp2_nv(
          name: position, value: value, namelen: entry.nameCount, valuelen: entry.valueCount,
          flags: UInt8(flags.rawValue | sensitive)))
      position = value.map { $0 + entry.valueCount }
    }
  }

  /// A copy of the bytes of the list, which whoever asks for it has to free.
  func copyBytes() -> UnsafeMutablePointer<UInt8> {
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, bytes.count))
    copy.initialize(from: bytes, count: bytes.count)
    return copy
  }
}
