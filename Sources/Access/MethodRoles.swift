import GRPC

/// Which role each method of a server asks for.
///
/// What has no side effects is for readers, everything else for writers, the administration and channelz for admins; health checks
/// and reflection are for everybody, credentials or not. Each counts towards the rate of its address but for single health checks.
public struct MethodRoles: Sendable {
  /// By the index of the method; nil for everybody.
  let required: [AccessRole?]
  /// Whether its calls count towards the rate of an address.
  let isCounted: [Bool]
  /// Whether a principal with a scope may call the method.
  let supportsScope: [Bool]
  /// Whether a call is over when its handler returns one response.
  let isUnary: [Bool]
  let paths: [String]

  /// Decides for the methods of a server.
  ///
  /// - Parameters:
  ///   - methods: in the order of `Server.methods(of:)`.
  ///   - scoped: paths of the methods that leave out what is not in the scope of whoever calls.
  public init(_ methods: [AnyMethodDescriptor], scoped: Set<String>) {
    required = methods.map(Self.role)
    isCounted = methods.map { $0.path != "/grpc.health.v1.Health/Check" }
    supportsScope = methods.map { scoped.contains($0.path) }
    isUnary = methods.map { $0.kind == .unary }
    paths = methods.map(\.path)
  }

  /// The role that a method asks for; nil for one that everybody may call.
  public static func role(of method: AnyMethodDescriptor) -> AccessRole? {
    if method.service.hasPrefix("grpc.channelz.") { return .admin }
    if method.service.hasPrefix("grpc.") { return nil }
    if method.service == "matiane.v1.WatchService" { return .reader }
    if method.service == "matiane.v1.AdminService" {
      return ["GetServerInfo", "GetStats"].contains(method.name) ? .reader : .admin
    }
    return method.idempotency == .noSideEffects ? .reader : .writer
  }

  /// Whether somebody may call a method.
  func allows(_ principal: Principal, _ method: AnyMethodDescriptor) -> Bool {
    guard let index = paths.firstIndex(of: method.path), let role = required[index] else { return true }
    return principal.role >= role && principal.methods?.contains(index) ?? true
      && (principal.scope.isEverything || supportsScope[index])
  }

  /// The indices of the methods that a pattern means: `Service/Method` or `Service/*`, with or without the package.
  ///
  /// - Throws: `AccessError` when there are none.
  func matching(_ pattern: String, of owner: String) throws(AccessError) -> [Int] {
    let found = paths.indices.filter { Self.matches(paths[$0], pattern) }
    guard !found.isEmpty else {
      throw AccessError(
        "\(owner): no method matches '\(pattern)'; expected for example SearchService/Search or ArticleService/*"
      )
    }
    return found
  }

  private static func matches(_ path: String, _ pattern: String) -> Bool {
    let method = path.split(separator: "/")
    let wanted = pattern.split(separator: "/")
    guard method.count == 2, wanted.count == 2 else { return false }
    let isService = method[0] == wanted[0] || method[0].hasSuffix("." + wanted[0])
    return isService && (wanted[1] == "*" || wanted[1] == method[1])
  }
}
