// The server of gRPC's interoperability suite on our stack.
import EventLoops
import Flags
import Foundation
import GRPC
import Interop
import TLS

let usage = """
  usage: grpc-interop-server --port=PORT [--use_tls=true] [--host=ADDRESS]
                             [--tls_cert_file=FILE --tls_key_file=FILE]
    --port            0 for one that the system chooses; printed as `listening on ADDRESS`
    --host            the address to listen at (default: all)
    --tls_cert_file   the certificate chain for TLS (default: one for localhost, 127.0.0.1 and the suite's names such as
                      foo.test.google.fr, by a test authority made on first use: interop-certificates/ca.pem beside this
                      program, which is what grpc-interop-client trusts with --use_test_ca)
    --tls_key_file    its key; only both files or neither
  Each argument may come from an environment variable, for example INTEROP_TLS_CERT_FILE.
  """

func makeServer(_ arguments: Arguments, on loops: EventLoopGroup) throws -> Server {
  var configuration = ServerConfiguration()
  // A thousand large requests at once are one of the cases.
  configuration.maxBufferedRequestBytes = 512 * 1024 * 1024
  if try arguments.flag("use_tls") {
    let identity = try TestCertificates.identity(
      certificate: arguments.text("tls_cert_file"), key: arguments.text("tls_key_file"))
    let context = try TLSContext(server: ServerTLSConfiguration(identity: identity))
    configuration.listener.tls = { context }
  }
  let name = ProcessInfo.processInfo.hostName
  let service = TestServiceHandlers(
    serverID: "\(name)-\(getpid())-\(UInt32.random(in: .min ... .max))", hostname: name)
  return Server([service], on: loops, configuration: configuration)
}

extension Arguments {
  /// Where to listen, if that is said.
  fileprivate func host() throws -> String? {
    switch text("address_type") {
    case nil, "IPV4_IPV6": return text("host")
    case "IPV4": return text("host") ?? "127.0.0.1"
    case "IPV6": return text("host") ?? "::1"
    case .some(let other):
      throw RPCError(.invalidArgument, "--address_type: expected IPV4, IPV6 or IPV4_IPV6, found \(other)")
    }
  }
}

func listen(_ server: Server, _ arguments: Arguments) throws {
  let wanted = try arguments.number("port", default: 0)
  guard let port = UInt16(exactly: wanted) else {
    throw RPCError(.invalidArgument, "--port: expected 0 to 65535, found \(wanted)")
  }
  let host = try arguments.host()
  let address = try SocketAddress(numeric: host ?? "::", port: port)
  // A machine without IPv6 does without.
  let listening =
    try (try? server.listen(at: address))
    ?? server.listen(
      at: SocketAddress(numeric: host ?? "0.0.0.0", port: port))
  let first = listening[0]
  FileHandle.standardOutput.write(Data("listening on \(first)\n".utf8))
}

do {
  let words = try commandLineArguments()
  if Arguments.askForHelp(words) {
    print(usage)
    exit(0)
  }
  let arguments = try Arguments(
    words, environment: ProcessInfo.processInfo.environment,
    known: [
      "port", "host", "use_tls", "tls_cert_file", "tls_key_file", "use_alts",
      // Of other servers; taken, so that one command line serves every server.
      "address_type", "custom_credentials_type", "max_send_message_size",
    ])
  if try arguments.flag("use_alts") { throw RPCError(.invalidArgument, "--use_alts: there is no ALTS here") }
  let loops = try EventLoopGroup()
  let server = try makeServer(arguments, on: loops)
  try listen(server, arguments)
  await withUnsafeContinuation { (_: UnsafeContinuation<Void, Never>) in
    // Serves until a signal ends the process: there is nothing to save.
  }
} catch {
  FileHandle.standardError.write(Data("grpc-interop-server: \(error)\n".utf8))
  exit(2)
}
