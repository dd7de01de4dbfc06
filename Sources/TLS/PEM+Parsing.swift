import COpenSSL

extension PEM {
  /// Calls `body` with each certificate of the text, which is freed afterwards.
  ///
  /// - Throws: `configuration` when there is none or one is damaged; what `body` throws.
  func forEachCertificate(_ body: (OpaquePointer) throws(TLSError) -> Void) throws(TLSError) {
    let source = try memory()
    defer { BIO_free(source) }
    ERR_clear_error()
    var count = 0
    while let certificate = PEM_read_bio_X509(source, nil, nil, nil) {
      defer { X509_free(certificate) }
      try body(certificate)
      count += 1
    }
    // At the end of the text OpenSSL reports that no further block begins; anything else is damage.
    let error = ERR_peek_last_error()
    let isEnd = count > 0 && Int32(truncatingIfNeeded: error & 0x7f_ffff) == PEM_R_NO_START_LINE
    guard isEnd else { throw .last(.configuration, "\(name) holds no usable certificate") }
    ERR_clear_error()
  }

  /// Calls `body` with the private key of the text, which is freed afterwards.
  ///
  /// - Throws: `configuration` when there is none or it is encrypted; what `body` throws.
  func withPrivateKey(_ body: (OpaquePointer) throws(TLSError) -> Void) throws(TLSError) {
    let source = try memory()
    defer { BIO_free(source) }
    ERR_clear_error()
    // An encrypted key has no one to type its passphrase: what is asked for it says that it was asked, and gives up.
    var isEncrypted = false
    let read = withUnsafeMutablePointer(to: &isEncrypted) { isAsked in
      PEM_read_bio_PrivateKey(
        source, nil,
        { _, _, _, isAsked in
          isAsked?.assumingMemoryBound(to: Bool.self).pointee = true
          return -1
        }, UnsafeMutableRawPointer(isAsked))
    }
    guard let key = read else {
      if isEncrypted {
        ERR_clear_error()
        throw TLSError(
          .configuration,
          "\(name) holds an encrypted private key; expected one without a passphrase, as `openssl pkey -in ENCRYPTED -out PLAIN` makes it"
        )
      }
      throw .last(.configuration, "\(name) holds no usable private key")
    }
    defer { EVP_PKEY_free(key) }
    try body(key)
  }

  /// A BIO over the bytes, which outlive it within the caller.
  private func memory() throws(TLSError) -> OpaquePointer {
    OpenSSL.prepare()
    // OpenSSL copies nothing here, so the bytes are copied into a BIO of its own.
    guard let bio = BIO_new(BIO_s_mem()) else { throw .last(.configuration, name) }
    bytes.withUnsafeBytes { _ = BIO_write(bio, $0.baseAddress, Int32(clamping: $0.count)) }
    return bio
  }
}
