import Synchronization

/// The message types of the program by full name: what `Any` and reflection look types up in.
///
/// A file enters when one of its types is first described, or by `register`, each with all that it imports; the
/// well-known types are always known. Thread-safe.
public final class TypeRegistry: Sendable {
  /// The registry of the process.
  public static let shared: TypeRegistry = {
    let registry = TypeRegistry()
    for file: FileDescriptor in [
      .googleProtobufAny, .googleProtobufDuration, .googleProtobufEmpty, .googleProtobufFieldMask,
      .googleProtobufStruct, .googleProtobufTimestamp, .googleProtobufWrappers,
    ] { registry.register(file) }
    return registry
  }()

  private let files = Mutex<[String: FileDescriptor]>([:])

  init() {}

  /// Adds a file and what it imports; a second time does nothing.
  public func register(_ file: FileDescriptor) {
    let isNew = files.withLock { $0.updateValue(file, forKey: file.name) == nil }
    guard isNew else { return }
    for dependency in file.dependencies { register(dependency) }
  }

  /// The file of this path.
  public func file(named name: String) -> FileDescriptor? {
    files.withLock { $0[name] }
  }

  /// The message type of a full name, such as `google.rpc.ErrorInfo`.
  ///
  /// - Complexity: O(files).
  public func message(named name: String) -> (any Message.Type)? {
    files.withLock { files in
      for file in files.values {
        if let type = file.messages[name] { return type }
      }
      return nil
    }
  }

  /// The extensions of the message type of a full name, by ascending number.
  ///
  /// - Complexity: O(files + extensions).
  public func extensions(of name: String) -> [ExtensionDescriptor] {
    let known = files.withLock { Array($0.values) }
    return known.flatMap { $0.extensions.filter { $0.extended == name } }.sorted { $0.number < $1.number }
  }
}
