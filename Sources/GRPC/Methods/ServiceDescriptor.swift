import Protobuf

/// A service: its name, its methods and the file that declares it.
public struct ServiceDescriptor: Sendable {
  /// The full name, for example `matiane.v1.ArticleService`.
  public let name: String

  /// The file that declares the service; reflection serves it.
  public let file: FileDescriptor

  /// The methods in the order of the file.
  public let methods: [AnyMethodDescriptor]

  /// Describes a service; generated code calls this once a service.
  public init(name: String, file: FileDescriptor, methods: [AnyMethodDescriptor]) {
    self.name = name
    self.file = file
    self.methods = methods
  }
}
