import Testing

@testable import GRPC

@Suite struct StatusTests {
  private func decoded(_ text: String) -> String {
    Array(text.utf8).withUnsafeBytes { PercentEncoding.decode($0) }
  }

  @Test func `printable ASCII but the percent sign travels as it is`() {
    #expect(PercentEncoding.encode("no article \"x\" ~") == "no article \"x\" ~")
    #expect(PercentEncoding.encode("100%") == "100%25")
    #expect(PercentEncoding.encode("\t\u{7f}\0") == "%09%7F%00")
  }

  @Test func `a space at either end is encoded, because no field value may have it there`() {
    #expect(PercentEncoding.encode(" no article ") == "%20no article%20")
    #expect(PercentEncoding.encode("  ") == "%20%20")
    #expect(PercentEncoding.encode(" ") == "%20")
    #expect(decoded(PercentEncoding.encode("  no article  ")) == "  no article  ")
  }

  @Test func `any Unicode text survives percent encoding`() {
    for text in ["", "მატიანე", "Хроника", "\n\r%%%", "👩‍👩‍👧", "a%2Fb", "\u{0}\u{1f}"] {
      #expect(decoded(PercentEncoding.encode(text)) == text)
    }
  }

  @Test func `a damaged percent encoding is read leniently`() {
    #expect(decoded("%ZZ") == "%ZZ")
    #expect(decoded("50%") == "50%")
    #expect(decoded("%4") == "%4")
    #expect(decoded("%41%4") == "A%4")
    #expect(decoded("%ff!") == "\u{fffd}!")
    #expect(decoded("%e1%83%9b") == "მ")
  }

  @Test func `status numbers outside the defined range are UNKNOWN`() {
    func read(_ text: String) -> StatusCode? {
      Array(text.utf8).withUnsafeBytes { StatusCode(header: $0) }
    }
    #expect(read("0") == .ok)
    #expect(read("16") == .unauthenticated)
    #expect(read("17") == .unknown)
    #expect(read("999999999") == .unknown)
    #expect(read("") == nil)
    #expect(read("-1") == nil)
    #expect(read("1x") == nil)
    #expect(read("99999999999999999999999") == nil)
  }

  @Test(arguments: [
    (400, StatusCode.internal), (401, .unauthenticated), (403, .permissionDenied),
    (404, .unimplemented), (429, .unavailable), (502, .unavailable), (503, .unavailable),
    (504, .unavailable), (200, .unknown), (500, .unknown), (302, .unknown),
  ])
  func `an HTTP status without a gRPC status has a code`(status: Int, code: StatusCode) {
    #expect(StatusCode(httpStatus: status) == code)
  }

  @Test(
    arguments: [
      (0x0, StatusCode.internal), (0x1, .internal), (0x2, .internal), (0x3, .internal),
      (0x6, .internal), (0x7, .unavailable), (0x8, .cancelled), (0x9, .internal), (0xa, .internal),
      (0xb, .resourceExhausted), (0xc, .permissionDenied), (0xffff, .unknown),
    ] as [(UInt32, StatusCode)])
  func `an HTTP/2 error without a gRPC status has a code`(error: UInt32, code: StatusCode) {
    #expect(StatusCode(http2ErrorCode: error) == code)
  }

  @Test func `an error without a better code hides its text`() {
    struct Secret: Error { let password = "hunter2" }
    let error = RPCError(wrapping: Secret())
    #expect(error.code == .unknown)
    #expect(!error.message.contains("hunter2"))
    #expect(RPCError(wrapping: CancellationError()).code == .cancelled)
    #expect(RPCError(wrapping: RPCError(.aborted, "x")).code == .aborted)
  }

  @Test func `a failure never claims to be OK`() {
    #expect(RPCError(.ok, "").code == .unknown)
  }
}
