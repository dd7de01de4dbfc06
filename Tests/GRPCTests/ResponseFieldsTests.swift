import Testing

@testable import GRPC
@testable import HTTP2

@Suite struct ResponseFieldsTests {
  private func parse(
    _ fields: KeyValuePairs<String, String>, keepsMetadata: Bool = true
  ) -> ResponseFields {
    var buffer = HeaderDecodeBuffer(limit: 1 << 16, maxExcess: 1 << 20)
    buffer.begin()
    for (name, value) in fields {
      // A zero behind each, so that there is an address even of an empty one.
      let (nameBytes, valueBytes) = (Array(name.utf8) + [0], Array(value.utf8) + [0])
      nameBytes.withUnsafeBufferPointer { nameBytes in
        valueBytes.withUnsafeBufferPointer { valueBytes in
          buffer.append(
            name: nameBytes.baseAddress!, nameBytes.count - 1, value: valueBytes.baseAddress!,
            valueBytes.count - 1)
        }
      }
    }
    return ResponseFields(buffer.block, keepsMetadata: keepsMetadata)
  }

  @Test(arguments: [
    ("application/grpc", true), ("application/grpc+proto", true),
    ("application/grpc;charset=utf-8", true), ("application/grpc-web", false),
    ("Application/GRPC", true), ("APPLICATION/GRPC+proto", true), ("application/grpc ;charset=utf-8", true),
    ("application/grpcs", false), ("application/grp", false),
    ("application/json", false), ("text/html", false), ("", false),
  ])
  func `the content type tells a gRPC response`(type: String, isGRPC: Bool) {
    #expect(parse([":status": "200", "content-type": type]).isGRPC == isGRPC)
  }

  @Test func `trailers hold a status with message, details and metadata`() {
    let fields = parse([
      "grpc-status": "5", "grpc-message": "no %e1%83%9b", "grpc-status-details-bin": "CAU",
      "x-reason": "gone",
    ])
    let status = fields.status
    #expect(status.code == .notFound)
    #expect(status.message == "no მ")
    #expect(status.encodedStatus == [8, 5])
    #expect(status.trailers["x-reason"] == "gone")
  }

  @Test(arguments: ["", "-1", "abc", "5x", "4294967296"])
  func `a status that is no number is UNKNOWN, and the message says so`(text: String) {
    let silent = parse(["grpc-status": text]).status
    #expect(silent.code == .unknown)
    #expect(silent.message == "the server sent the grpc-status \"\(text)\", which is no number")
    let spoken = parse(["grpc-status": text, "grpc-message": "why"]).status
    #expect(spoken.code == .unknown)
    #expect(spoken.message == "why (\(silent.message))")
  }

  @Test func `an error shows its trailers even where nobody asked for metadata`() {
    let failed = parse(["grpc-status": "5", "x-reason": "gone"], keepsMetadata: false)
    #expect(failed.status.trailers["x-reason"] == "gone")
    let succeeded = parse(["grpc-status": "0", "x-reason": "gone"], keepsMetadata: false)
    #expect(succeeded.status.trailers.isEmpty)
  }

  @Test func `without a gRPC status the HTTP status decides`() {
    #expect(parse([":status": "503"]).status.code == .unavailable)
    #expect(parse([":status": "404"]).status.code == .unimplemented)
    #expect(parse([":status": "200"]).status.code == .unknown)
    #expect(parse([:]).status.code == .unknown)
    #expect(parse([":status": "503", "grpc-status": "7"]).status.code == .permissionDenied)
  }

  @Test func `a status that is no number is UNKNOWN`() {
    #expect(parse(["grpc-status": "OK"]).status.code == .unknown)
    #expect(parse(["grpc-status": ""]).status.code == .unknown)
    #expect(parse(["grpc-status": "99"]).status.code == .unknown)
  }

  @Test func `an encoding is one of ours or not`() {
    #expect(parse(["grpc-encoding": "gzip"]).encoding == .gzip)
    #expect(parse(["grpc-encoding": "identity"]).encoding == .identity)
    let foreign = parse(["grpc-encoding": "snappy"])
    #expect(foreign.encoding == nil)
    #expect(foreign.unknownEncoding == "snappy")
  }

  @Test func `metadata that is no base64 does not hide how the call ended`() {
    let failed = parse([
      "grpc-status": "5", "grpc-message": "no such thing", "x-bin": "AQ, !", "y-bin": "AQ", "z-bin": "A",
    ]).status
    #expect(failed.code == .notFound)
    #expect(failed.message == "no such thing (metadata x-bin, z-bin is not base64)")
    #expect(failed.trailers.count == 1 && failed.trailers[binary: "y-bin"] == [1])
    let succeeded = parse(["grpc-status": "0", "x-bin": "!", "y": "z"]).status
    #expect(succeeded.code == .ok && succeeded.trailers["y"] == "z" && succeeded.trailers.count == 1)
  }
}
