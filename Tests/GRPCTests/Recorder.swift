import GRPC
import Synchronization

/// Lines that several tasks write.
final class Recorder: Sendable {
  private let written = Mutex<[String]>([])

  var lines: [String] { written.withLock { $0 } }

  func write(_ line: String) { written.withLock { $0.append(line) } }
}

/// Writes down what it sees.
struct RecordingInterceptor: ClientInterceptor {
  let name: String
  let recorder: Recorder

  func prepare(_ call: inout OutgoingCall) async throws(RPCError) {
    recorder.write("\(name) prepares \(call.method.name)")
  }

  func completed(_ call: OutgoingCall, _ outcome: CallOutcome) {
    recorder.write("\(name) saw \(outcome.code)")
  }
}
