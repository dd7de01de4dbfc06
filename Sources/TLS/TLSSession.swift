import COpenSSL
import Glibc

/// TLS for one connection as a pure machine: ciphertext in, plaintext out, and the other way round. No I/O.
///
/// States: handshaking → established → ended by the peer; a failure ends any of them, and what `takeOutput()` then
/// yields (an alert) should still be sent. Confined to one thread.
public final class TLSSession {
  /// How far the session has come.
  public enum State: Sendable, Hashable {
    case handshaking, established, endedByPeer, failed
  }

  /// How far the session has come.
  public private(set) var state = State.handshaking
  private let handle: OpaquePointer
  /// Kept because OpenSSL's callbacks come back to it.
  private let context: TLSContext
  private let memory = MemoryBIO()
  private let serverName: String?
  /// Handshake messages and alerts, of either side, since the session is established.
  private var lateSteps = 0
  /// What a peer may do of it in the life of a session. New keys are due after gigabytes (RFC 8446 §5.5), a second handshake
  /// is never taken; each costs as much as a call, and OpenSSL bears any number.
  private static let maxLateSteps = 256
  /// One record's plaintext (RFC 8446 §5.1).
  private static let recordBytes = 16 * 1024

  /// The server's side of a session; waits for the client.
  ///
  /// - Throws: when OpenSSL has no memory.
  public convenience init(server context: TLSContext) throws(TLSError) {
    precondition(context.role == .server, "a client's context cannot serve")
    try self.init(context, serverName: nil)
    SSL_set_accept_state(handle)
  }

  /// The client's side of a session with the server that calls itself `serverName`; its first output is there at once.
  ///
  /// - Parameter serverName: a host name or a numeric address, which the server's certificate has to bear.
  /// - Throws: `configuration` when the name is no name.
  public convenience init(client context: TLSContext, serverName: String) throws(TLSError) {
    precondition(context.role == .client, "a server's context cannot connect")
    try self.init(context, serverName: serverName)
    try expectPeer(named: serverName)
    context.resumable.offer(serverName, to: handle)
    SSL_set_connect_state(handle)
    try shakeHands()
  }

  private init(_ context: TLSContext, serverName: String?) throws(TLSError) {
    self.serverName = serverName
    self.context = context
    ERR_clear_error()
    guard let handle = SSL_new(context.handle) else { throw .last(.configuration, "making a TLS session") }
    self.handle = handle
    guard let bio = memory.makeBIO() else { throw .last(.configuration, "making a TLS session") }
    SSL_set_bio(handle, bio, bio)
    SSL_set_ex_data(handle, 0, Unmanaged.passUnretained(self).toOpaque())
  }

  /// Keeps a session that the server has given a client; OpenSSL's callback.
  ///
  /// - Returns: 0: the ticket stays OpenSSL's.
  static func keep(_ ticket: OpaquePointer?, of handle: OpaquePointer?) -> Int32 {
    guard let ticket, let address = SSL_get_ex_data(handle, 0) else { return 0 }
    // SAFETY: the address of the `TLSSession` that owns the handle and frees it when it ends.
    let session = Unmanaged<TLSSession>.fromOpaque(address).takeUnretainedValue()
    if let name = session.serverName { session.context.resumable.keep(ticket, for: name) }
    return 0
  }

  /// Counts what is not content; OpenSSL's callback.
  static func step(_ place: Int32, of handle: OpaquePointer?) {
    guard place & (SSL_CB_LOOP | SSL_CB_ALERT) != 0, let address = SSL_get_ex_data(handle, 0) else { return }
    // SAFETY: as in `keep`.
    let session = Unmanaged<TLSSession>.fromOpaque(address).takeUnretainedValue()
    guard session.state == .established else { return }
    session.lateSteps += 1
    // OpenSSL would go on with whatever has come before it returns.
    if session.isRestless { session.memory.close() }
  }

  private var isRestless: Bool { lateSteps > Self.maxLateSteps }

  deinit { SSL_free(handle) }

  /// Takes ciphertext from the peer and passes on what it holds; afterwards the bytes are no longer needed.
  ///
  /// - Parameter plaintext: gets at most one record at a time, valid during the call; false ends the session's use.
  /// - Throws: when the session cannot go on.
  public func receive(
    _ ciphertext: UnsafeRawBufferPointer, _ plaintext: (UnsafeRawBufferPointer) -> Bool
  ) throws(TLSError) {
    guard state != .failed else { return }
    try memory.feed(ciphertext) { () throws(TLSError) in
      if state == .handshaking { try shakeHands() }
      if state == .established { try readRecords(plaintext) }
    }
  }

  /// Encrypts bytes for the peer; only when established.
  ///
  /// - Throws: when the session cannot go on.
  public func send(_ plaintext: UnsafeRawBufferPointer) throws(TLSError) {
    guard state == .established || state == .endedByPeer, !plaintext.isEmpty else { return }
    ERR_clear_error()
    var written = 0
    guard SSL_write_ex(handle, plaintext.baseAddress, plaintext.count, &written) == 1 else {
      state = .failed
      throw .last(.damagedRecord, "writing TLS records")
    }
  }

  /// Tells the peer that nothing more will come from us (close_notify). Idempotent.
  public func finish() {
    guard state == .established || state == .endedByPeer else { return }
    ERR_clear_error()
    SSL_shutdown(handle)
  }

  /// Whether there is ciphertext for the peer.
  public var hasOutput: Bool { !memory.output.isEmpty }

  /// Takes the ciphertext for the peer.
  public func takeOutput() -> [UInt8] {
    defer { memory.output = [] }
    return memory.output
  }

  // MARK: - What was agreed on

  /// The version: `TLSv1.3` or `TLSv1.2`.
  public var version: String { String(cString: SSL_get_version(handle)) }

  /// The cipher suite by its name in IANA's registry: `TLS_AES_256_GCM_SHA384`.
  public var cipherSuite: String? {
    SSL_CIPHER_standard_name(SSL_get_current_cipher(handle)).map { String(cString: $0) }
  }

  /// The application protocol, which is `h2` or none.
  public var applicationProtocol: String? {
    var name: UnsafePointer<UInt8>?
    var count: UInt32 = 0
    SSL_get0_alpn_selected(handle, &name, &count)
    return count == 0
      ? nil : String(decoding: UnsafeBufferPointer(start: name, count: Int(count)), as: UTF8.self)
  }

  /// Whether an earlier session was taken up again.
  public var isResumed: Bool { SSL_session_reused(handle) == 1 }

  /// The subject of the certificate that the peer has shown: `CN=client`.
  public var peerSubject: String? {
    guard let certificate = SSL_get0_peer_certificate(handle), let text = BIO_new(BIO_s_mem()) else {
      return nil
    }
    defer { BIO_free(text) }
    guard copenssl_print_subject(text, certificate) != 0 else { return nil }
    return withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 1) { buffer in
      let count = Int(BIO_read(text, buffer.baseAddress, Int32(buffer.count)))
      return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
    }
  }

  // MARK: - The machine

  private func expectPeer(named name: String) throws(TLSError) {
    let parameters = SSL_get0_param(handle)
    // A numeric address is matched as such and never sent (RFC 6066 §3).
    if X509_VERIFY_PARAM_set1_ip_asc(parameters, name) == 1 { return }
    ERR_clear_error()
    SSL_set_hostflags(handle, UInt32(X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS))
    guard !name.isEmpty, SSL_set1_host(handle, name) == 1, copenssl_set_server_name(handle, name) != 0 else {
      throw .last(.configuration, "\"\(name)\" is not a host name")
    }
  }

  private func shakeHands() throws(TLSError) {
    ERR_clear_error()
    let status = SSL_do_handshake(handle)
    guard status != 1 else { return try completeHandshake() }
    guard SSL_get_error(handle, status) == SSL_ERROR_WANT_READ else {
      state = .failed
      throw handshakeError()
    }
  }

  private func completeHandshake() throws(TLSError) {
    guard applicationProtocol == "h2" else {
      state = .failed
      ERR_clear_error()
      SSL_shutdown(handle)
      throw TLSError(.noCommonProtocol, "the peer does not agree to HTTP/2 by ALPN")
    }
    state = .established
  }

  private func handshakeError() -> TLSError {
    let verdict = SSL_get_verify_result(handle)
    let error = ERR_peek_last_error()
    let reason = Int32(truncatingIfNeeded: error & 0x7f_ffff)
    if reason == SSL_R_CERTIFICATE_VERIFY_FAILED, verdict != X509_V_OK {
      ERR_clear_error()
      let text = String(cString: X509_verify_cert_error_string(verdict))
      let name = serverName.map { " of \($0)" } ?? ""
      return TLSError(.untrustedPeer, "the certificate\(name) is not accepted: \(text)")
    }
    let noProtocol = [SSL_R_NO_APPLICATION_PROTOCOL, SSL_R_TLSV1_ALERT_NO_APPLICATION_PROTOCOL]
    let failure = TLSError.last(
      noProtocol.contains(reason) ? .noCommonProtocol : .handshake, "TLS handshake failed")
    // What OpenSSL makes of bytes that are no TLS, and what servers of plaintext answer to a greeting.
    let noTLS = [SSL_R_WRONG_VERSION_NUMBER, SSL_R_HTTP_REQUEST, SSL_R_TLSV1_ALERT_PROTOCOL_VERSION]
    guard noTLS.contains(reason) else { return failure }
    return TLSError(failure.code, failure.message + "; does the peer speak TLS 1.2 or 1.3 there?")
  }

  private func readRecords(_ plaintext: (UnsafeRawBufferPointer) -> Bool) throws(TLSError) {
    var failure: TLSError?
    withUnsafeTemporaryAllocation(byteCount: Self.recordBytes, alignment: 16) { buffer in
      var goesOn = true
      while goesOn, state == .established {
        var count = 0
        ERR_clear_error()
        if SSL_read_ex(handle, buffer.baseAddress, buffer.count, &count) == 1 {
          goesOn = plaintext(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
          continue
        }
        switch SSL_get_error(handle, 0) {
        case SSL_ERROR_WANT_READ: goesOn = false
        case SSL_ERROR_ZERO_RETURN: state = .endedByPeer
        default:
          state = .failed
          failure = .last(.damagedRecord, "reading TLS records")
        }
      }
    }
    if isRestless {
      state = .failed
      throw TLSError(.restless, "the peer has asked for new keys, or to shake hands anew, too often")
    }
    if let failure { throw failure }
  }
}
