// The client of gRPC's interoperability suite on our stack: runs cases against a server and exits 0 if they pass.
import Flags
import Foundation
import GRPC
import Interop

let usage = """
  usage: grpc-interop-client --server_host=HOST --server_port=PORT --test_case=CASE[,CASE…]
                             [--server_host_override=NAME] [--use_tls=true [--use_test_ca=true] [--tls_ca_file=FILE]]
                             [--num_times=N] [--additional_metadata=NAME:VALUE;…] [--service_config_json=JSON] [--soak_…=N]
    --use_test_ca   trust the authority that grpc-interop-server makes, interop-certificates/ca.pem beside these programs,
                    instead of those of the system
    --tls_ca_file   trust this authority (also --ca_file, and GRPC_DEFAULT_SSL_ROOTS_FILE_PATH where neither is given)
  Each argument may come from an environment variable, for example INTEROP_TLS_CA_FILE. `--test_case=list` prints the cases.
  """

let known: Set<String> = [
  "server_host", "server_port", "server_host_override", "test_case", "use_tls", "use_test_ca", "tls_ca_file",
  "ca_file",
  "additional_metadata", "service_config_json", "iteration_interval", "soak_iterations", "soak_max_failures",
  "soak_per_iteration_max_acceptable_latency_ms", "soak_overall_timeout_seconds",
  "soak_min_time_ms_between_rpcs",
  "soak_request_size", "soak_response_size", "soak_num_threads",
  "num_times",
  // Of cases that need Google's cloud, and of other clients' logs; taken, so that one command line serves every client.
  "default_service_account", "oauth_scope", "service_account_key_file", "google_c2p_universe_domain",
  "enable_observability", "log_metadata_and_status", "use_alts", "custom_credentials_type",
  "do_not_abort_on_transient_failures", "alts_handshaker_service_address",
]

func fail(_ message: String, code: Int32) -> Never {
  FileHandle.standardError.write(Data("grpc-interop-client: \(message)\n".utf8))
  exit(code)
}

func run(_ names: [String], in session: Session) async -> Bool {
  var allPassed = true
  for name in names {
    guard let body = Cases.all.first(where: { $0.key == name })?.value else {
      fail("unknown case '\(name)'; known are: \(Cases.all.map(\.key).joined(separator: " "))", code: 2)
    }
    do {
      try await body(session)
      say("passed: \(name)")
    } catch {
      say("FAILED: \(name): \(error)")
      allPassed = false
    }
  }
  return allPassed
}

do {
  let words = try commandLineArguments()
  if Arguments.askForHelp(words) {
    print(usage)
    exit(0)
  }
  let arguments = try Arguments(
    words, environment: ProcessInfo.processInfo.environment, known: known)
  let names = (arguments.text("test_case") ?? "large_unary").split(separator: ",").map(String.init)
  if names == ["list"] {
    for (name, _) in Cases.all { say(name) }
    exit(0)
  }
  if let kind = arguments.text("custom_credentials_type"), kind != "insecure_credentials" {
    fail("--custom_credentials_type: expected none or insecure_credentials, found '\(kind)'", code: 2)
  }
  if try arguments.flag("use_alts") { fail("--use_alts: there is no ALTS here", code: 2) }
  let session = try Session(arguments)
  let times = try arguments.number("num_times", default: 1)
  var passed = true
  for _ in 0..<max(1, times) where passed { passed = await run(names, in: session) }
  await session.channel.close()
  // The loops write what is still to be said, answers to PINGs among it.
  await session.loops.shutdown()
  exit(passed ? 0 : 1)
} catch {
  fail("\(error)", code: 2)
}
