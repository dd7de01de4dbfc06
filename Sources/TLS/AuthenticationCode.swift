import COpenSSL

/// HMAC-SHA-256 (RFC 2104): what only those who hold a key can make of a message, or check.
public enum AuthenticationCode {
  /// The 32 bytes of the code; its first 16 are one as well.
  public static func of(_ bytes: UnsafeRawBufferPointer, key: UnsafeRawBufferPointer) -> [UInt8] {
    OpenSSL.prepare()
    return [UInt8](unsafeUninitializedCapacity: 32) { code, count in
      HMAC(
        EVP_sha256(), key.baseAddress, Int32(key.count),
        bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count, code.baseAddress, nil)
      count = 32
    }
  }
}

/// Whether two byte strings are equal, in a time that depends on their lengths only.
public func equalInConstantTime(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Bool {
  a.count == b.count && (a.isEmpty || CRYPTO_memcmp(a.baseAddress, b.baseAddress, a.count) == 0)
}
