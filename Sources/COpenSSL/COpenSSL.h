#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/sha.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

// What OpenSSL offers as macros only, which Swift does not see.

static inline int copenssl_set_minimum_version(SSL_CTX *context, int version) {
  return SSL_CTX_set_min_proto_version(context, version) == 1;
}

// No renegotiation (RFC 9113 §9.2.1), and no 32 KiB of buffers kept for a connection that is idle.
static inline void copenssl_set_manners(SSL_CTX *context) {
  SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION);
  SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS);
}

static inline int copenssl_add_chain_certificate(SSL_CTX *context, X509 *certificate) {
  return SSL_CTX_add1_chain_cert(context, certificate) == 1;
}

static inline int copenssl_set_server_name(SSL *session, const char *name) {
  return SSL_set_tlsext_host_name(session, name) == 1;
}

static inline void copenssl_choose_by_name(
    SSL_CTX *context, int (*choose)(SSL *, int *, void *), void *argument) {
  SSL_CTX_set_tlsext_servername_callback(context, choose);
  SSL_CTX_set_tlsext_servername_arg(context, argument);
}

// A client keeps sessions where it likes, and not in the context as well.
static inline void copenssl_keep_client_sessions(SSL_CTX *context) {
  SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_CLIENT | SSL_SESS_CACHE_NO_INTERNAL);
}

// A server's sessions are in the tickets of its clients.
static inline void copenssl_keep_no_server_sessions(SSL_CTX *context) {
  SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
}

// Prints the subject as RFC 2253 has it, in UTF-8.
static inline int copenssl_print_subject(BIO *target, X509 *certificate) {
  unsigned long form = XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB;
  return X509_NAME_print_ex(target, X509_get_subject_name(certificate), 0, form) >= 0;
}

static inline void copenssl_will_retry_read(BIO *bio) { BIO_set_retry_read(bio); }
static inline void copenssl_will_not_retry(BIO *bio) { BIO_clear_retry_flags(bio); }
