import Synchronization

/// A `.proto` file: the types generated from it and its own encoded description.
public final class FileDescriptor: Sendable {
  /// The path by which other files import it, such as `google/protobuf/any.proto`.
  public let name: String

  /// The package, such as `google.protobuf`; empty without one.
  public let package: String

  /// The files it imports; evaluated when asked for, because generated files refer to each other lazily.
  public var dependencies: [FileDescriptor] { makeDependencies() }

  /// Every message type in it, nested ones included, by full name.
  public let messages: [String: any Message.Type]

  /// The extensions that it declares; made when first asked for, because they refer to the file.
  public var extensions: [ExtensionDescriptor] {
    madeExtensions.withLock { made in
      if let made { return made }
      let extensions = makeExtensions(self)
      made = extensions
      return extensions
    }
  }

  private let madeExtensions = Mutex<[ExtensionDescriptor]?>(nil)
  private let makeExtensions: @Sendable (FileDescriptor) -> [ExtensionDescriptor]
  private let makeDependencies: @Sendable () -> [FileDescriptor]
  private let base64: StaticString

  /// Describes a file; generated code calls this once a file.
  public init(
    _ name: String, package: String, dependencies: @autoclosure @escaping @Sendable () -> [FileDescriptor],
    messages: [String: any Message.Type],
    extensions: @escaping @Sendable (FileDescriptor) -> [ExtensionDescriptor] = { _ in [] },
    encoded base64: StaticString
  ) {
    self.name = name
    self.package = package
    self.makeDependencies = dependencies
    self.makeExtensions = extensions
    self.messages = messages
    self.base64 = base64
  }

  /// The file as an encoded `google.protobuf.FileDescriptorProto`, without comments.
  ///
  /// - Complexity: O(size), decoded anew on every call.
  public var encoded: [UInt8] {
    base64.withUTF8Buffer { Base64.decode(UnsafeRawBufferPointer($0)) ?? [] }
  }

  /// Makes the file's types known to `TypeRegistry.shared`; describing any of them does so, too.
  public func register() {
    TypeRegistry.shared.register(self)
  }
}
