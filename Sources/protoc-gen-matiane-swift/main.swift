import Glibc
import Protobuf

/// Everything that protoc writes to the plugin.
func readStandardInput() -> [UInt8] {
  var input: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 64 * 1024)
  while true {
    let count = read(STDIN_FILENO, &chunk, chunk.count)
    if count < 0 && errno == EINTR { continue }
    guard count > 0 else { return input }
    input.append(contentsOf: chunk.prefix(count))
  }
}

/// Hands bytes to protoc; false when it does not take them.
func writeStandardOutput(_ bytes: [UInt8]) -> Bool {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
    if count < 0 && errno == EINTR { continue }
    guard count > 0 else { return false }
    rest = rest.dropFirst(count)
  }
  return true
}

do {
  let request = try CodeGeneratorRequest(serialized: readStandardInput())
  exit(writeStandardOutput(Plugin(request).run().serialized()) ? 0 : 1)
} catch {
  let message = "protoc-gen-matiane-swift: the request from protoc cannot be read: \(error)\n"
  _ = write(STDERR_FILENO, message, message.utf8.count)
  exit(1)
}
