import Foundation
import GRPC
import Interop

/// Prints a line, at once.
func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

/// Something that a case found otherwise than its description says.
struct Expectation: Error, CustomStringConvertible {
  let description: String
}

/// Fails the case unless a condition holds.
func expect(_ condition: Bool, _ message: @autoclosure () -> String) throws(Expectation) {
  guard condition else { throw Expectation(description: message()) }
}

/// Fails the case unless the call fails, with one of these codes if any are given.
///
/// - Returns: the error.
@discardableResult
func expectFailure(
  _ codes: StatusCode..., of call: () async throws -> Void
) async throws -> RPCError {
  do {
    try await call()
  } catch let error as RPCError {
    try expect(codes.isEmpty || codes.contains(error.code), "expected \(codes), found \(error)")
    return error
  }
  throw Expectation(description: "expected \(codes.isEmpty ? "a failure" : "\(codes)"), found success")
}

/// Fails the case unless a payload is so many zeros.
func expectZeros(_ payload: Payload?, _ count: Int) throws(Expectation) {
  let found = payload?.body ?? []
  try expect(found.count == count, "expected a payload of \(count) bytes, found \(found.count)")
  // A call for all of them: one each is slow in debug builds.
  let zeros = [UInt8](repeating: 0, count: count)
  let isZero = found.withUnsafeBytes { found in
    zeros.withUnsafeBytes { count == 0 || memcmp(found.baseAddress!, $0.baseAddress!, count) == 0 }
  }
  try expect(isZero, "expected a payload of zeros")
}
