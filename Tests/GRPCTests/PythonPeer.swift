import EventLoops
import Foundation
import GRPC
import Testing

/// A grpcio server that runs the echo service for one test, and a channel to it.
///
/// Needs a Python with grpcio, grpcio-tools and grpcio-status, named by `MATIANE_TEST_PYTHON`.
final class PythonPeer {
  static let python = ProcessInfo.processInfo.environment["MATIANE_TEST_PYTHON"]

  let channel: Channel
  let echo: EchoServiceClient
  private let process: ChildProcess
  private let loops: EventLoopGroup

  init(configuration: ChannelConfiguration = ChannelConfiguration()) async throws {
    let process = try ChildProcess(Self.python ?? "python3", [Self.script("echo_server.py")])
    self.process = process
    let text = await onThread { Self.line(of: process.output) }
    guard text.hasSuffix("\n") else { throw RPCError(.unavailable, "the peer did not start") }
    let port = text.split(separator: " ").last?.dropLast() ?? ""
    loops = try EventLoopGroup(count: 1)
    channel = try Channel("127.0.0.1:\(port)", configuration: configuration, group: loops)
    echo = EchoServiceClient(channel)
  }

  func stop() async throws {
    await channel.close()
    await loops.shutdown()
    try process.input.close()
    _ = await onThread { [process] in process.wait() }
  }

  /// Runs a script to its end and returns what it printed.
  ///
  /// - Throws: with its output where it fails.
  static func run(_ name: String, _ arguments: String...) async throws -> String {
    let process = try ChildProcess(python ?? "python3", [script(name)] + arguments, joinsErrors: true)
    let (text, code) = await onThread {
      let bytes = process.output.readDataToEndOfFile()
      return (String(decoding: bytes, as: UTF8.self), process.wait())
    }
    guard code == 0 else { throw RPCError(.internal, text) }
    return text
  }

  /// What is written up to the first line feed, or up to the end.
  private static func line(of file: FileHandle) -> String {
    var bytes = Data()
    while bytes.last != UInt8(ascii: "\n") {
      let byte = file.readData(ofLength: 1)
      if byte.isEmpty { break }
      bytes += byte
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func script(_ name: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Scenarios/python/\(name)").path
  }
}

/// Waits on a thread of its own, since the server that a peer calls may need the pool's.
private func onThread<Result: Sendable>(_ wait: @escaping @Sendable () -> Result) async -> Result {
  await withCheckedContinuation { continuation in
    Thread.detachNewThread { continuation.resume(returning: wait()) }
  }
}
