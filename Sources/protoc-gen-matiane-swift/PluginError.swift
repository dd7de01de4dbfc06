/// Why no code can be generated; protoc prints it and fails.
struct PluginError: Error, CustomStringConvertible {
  /// The file, the full name of the declaration, and what is not supported about it.
  let description: String

  init(_ description: String) { self.description = description }
}
