import COpenSSL

/// The two ends of OpenSSL's transport in memory: ciphertext that came and ciphertext to go.
///
/// A BIO of our own instead of OpenSSL's memory BIO: what comes is read where it lies, and buffers shrink again.
final class MemoryBIO {
  // SAFETY: borrowed by `TLSSession.receive` for the time of that call only.
  fileprivate var input = UnsafeRawBufferPointer(start: nil, count: 0)
  var output: [UInt8] = []

  /// Lets OpenSSL read `bytes` while `body` runs.
  func feed<Failure: Error>(_ bytes: UnsafeRawBufferPointer, _ body: () throws(Failure) -> Void)
    throws(Failure)
  {
    input = bytes
    defer { input = UnsafeRawBufferPointer(start: nil, count: 0) }
    try body()
  }

  /// Drops what OpenSSL has not read yet.
  func close() { input = UnsafeRawBufferPointer(start: nil, count: 0) }

  /// A BIO over this memory, for `SSL_set_bio`; it keeps this object until it is freed.
  func makeBIO() -> OpaquePointer? {
    guard let bio = BIO_new(Self.method) else { return nil }
    BIO_set_data(bio, Unmanaged.passRetained(self).toOpaque())
    BIO_set_init(bio, 1)
    return bio
  }

  // SAFETY: made once by the first use, then read only.
  nonisolated(unsafe) private static let method: OpaquePointer? = {
    let method = BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "matiane")
    BIO_meth_set_read(method) { bio, target, count in
      memory(of: bio).read(into: UnsafeMutableRawBufferPointer(start: target, count: Int(count)), bio)
    }
    BIO_meth_set_write(method) { bio, source, count in
      memory(of: bio).output.append(contentsOf: UnsafeRawBufferPointer(start: source, count: Int(count)))
      return count
    }
    BIO_meth_set_ctrl(method) { _, command, _, _ in command == BIO_CTRL_FLUSH ? 1 : 0 }
    BIO_meth_set_destroy(method) { bio in
      guard let data = BIO_get_data(bio) else { return 0 }
      Unmanaged<MemoryBIO>.fromOpaque(data).release()
      BIO_set_data(bio, nil)
      return 1
    }
    return method
  }()

  private static func memory(of bio: OpaquePointer?) -> MemoryBIO {
    Unmanaged<MemoryBIO>.fromOpaque(BIO_get_data(bio)!).takeUnretainedValue()
  }

  private func read(into target: UnsafeMutableRawBufferPointer, _ bio: OpaquePointer?) -> Int32 {
    copenssl_will_not_retry(bio)
    let count = min(target.count, input.count)
    guard count > 0 else {
      copenssl_will_retry_read(bio)
      return -1
    }
    target.copyMemory(from: UnsafeRawBufferPointer(rebasing: input[..<count]))
    input = UnsafeRawBufferPointer(rebasing: input[count...])
    return Int32(count)
  }
}
