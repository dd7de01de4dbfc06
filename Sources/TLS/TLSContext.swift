import COpenSSL
import Glibc

/// What the sessions of one side share: identity, trust, versions; immutable.
///
/// TLS 1.2 and 1.3 with the ciphers that HTTP/2 allows (RFC 9113 §9.2.2); the only application protocol is `h2`.
public final class TLSContext {
  enum Role {
    case client, server
  }

  let role: Role
  let handle: OpaquePointer
  /// Of a client: sessions that can be taken up again.
  let resumable = ResumableSessions()
  /// Of a server: its other identities, each in a context like this one.
  private var others: [TLSContext] = []
  private var ownValidity: Validity?
  /// What time it is for a client's certificate, in seconds since 1970.
  private let now: @Sendable () -> Int

  /// When a certificate is good, in seconds since 1970.
  public struct Validity: Sendable {
    /// Its beginning.
    public let since: Int64
    /// Its end.
    public let until: Int64
  }

  /// Of the certificates shown, when the first to expire is good; nil where none is shown.
  public var firstToExpire: Validity? {
    ([ownValidity] + others.map(\.firstToExpire)).compactMap { $0 }.min { $0.until < $1.until }
  }

  /// The context of a server.
  ///
  /// - Throws: `configuration` when certificate or key is unusable: damaged, expired, not belonging together; or when none of the
  ///   authorities of clients is valid now, so that no client's certificate could be.
  public convenience init(server configuration: ServerTLSConfiguration) throws(TLSError) {
    try self.init(server: configuration, checkingDates: true)
  }

  convenience init(
    server configuration: ServerTLSConfiguration, checkingDates: Bool,
    now: @escaping @Sendable () -> Int = { time(nil) }
  ) throws(TLSError) {
    try self.init(server: configuration, showing: configuration.identity, checkingDates, now)
    for identity in configuration.otherIdentities {
      others.append(try TLSContext(server: configuration, showing: identity, checkingDates, now))
    }
    if !others.isEmpty {
      copenssl_choose_by_name(handle, chooseIdentity, Unmanaged.passUnretained(self).toOpaque())
    }
  }

  private init(
    server configuration: ServerTLSConfiguration, showing identity: TLSIdentity, _ checkingDates: Bool,
    _ now: @escaping @Sendable () -> Int
  ) throws(TLSError) {
    role = .server
    self.now = now
    handle = try Self.makeHandle(TLS_server_method())
    try use(identity, checkingDates: checkingDates)
    SSL_CTX_set_alpn_select_cb(handle, selectProtocol, nil)
    let label: StaticString = "matiane"
    SSL_CTX_set_session_id_context(handle, label.utf8Start, UInt32(label.utf8CodeUnitCount))
    if let authorities = configuration.clientAuthorities {
      try trust(authorities, announce: true)
      if checkingDates { try checkDates(of: authorities) }
      let insists = configuration.requiresClientCertificate ? SSL_VERIFY_FAIL_IF_NO_PEER_CERT : 0
      SSL_CTX_set_verify(handle, SSL_VERIFY_PEER | insists, nil)
    }
    copenssl_keep_no_server_sessions(handle)
    SSL_CTX_set_session_ticket_cb(handle, nil, judgeTicket, Unmanaged.passUnretained(self).toOpaque())
  }

  /// The context of a client.
  ///
  /// - Throws: `configuration` when the authorities or the identity are unusable.
  public init(client configuration: ClientTLSConfiguration) throws(TLSError) {
    role = .client
    now = { time(nil) }
    handle = try Self.makeHandle(TLS_client_method())
    SSL_CTX_set_verify(handle, configuration.verifiesServer ? SSL_VERIFY_PEER : SSL_VERIFY_NONE, nil)
    if let authorities = configuration.authorities {
      try trust(authorities, announce: false)
    } else if SSL_CTX_set_default_verify_paths(handle) != 1 {
      throw .last(.configuration, "the system's certificate authorities")
    }
    if let identity = configuration.identity { try use(identity, checkingDates: true) }
    let offered: [UInt8] = [2] + "h2".utf8
    guard SSL_CTX_set_alpn_protos(handle, offered, UInt32(offered.count)) == 0 else {
      throw .last(.configuration, "offering h2")
    }
    copenssl_keep_client_sessions(handle)
    SSL_CTX_sess_set_new_cb(handle) { session, ticket in TLSSession.keep(ticket, of: session) }
  }

  deinit { SSL_CTX_free(handle) }

  private static func makeHandle(_ method: OpaquePointer?) throws(TLSError) -> OpaquePointer {
    OpenSSL.prepare()
    ERR_clear_error()
    guard let handle = SSL_CTX_new(method) else { throw .last(.configuration, "initialising OpenSSL") }
    let ciphers = "ECDHE+AESGCM:ECDHE+CHACHA20"
    guard copenssl_set_minimum_version(handle, TLS1_2_VERSION) != 0,
      SSL_CTX_set_cipher_list(handle, ciphers) == 1
    else {
      SSL_CTX_free(handle)
      throw .last(.configuration, "choosing TLS versions and ciphers")
    }
    copenssl_set_manners(handle)
    SSL_CTX_set_info_callback(handle) { session, place, _ in TLSSession.step(place, of: session) }
    return handle
  }

  /// The context for a server name: of those whose certificate bears it the first, one that names it before one that has it under
  /// a wildcard; this one when none does.
  fileprivate func context(for name: String) -> TLSContext {
    let all = [self] + others
    return all.first { $0.bears(name, X509_CHECK_FLAG_NO_WILDCARDS) }
      ?? all.first { $0.bears(name, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS) } ?? self
  }

  /// Whether a session may be taken up again: not when the certificate that its client has shown has expired since then, for
  /// which every session taken up would hand out another ticket (RFC 8446 §4.6.1).
  fileprivate func isGood(_ session: OpaquePointer) -> Bool {
    guard let certificate = SSL_SESSION_get0_peer(session) else { return true }
    var now = now()
    return X509_cmp_time(X509_get0_notAfter(certificate), &now) > 0
  }

  private func bears(_ name: String, _ flags: Int32) -> Bool {
    X509_check_host(SSL_CTX_get0_certificate(handle), name, 0, UInt32(flags), nil) == 1
  }

  private func use(_ identity: TLSIdentity, checkingDates: Bool) throws(TLSError) {
    var isFirst = true
    try identity.certificates.forEachCertificate { certificate throws(TLSError) in
      if isFirst {
        if checkingDates { try checkDates(of: certificate, in: identity.certificates.name) }
        if let since = Self.seconds(X509_get0_notBefore(certificate)),
          let until = Self.seconds(X509_get0_notAfter(certificate))
        {
          ownValidity = Validity(since: since, until: until)
        }
      }
      let status =
        isFirst
        ? SSL_CTX_use_certificate(handle, certificate) : copenssl_add_chain_certificate(handle, certificate)
      guard status == 1 else { throw .last(.configuration, identity.certificates.name) }
      isFirst = false
    }
    try identity.privateKey.withPrivateKey { key throws(TLSError) in
      guard SSL_CTX_use_PrivateKey(handle, key) == 1, SSL_CTX_check_private_key(handle) == 1 else {
        let names = "\(identity.privateKey.name) and \(identity.certificates.name)"
        throw .last(.configuration, "\(names) do not belong together")
      }
    }
  }

  private static func seconds(_ time: UnsafePointer<ASN1_TIME>?) -> Int64? {
    var fields = tm()
    return ASN1_TIME_to_tm(time, &fields) == 1 ? Int64(timegm(&fields)) : nil
  }

  private func checkDates(of certificate: OpaquePointer, in name: String) throws(TLSError) {
    if X509_cmp_current_time(X509_get0_notAfter(certificate)) < 0 {
      throw TLSError(.configuration, "the certificate in \(name) has expired")
    }
    if X509_cmp_current_time(X509_get0_notBefore(certificate)) > 0 {
      throw TLSError(.configuration, "the certificate in \(name) is not valid yet; is the clock right?")
    }
  }

  /// Of several, some may have been replaced; the last one that is valid is missed.
  private func checkDates(of authorities: PEM) throws(TLSError) {
    var isUsable = false
    var problem: TLSError?
    try authorities.forEachCertificate { certificate throws(TLSError) in
      do throws(TLSError) {
        try checkDates(of: certificate, in: authorities.name)
        isUsable = true
      } catch {
        problem = problem ?? error
      }
    }
    if !isUsable, let problem { throw problem }
  }

  private func trust(_ authorities: PEM, announce: Bool) throws(TLSError) {
    let store = SSL_CTX_get_cert_store(handle)
    try authorities.forEachCertificate { certificate throws(TLSError) in
      guard X509_STORE_add_cert(store, certificate) == 1 else {
        throw .last(.configuration, authorities.name)
      }
      if announce { SSL_CTX_add_client_CA(handle, certificate) }
    }
  }
}

// SAFETY: handle, `others`, `ownValidity` and `now` are not changed after `init`; OpenSSL counts references with atomics and locks
// its caches.
extension TLSContext: @unchecked Sendable {}

/// Chooses `h2` of what a client offers (RFC 7301 §3.2), or refuses with `no_application_protocol`.
private let selectProtocol: SSL_CTX_alpn_select_cb_func = { _, selected, count, offered, offeredCount, _ in
  let list = UnsafeBufferPointer(start: offered, count: Int(offeredCount))
  var position = 0
  while position < list.count {
    let length = Int(list[position])
    let name = list[(position + 1)...].prefix(length)
    if name.elementsEqual("h2".utf8), let start = offered {
      selected?.pointee = start + position + 1
      count?.pointee = 2
      return SSL_TLSEXT_ERR_OK
    }
    position += 1 + length
  }
  return SSL_TLSEXT_ERR_ALERT_FATAL
}

/// Takes up the session of a ticket, or lets the client shake hands in full.
private let judgeTicket: SSL_CTX_decrypt_session_ticket_fn = { _, session, _, _, status, argument in
  guard status == SSL_TICKET_SUCCESS || status == SSL_TICKET_SUCCESS_RENEW, let session, let argument else {
    return status == SSL_TICKET_EMPTY || status == SSL_TICKET_NO_DECRYPT
      ? SSL_TICKET_RETURN_IGNORE_RENEW : SSL_TICKET_RETURN_ABORT
  }
  // SAFETY: every session keeps the context that it was made from, whose address this is.
  let context = Unmanaged<TLSContext>.fromOpaque(argument).takeUnretainedValue()
  guard context.isGood(session) else { return SSL_TICKET_RETURN_IGNORE_RENEW }
  return status == SSL_TICKET_SUCCESS ? SSL_TICKET_RETURN_USE : SSL_TICKET_RETURN_USE_RENEW
}

/// Shows the certificate that bears the name which the client asks for.
private let chooseIdentity:
  @convention(c) (OpaquePointer?, UnsafeMutablePointer<Int32>?, UnsafeMutableRawPointer?) ->
    Int32 = { session, _, argument in
      guard let argument, let name = SSL_get_servername(session, TLSEXT_NAMETYPE_host_name) else {
        return SSL_TLSEXT_ERR_OK
      }
      // SAFETY: every session keeps the context that it was made from, whose address this is.
      let context = Unmanaged<TLSContext>.fromOpaque(argument).takeUnretainedValue()
      let chosen = context.context(for: String(cString: name))
      if chosen !== context { SSL_set_SSL_CTX(session, chosen.handle) }
      return SSL_TLSEXT_ERR_OK
    }
