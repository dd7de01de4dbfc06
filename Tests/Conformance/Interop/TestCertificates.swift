import Foundation
import TLS

/// The certificates that server and client use with TLS where they are given no others.
///
/// Made with the `openssl` command on first use, in a folder beside the programs, so that both find the same.
public struct TestCertificates {
  /// The authority.
  public let authority: String
  /// A certificate for the names that the suite's servers go by.
  public let certificate: String
  /// The key of the certificate.
  public let key: String

  /// Finds the certificates, or makes them.
  ///
  /// - Throws: where `openssl` fails or the folder cannot be written.
  public init() throws {
    let programs = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent()
    let folder = programs.appendingPathComponent("interop-certificates")
    authority = folder.appendingPathComponent("ca.pem").path
    certificate = folder.appendingPathComponent("server.pem").path
    key = folder.appendingPathComponent("server.key").path
    guard !FileManager.default.fileExists(atPath: folder.path) else { return }
    let scratch = programs.appendingPathComponent(
      "interop-certificates.\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    try Self.make(in: scratch)
    // Whoever comes second finds the folder there, and takes what is in it.
    try? FileManager.default.moveItem(at: scratch, to: folder)
  }

  /// What a server shows: the given files, or the certificates made here.
  public static func identity(certificate: String?, key: String?) throws -> TLSIdentity {
    if let certificate, let key {
      return TLSIdentity(certificates: try PEM(file: certificate), privateKey: try PEM(file: key))
    }
    let made = try TestCertificates()
    return TLSIdentity(certificates: try PEM(file: made.certificate), privateKey: try PEM(file: made.key))
  }

  private static func make(in folder: URL) throws {
    let script = """
      set -e
      openssl ecparam -genkey -name prime256v1 -noout -out ca.key
      openssl req -x509 -new -key ca.key -subj '/CN=interop test authority' -days 3650 -out ca.pem
      openssl ecparam -genkey -name prime256v1 -noout -out server.key
      openssl req -new -key server.key -subj '/CN=*.test.google.com' -out server.csr
      printf 'subjectAltName=DNS:localhost,DNS:*.test.google.fr,DNS:waterzooi.test.google.be,%s' \
        'DNS:*.test.youtube.com,IP:127.0.0.1,IP:::1,IP:192.168.1.3' >server.ext
      openssl x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 3650 \
        -extfile server.ext -out server.pem
      """
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", script]
    process.currentDirectoryURL = folder
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw TLSFailure(description: "the openssl command failed with status \(process.terminationStatus)")
    }
  }
}

/// Why there are no certificates.
struct TLSFailure: Error, CustomStringConvertible {
  let description: String
}
