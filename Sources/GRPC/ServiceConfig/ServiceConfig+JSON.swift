extension ServiceConfig {
  /// Reads a service config as gRPC defines it; what it does not define is ignored.
  ///
  /// - Throws: `INVALID_ARGUMENT` with the place of what is wrong, what was expected, and what was found.
  public init(json: String) throws(RPCError) {
    let document = try ConfigReader(json: json)
    var methods: [MethodConfig] = []
    for element in try document.member("methodConfig")?.elements() ?? [] {
      methods.append(try MethodConfig(reading: element))
    }
    try Self.checkNames(methods)
    self.init(
      methods: methods, loadBalancing: try Self.loadBalancing(document),
      retryThrottling: try document.member("retryThrottling").map(RetryThrottling.init(reading:)))
  }

  private static func checkNames(_ methods: [MethodConfig]) throws(RPCError) {
    var seen: Set<MethodConfig.Name> = []
    for name in methods.flatMap(\.names) where !seen.insert(name).inserted {
      throw RPCError(
        .invalidArgument, "service config: methodConfig: expected each name once, found \(name) twice")
    }
  }

  /// The first policy of `loadBalancingConfig` that we have, or what the older `loadBalancingPolicy` names.
  private static func loadBalancing(_ document: ConfigReader) throws(RPCError) -> LoadBalancing? {
    if let list = try document.member("loadBalancingConfig") {
      for element in try list.elements() {
        let names = try element.memberNames()
        guard names.count == 1 else { throw element.expected("an object with one policy") }
        switch names[0] {
        case "pick_first":
          let shuffles = try element.required("pick_first").member("shuffleAddressList")?.flag() ?? false
          return shuffles ? .pickFirstShuffled : .pickFirst
        case "round_robin": return .roundRobin
        default: continue
        }
      }
      throw list.expected("pick_first or round_robin among the policies")
    }
    guard let policy = try document.member("loadBalancingPolicy") else { return nil }
    switch try policy.text().lowercased() {
    case "": return nil
    case "pick_first": return .pickFirst
    case "round_robin": return .roundRobin
    default: throw policy.expected("pick_first or round_robin")
    }
  }
}

extension MethodConfig {
  fileprivate init(reading reader: ConfigReader) throws(RPCError) {
    var names: [Name] = []
    for element in try reader.member("name")?.elements() ?? [] { names.append(try Name(reading: element)) }
    self.init(for: names)
    timeout = try reader.member("timeout")?.duration(allowsZero: true)
    waitsForReady = try reader.member("waitForReady")?.flag()
    maxRequestBytes = try reader.member("maxRequestMessageBytes")?.wholeNumber(in: 0...Int(UInt32.max))
    maxResponseBytes = try reader.member("maxResponseMessageBytes")?.wholeNumber(in: 0...Int(UInt32.max))
    let retry = try reader.member("retryPolicy").map(RetryPolicy.init(reading:))
    let hedging = try reader.member("hedgingPolicy").map(HedgingPolicy.init(reading:))
    guard retry == nil || hedging == nil else {
      throw reader.expected("retryPolicy or hedgingPolicy, not both")
    }
    persistence = retry.map { .retry($0) } ?? hedging.map { .hedge($0) }
  }
}

extension MethodConfig.Name {
  fileprivate init(reading reader: ConfigReader) throws(RPCError) {
    let service = try reader.member("service")?.text() ?? ""
    let method = try reader.member("method")?.text() ?? ""
    guard !service.isEmpty || method.isEmpty else { throw reader.expected("a service beside the method") }
    self =
      service.isEmpty ? .all : method.isEmpty ? .service(service) : .method(service: service, name: method)
  }
}

extension RetryPolicy {
  fileprivate init(reading reader: ConfigReader) throws(RPCError) {
    self.init()
    maxAttempts = min(
      try reader.required("maxAttempts").wholeNumber(in: 2...Int(Int32.max)), Self.mostAttempts)
    initialBackoff = try reader.required("initialBackoff").duration(allowsZero: false)
    maxBackoff = try reader.required("maxBackoff").duration(allowsZero: false)
    backoffMultiplier = try reader.required("backoffMultiplier").positiveNumber()
    let codes = try reader.required("retryableStatusCodes")
    retryableCodes = try codes.statusCodes()
    guard !retryableCodes.isEmpty else { throw codes.expected("at least one status code") }
  }
}

extension HedgingPolicy {
  fileprivate init(reading reader: ConfigReader) throws(RPCError) {
    let attempts = try reader.required("maxAttempts").wholeNumber(in: 2...Int(Int32.max))
    self.init(maxAttempts: min(attempts, RetryPolicy.mostAttempts))
    delay = try reader.member("hedgingDelay")?.duration(allowsZero: true) ?? .zero
    nonFatalCodes = try reader.member("nonFatalStatusCodes")?.statusCodes() ?? []
  }
}

extension RetryThrottling {
  fileprivate init(reading reader: ConfigReader) throws(RPCError) {
    let tokens = try reader.required("maxTokens").wholeNumber(in: 1...1000)
    self.init(maxTokens: tokens, tokenRatio: try reader.required("tokenRatio").positiveNumber())
  }
}

extension ConfigReader {
  fileprivate func statusCodes() throws(RPCError) -> Set<StatusCode> {
    var codes: Set<StatusCode> = []
    for element in try elements() { codes.insert(try element.statusCode()) }
    return codes
  }
}
