/// What a server offers under one service name; generated service protocols refine it.
public protocol Service: Sendable {
  /// The service's name, methods and file.
  static var serviceDescriptor: ServiceDescriptor { get }

  /// Adds every method to a router; generated.
  func register(on router: inout Router)
}
