import COpenSSL

/// The library itself.
enum OpenSSL {
  // By itself it tears itself down when the process exits, while other threads may still be closing connections.
  private static let isReady = OPENSSL_init_crypto(UInt64(OPENSSL_INIT_NO_ATEXIT), nil) == 1

  /// Initialises the library; before anything else is asked of it. Any number of times, from any thread.
  static func prepare() { _ = isReady }
}
