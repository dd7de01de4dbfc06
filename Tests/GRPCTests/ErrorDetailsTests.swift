import Protobuf
import Testing

@testable import GRPC

@Suite struct ErrorDetailsTests {
  private func info() -> ErrorInfo {
    var info = ErrorInfo()
    info.reason = "ETAG_MISMATCH"
    info.domain = "matiane"
    info.metadata = ["etag": "7"]
    return info
  }

  @Test func `details travel as a google.rpc.Status`() throws {
    let error = RPCError(.aborted, "the etag is stale", details: [info()])
    let status = try Status(serialized: error.encodedStatus)
    #expect(status.code == 10)
    #expect(status.message == "the etag is stale")
    #expect(status.details.map(\.typeUrl) == ["type.googleapis.com/google.rpc.ErrorInfo"])
    #expect(error.detail(of: ErrorInfo.self) == info())
    #expect(error.detail(of: RetryInfo.self) == nil)
  }

  @Test func `details that are no status read as empty`() {
    var error = RPCError(.internal, "x")
    #expect(error.details.isEmpty)
    error.encodedStatus = [0xff, 0xff, 0xff]
    #expect(error.details.isEmpty)
    error.details = []
    #expect(error.encodedStatus.isEmpty)
  }

  @Test(arguments: [
    (2, 500_000_000, Duration.milliseconds(2500)), (-1, -1, .zero), (Int64.min, Int32.min, .zero),
    (Int64.max, Int32.max, .seconds(3600)),
  ])
  func `how long a server wants to be left alone is something that can be waited for`(
    seconds: Int64, nanos: Int32, expected: Duration
  ) {
    var retry = RetryInfo()
    retry.retryDelay = DurationMessage.with {
      $0.seconds = seconds
      $0.nanos = nanos
    }
    #expect(RPCError(.unavailable, "busy", details: [retry]).retryDelay == expected)
    #expect(RPCError(.unavailable, "busy", details: [info()]).retryDelay == nil)
  }

  @Test func `an error survives the way through a call status`() {
    let error = RPCError(.aborted, "the etag is stale", details: [info()])
    let back = CallStatus(error).error
    #expect(back?.code == .aborted)
    #expect(back?.message == error.message)
    #expect(back?.detail(of: ErrorInfo.self) == info())
    #expect(CallStatus.ok.error == nil)
  }
}
