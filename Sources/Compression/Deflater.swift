import CZlib

/// Deflates a whole input at once.
public enum Deflater {
  /// Compresses bytes into one gzip member or zlib stream.
  ///
  /// - Parameter level: 1 (fastest) to 9 (smallest).
  /// - Complexity: O(bytes in).
  public static func deflate(
    _ input: UnsafeRawBufferPointer, _ format: CompressionFormat, level: Int32 = 6
  ) -> [UInt8] {
    var stream = z_stream()
    // The stream stays at one address until deflateEnd: everything happens inside this one access.
    return withUnsafeMutablePointer(to: &stream) { stream in
      let started = deflateInit2_(
        stream, level, Z_DEFLATED, format.windowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
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
}
