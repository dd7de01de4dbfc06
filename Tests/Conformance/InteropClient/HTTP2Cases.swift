import GRPC
import Interop

/// The negative HTTP/2 cases: a server that breaks off in various ways, and a client that has to take it well.
///
/// Source: gRPC, "Negative HTTP/2 Interop Test Case Descriptions".
extension Session {
  /// Two calls; between them the server has said GOAWAY, so the second goes out on another connection.
  func goaway() async throws {
    try await largeUnary()
    try await Task.sleep(for: .seconds(1))
    try await largeUnary()
  }

  /// The server resets the stream at some point of its answer.
  func reset() async throws {
    try await expectFailure { _ = try await service.unaryCall(Self.largeRequest()) }
  }

  /// One call, after which the server allows one stream at a time, and ten more at once.
  func maxStreams() async throws {
    try await largeUnary()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<10 { group.addTask { try await largeUnary() } }
      try await group.waitForAll()
    }
  }
}
