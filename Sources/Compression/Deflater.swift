import CZlib

/// Deflates a whole input at once.
public enum Deflater {
  /// Compresses bytes into one gzip member or zlib stream.
  ///
  /// - Parameter level: 1 (fastest) to 9 (smallest).
  /// - Complexity: O(bytes in).
  public static func deflate(
    _ input: UnsafeRawBufferPointer, _ format: CompressionFormat, level: Int32 = 3
  ) -> [UInt8] {
    let bits = distanceBits(input.count)
    var stream = z_stream()
    // The stream stays at one address until deflateEnd: everything happens inside this one access.
    return withUnsafeMutablePointer(to: &stream) { stream in
      let started = deflateInit2_(
        stream, level, Z_DEFLATED, format.windowBits - MAX_WBITS + bits, min(8, bits - 5), Z_DEFAULT_STRATEGY,
        ZLIB_VERSION,
        Int32(MemoryLayout<z_stream>.size))
      precondition(started == Z_OK, "zlib refused to start: \(started)")
      defer { deflateEnd(stream) }
      let bound = Int(deflateBound(stream, UInt(input.count)))
      return [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
        stream.pointee.next_in = UnsafeMutablePointer(
          mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self))
        stream.pointee.avail_in = UInt32(input.count)
        stream.pointee.next_out = buffer.baseAddress
        stream.pointee.avail_out = UInt32(bound)
        let finished = CZlib.deflate(stream, Z_FINISH)
        precondition(finished == Z_STREAM_END, "zlib did not finish within its own bound: \(finished)")
        count = bound - Int(stream.pointee.avail_out)
      }
    }
  }

  /// The window that reaches from the last byte of an input to its first, as a power of two: zlib lays out and clears memory by
  /// it, a quarter of a megabyte for the largest, which for a small message is most of the work.
  private static func distanceBits(_ count: Int) -> Int32 {
    // zlib looks back so many bytes less than the window holds (MIN_LOOKAHEAD).
    let reach = min(count, 1 << 15) + 262
    return min(MAX_WBITS, max(9, Int32(Int.bitWidth - (reach - 1).leadingZeroBitCount)))
  }
}
