/// The configurations of a service config by the methods that they are for.
struct MethodTable: Sendable {
  private var methods: [String: MethodSettings] = [:]
  private var services: [String: MethodSettings] = [:]
  private var general: MethodSettings?
  private var isEmpty = true

  init(_ config: ServiceConfig?) {
    for method in config?.methods ?? [] {
      let settings = MethodSettings(method)
      isEmpty = false
      for name in method.names {
        switch name {
        case .all: general = settings
        case .service(let service): services[service] = settings
        case .method(let service, let name): methods["/\(service)/\(name)"] = settings
        }
      }
    }
  }

  /// What holds for a method: what its own name says, else its service's, else what holds for all.
  ///
  /// - Complexity: O(1) on average.
  subscript(method: AnyMethodDescriptor) -> MethodSettings? {
    guard !isEmpty else { return nil }
    return methods[method.path] ?? services[method.service] ?? general
  }
}

/// The configuration of a method, shared by its calls.
final class MethodSettings: Sendable {
  let config: MethodConfig

  init(_ config: MethodConfig) { self.config = config }
}
