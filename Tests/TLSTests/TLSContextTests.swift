import Glibc
import TLSTesting
import Testing

@testable import TLS

@Suite struct TLSContextTests {
  private let authority = TestAuthority.trusted

  private func failure(certificates: PEM, key: PEM) -> TLSError? {
    let identity = TLSIdentity(certificates: certificates, privateKey: key)
    do throws(TLSError) {
      _ = try TLSContext(server: ServerTLSConfiguration(identity: identity))
      return nil
    } catch { return error }
  }

  @Test func `while the process exits, threads that still run may go on with TLS`() async {
    await #expect(processExitsWith: .success) {
      // What was registered first is called last, as late as any thread may still run.
      atexit {
        guard (try? TLSContext(client: ClientTLSConfiguration())) != nil else { _exit(1) }
      }
      _ = try TLSContext(client: ClientTLSConfiguration())
      exit(0)
    }
  }

  @Test func `a good identity is taken, also with its whole chain`() {
    let server = authority.server
    #expect(failure(certificates: server.certificates, key: server.privateKey) == nil)
    let chain = PEM(server.certificates.bytes + authority.certificate.bytes, name: "chain.pem")
    #expect(failure(certificates: chain, key: server.privateKey) == nil)
  }

  @Test func `a key of another certificate is refused, naming both`() throws {
    let key = PEM(authority.client.privateKey.bytes, name: "client.key")
    let error = try #require(failure(certificates: authority.server.certificates, key: key))
    #expect(error.code == .configuration && error.message.contains("client.key"))
  }

  @Test func `an expired certificate is refused at once`() throws {
    let expired = authority.expiredServer
    let error = try #require(failure(certificates: expired.certificates, key: expired.privateKey))
    #expect(error.message.contains("expired"))
  }

  @Test func `a certificate that is not valid yet is refused at once`() throws {
    let future = authority.futureServer
    let error = try #require(failure(certificates: future.certificates, key: future.privateKey))
    #expect(error.message.contains("not valid yet"))
  }

  @Test func `authorities of clients are refused when none of them is valid`() throws {
    func failure(_ authorities: [PEM]) -> TLSError? {
      var configuration = ServerTLSConfiguration(identity: authority.server)
      configuration.clientAuthorities = PEM(authorities.flatMap(\.bytes), name: "clients.pem")
      do throws(TLSError) {
        _ = try TLSContext(server: configuration)
        return nil
      } catch { return error }
    }
    let error = try #require(failure([authority.expiredCertificate]))
    #expect(error.code == .configuration && error.message.contains("clients.pem has expired"))
    #expect(failure([authority.expiredCertificate, authority.certificate]) == nil)
  }

  @Test func `of several identities each has to be good`() throws {
    var configuration = ServerTLSConfiguration(identity: authority.server)
    configuration.otherIdentities = [authority.otherServer, authority.expiredServer]
    #expect(throws: TLSError.self) { _ = try TLSContext(server: configuration) }
  }

  @Test func `a setting is a file's path or PEM text itself`() throws {
    let text = String(decoding: authority.server.certificates.bytes, as: UTF8.self)
    #expect(try PEM(setting: text, from: "CERT").bytes == authority.server.certificates.bytes)
    let missing = #expect(throws: TLSError.self) { _ = try PEM(setting: "/nonexistent.pem", from: "CERT") }
    #expect(missing?.message == "CERT: /nonexistent.pem cannot be read: No such file or directory")
    let nonsense = try PEM(setting: "/dev/null", from: "CERT")
    #expect(
      failure(certificates: nonsense, key: authority.server.privateKey)?.message.contains("CERT: /dev/null")
        == true)
  }

  @Test func `text that is no PEM, or damaged, is refused with its name`() throws {
    let server = authority.server
    var damaged = server.certificates.bytes
    damaged[60] = UInt8(ascii: "!")
    for bytes in [[], Array("nonsense".utf8), damaged, Array(server.certificates.bytes.dropLast(40))] {
      let error = try #require(failure(certificates: PEM(bytes, name: "bad.pem"), key: server.privateKey))
      #expect(error.code == .configuration && error.message.contains("bad.pem"))
      #expect(failure(certificates: server.certificates, key: PEM(bytes, name: "bad.key")) != nil)
    }
  }

  @Test func `a file that cannot be read is named with the reason`() {
    #expect {
      _ = try PEM(file: "/nonexistent/server.pem")
    } throws: { error in
      "\(error)".contains("/nonexistent/server.pem") && "\(error)".contains("No such file")
    }
  }

  @Test func `the system's authorities are a client's default`() throws {
    _ = try TLSContext(client: ClientTLSConfiguration())
  }

  @Test(arguments: ["", String(repeating: "x", count: 300)])
  func `what is no host name is refused`(name: String) throws {
    let context = try SessionPair.clientContext()
    let session = try? TLSSession(client: context, serverName: name)
    #expect(session == nil)
  }
}
