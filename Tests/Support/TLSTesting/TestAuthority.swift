import Glibc
import TLS

/// A certificate authority made for one run of the tests, with the `openssl` command.
public struct TestAuthority: Sendable {
  /// Its own certificate.
  public let certificate: PEM
  /// The same authority with a certificate that expired yesterday.
  public let expiredCertificate: PEM
  /// For the names `server.test`, `*.wild.test`, `127.0.0.1` and `::1`.
  public let server: TLSIdentity
  /// The same names, expired yesterday.
  public let expiredServer: TLSIdentity
  /// For the names `other.test`, `*.other.test` and `exact.wild.test`.
  public let otherServer: TLSIdentity
  /// For `server.test`, valid from the year 2090.
  public let futureServer: TLSIdentity
  /// For a client, `CN=client`.
  public let client: TLSIdentity

  /// The authority that both sides of most tests trust.
  public static let trusted = TestAuthority(name: "Trusted")
  /// An authority that nobody trusts.
  public static let foreign = TestAuthority(name: "Foreign")

  private init(name: String) {
    let folder = Self.makeFolder()
    Self.run(
      """
      cd \(folder) && exec >openssl.log 2>&1 && set -ex
      key() { openssl ecparam -genkey -name prime256v1 -noout -out "$1.key"; }
      key ca; openssl req -x509 -new -key ca.key -subj '/CN=\(name) test authority' -days 30 -out ca.pem
      openssl x509 -in ca.pem -signkey ca.key -days -1 -out old.pem
      printf 'subjectAltName=DNS:server.test,DNS:*.wild.test,IP:127.0.0.1,IP:::1' >server.ext
      printf 'extendedKeyUsage=clientAuth' >client.ext
      issue() {
        key "$1"; openssl req -new -key "$1.key" -subj "/CN=$2" -out "$1.csr"
        openssl x509 -req -in "$1.csr" -CA ca.pem -CAkey ca.key -CAcreateserial -days "$3" -extfile "$4" -out "$1.pem"
      }
      printf 'subjectAltName=DNS:other.test,DNS:*.other.test,DNS:exact.wild.test' >other.ext
      issue other other.test 30 other.ext
      key future; openssl req -new -key future.key -subj /CN=server.test -out future.csr
      printf '[ca]\\ndefault_ca=d\\n[d]\\ndatabase=index\\nserial=number\\npolicy=p\\nnew_certs_dir=.\\n[p]\\ncommonName=supplied\\n' >ca.conf
      touch index; echo 77 >number
      openssl ca -batch -config ca.conf -in future.csr -cert ca.pem -keyfile ca.key -md sha256 -notext \
        -startdate 20900101000000Z -enddate 20910101000000Z -extfile server.ext -out future.pem
      issue server server.test 30 server.ext; issue expired server.test -1 server.ext; issue client client 30 client.ext
      """)
    func identity(_ name: String) -> TLSIdentity {
      TLSIdentity(
        certificates: Self.read("\(folder)/\(name).pem"), privateKey: Self.read("\(folder)/\(name).key"))
    }
    certificate = Self.read("\(folder)/ca.pem")
    expiredCertificate = Self.read("\(folder)/old.pem")
    server = identity("server")
    expiredServer = identity("expired")
    otherServer = identity("other")
    futureServer = identity("future")
    client = identity("client")
    Self.run("rm -r \(folder)")
  }

  private static func makeFolder() -> String {
    var template = Array("/tmp/matiane-tls-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { fatalError("no temporary folder: \(errno)") }
    return template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
  }

  private static func run(_ script: String) {
    let status = system(script)
    precondition(status == 0, "the openssl command failed with status \(status)")
  }

  private static func read(_ path: String) -> PEM {
    do { return try PEM(file: path) } catch { fatalError("\(error)") }
  }
}
