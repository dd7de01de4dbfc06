/// What a server offers under one service name; generated service protocols refine it.
public protocol Service: Sendable {
  /// The service's name, methods and file.
  static var serviceDescriptor: ServiceDescriptor { get }

  /// Adds every method to a router; generated.
  func register(on router: inout Router)

  /// Adds answers that need no task (`Router.immediate(_:_:)`), after `register(on:)`.
  func registerImmediate(on router: inout Router)
}

extension Service {
  /// Adds nothing.
  public func registerImmediate(on router: inout Router) {}
}
