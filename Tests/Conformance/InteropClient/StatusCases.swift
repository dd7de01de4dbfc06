import GRPC
import Interop

/// Cases in which the server answers with a status.
extension Session {
  func statusCodeAndMessage() async throws {
    let status = Self.status("test status message")
    try await expectUnaryStatus(status)
    var request = StreamingOutputCallRequest()
    request.responseStatus = status
    let call = service.fullDuplexCall()
    try await call.send(request)
    call.finish()
    let error = try await expectFailure(.unknown) { for try await _ in call.responses {} }
    try expectMessage(error, status.message)
  }

  func specialStatusMessage() async throws {
    try await expectUnaryStatus(
      Self.status("\t\ntest with whitespace\r\nand Unicode BMP \u{263A} and non-BMP \u{1F608}\t\n"))
  }

  private static func status(_ message: String) -> EchoStatus {
    var status = EchoStatus()
    status.code = 2
    status.message = message
    return status
  }

  private func expectUnaryStatus(_ status: EchoStatus) async throws {
    var request = SimpleRequest()
    request.responseStatus = status
    let error = try await expectFailure(.unknown) { _ = try await service.unaryCall(request) }
    try expectMessage(error, status.message)
  }

  private func expectMessage(_ error: RPCError, _ message: String) throws(Expectation) {
    // By bytes: Swift's == takes "\r\n" and canonically equal text for the same.
    try expect(
      Array(error.message.utf8) == Array(message.utf8),
      "expected message \(message.debugDescription), found \(error.message.debugDescription)")
  }
}
