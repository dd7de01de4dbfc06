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
  private let process = Process()
  private let input = Pipe()
  private let loops: EventLoopGroup

  init(configuration: ChannelConfiguration = ChannelConfiguration()) throws {
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: Self.python ?? "python3")
    process.arguments = [Self.script("echo_server.py")]
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    var text = ""
    while !text.hasSuffix("\n") {
      let byte = output.fileHandleForReading.readData(ofLength: 1)
      guard !byte.isEmpty else { throw RPCError(.unavailable, "the peer did not start") }
      text += String(decoding: byte, as: UTF8.self)
    }
    let port = text.split(separator: " ").last?.dropLast() ?? ""
    loops = try EventLoopGroup(count: 1)
    channel = try Channel("127.0.0.1:\(port)", configuration: configuration, group: loops)
    echo = EchoServiceClient(channel)
  }

  func stop() async throws {
    await channel.close()
    await loops.shutdown()
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  /// Runs a script to its end and returns what it printed.
  ///
  /// - Throws: with its output where it fails.
  static func run(_ name: String, _ arguments: String...) async throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: python ?? "python3")
    process.arguments = [script(name)] + arguments
    process.standardOutput = output
    process.standardError = output
    let (exit, ended) = AsyncStream.makeStream(of: Int32.self)
    process.terminationHandler = {
      ended.yield($0.terminationStatus)
      ended.finish()
    }
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    for await code in exit where code != 0 { throw RPCError(.internal, text) }
    return text
  }

  private static func script(_ name: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Scenarios/python/\(name)").path
  }
}
