import Testing

@testable import GRPC

/// What is read of a service config, and how it is refused.
@Suite struct ServiceConfigTests {
  @Test func `what is no JSON is told once`() {
    let error = #expect(throws: RPCError.self) { try ServiceConfig(json: "{a") }
    #expect(
      error?.description
        == "INVALID_ARGUMENT: the service config is no JSON object: expected a string, found 'a', at byte 1")
  }

  @Test func `a whole service config is read`() throws {
    let config = try ServiceConfig(
      json: """
        {
          "loadBalancingConfig": [{"grpclb": {}}, {"round_robin": {}}],
          "methodConfig": [
            {
              "name": [{"service": "a.B", "method": "C"}, {"service": "a.D"}],
              "timeout": "1.5s", "waitForReady": true,
              "maxRequestMessageBytes": "1024", "maxResponseMessageBytes": 2048,
              "retryPolicy": {
                "maxAttempts": 9, "initialBackoff": "0.1s", "maxBackoff": "1s", "backoffMultiplier": 2,
                "retryableStatusCodes": ["unavailable", 8]
              }
            },
            {
              "name": [{}],
              "hedgingPolicy": {"maxAttempts": 3, "hedgingDelay": "0.5s", "nonFatalStatusCodes": ["ABORTED"]}
            }
          ],
          "retryThrottling": {"maxTokens": 10, "tokenRatio": 0.1},
          "somethingNew": [1, {"a": null}]
        }
        """)
    let retry = RetryPolicy(
      maxAttempts: 5, initialBackoff: .milliseconds(100), maxBackoff: .seconds(1), backoffMultiplier: 2,
      retryableCodes: [.unavailable, .resourceExhausted])
    let hedging = HedgingPolicy(maxAttempts: 3, delay: .milliseconds(500), nonFatalCodes: [.aborted])
    let expected = ServiceConfig(
      methods: [
        MethodConfig(
          for: [.method(service: "a.B", name: "C"), .service("a.D")], timeout: .milliseconds(1500),
          waitsForReady: true, maxRequestBytes: 1024, maxResponseBytes: 2048, persistence: .retry(retry)),
        MethodConfig(for: [.all], persistence: .hedge(hedging)),
      ], loadBalancing: .roundRobin, retryThrottling: RetryThrottling(maxTokens: 10, tokenRatio: 0.1))
    #expect(config == expected)
    #expect(try ServiceConfig(json: "{}") == ServiceConfig())
  }

  @Test(arguments: [
    ("[]", "no JSON object"),
    (#"{"methodConfig": {}}"#, "methodConfig: expected a list, found an object"),
    (#"{"methodConfig": [{"name": [{"method": "C"}]}]}"#, "methodConfig[0].name[0]: expected a service"),
    (#"{"methodConfig": [{"name": [{}]}, {"name": [{}]}]}"#, "each name once"),
    (#"{"methodConfig": [{"timeout": "1"}]}"#, "methodConfig[0].timeout: expected a duration"),
    (#"{"methodConfig": [{"timeout": "-1s"}]}"#, "expected a duration"),
    (#"{"methodConfig": [{"timeout": "1.0000000001s"}]}"#, "expected a duration"),
    (#"{"methodConfig": [{"waitForReady": 1}]}"#, "expected true or false, found 1"),
    (#"{"methodConfig": [{"maxRequestMessageBytes": -1}]}"#, "expected a whole number"),
    (#"{"methodConfig": [{"retryPolicy": {}}]}"#, "expected a member maxAttempts, found none"),
    (
      #"{"methodConfig": [{"retryPolicy": {"maxAttempts": 1}}]}"#,
      "maxAttempts: expected a whole number from 2"
    ),
    (
      #"{"methodConfig": [{"retryPolicy": {"maxAttempts": 2, "initialBackoff": "0s"}}]}"#,
      "initialBackoff: expected a duration greater than 0"
    ),
    (#"{"methodConfig": [{"hedgingPolicy": {"maxAttempts": 2, "nonFatalStatusCodes": [17]}}]}"#, "found 17"),
    (#"{"methodConfig": [{"hedgingPolicy": {"maxAttempts": 2.5}}]}"#, "found 2.5"),
    (#"{"retryThrottling": {"maxTokens": 1001, "tokenRatio": 1}}"#, "from 1 to 1000, found 1001"),
    (#"{"retryThrottling": {"maxTokens": 10, "tokenRatio": 0}}"#, "greater than 0"),
    (#"{"loadBalancingConfig": [{"grpclb": {}}]}"#, "pick_first or round_robin"),
    (#"{"loadBalancingConfig": [{"round_robin": {}, "pick_first": {}}]}"#, "an object with one policy"),
  ])
  func `what is wrong is named with its place`(json: String, message: String) {
    let error = #expect(throws: RPCError.self) { try ServiceConfig(json: json) }
    #expect(error?.code == .invalidArgument)
    #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
  }

  @Test func `retries and hedging exclude each other`() {
    let retry = """
      {"maxAttempts": 2, "initialBackoff": "1s", "maxBackoff": "1s", "backoffMultiplier": 1,
       "retryableStatusCodes": [14]}
      """
    let json = #"{"methodConfig": [{"retryPolicy": \#(retry), "hedgingPolicy": {"maxAttempts": 2}}]}"#
    let error = #expect(throws: RPCError.self) { try ServiceConfig(json: json) }
    #expect(error?.message.contains("not both") == true)
  }

  @Test(arguments: [
    (#"{"loadBalancingConfig": [{"pick_first": {}}]}"#, LoadBalancing.pickFirst),
    (#"{"loadBalancingConfig": [{"pick_first": {"shuffleAddressList": true}}]}"#, .pickFirstShuffled),
    (#"{"loadBalancingPolicy": "ROUND_ROBIN"}"#, .roundRobin),
  ])
  func `load balancing is read in its old and its new form`(json: String, policy: LoadBalancing) throws {
    #expect(try ServiceConfig(json: json).loadBalancing == policy)
  }

  @Test func `the most exact name counts`() {
    let table = MethodTable(
      ServiceConfig(methods: [
        MethodConfig(for: [.all], timeout: .seconds(1)),
        MethodConfig(for: [.service("a.B")], timeout: .seconds(2)),
        MethodConfig(for: [.method(service: "a.B", name: "C")], timeout: .seconds(3)),
      ]))
    func timeout(_ service: String, _ name: String) -> Duration? {
      table[AnyMethodDescriptor(service: service, name: name, kind: .unary)]?.config.timeout
    }
    #expect(timeout("a.B", "C") == .seconds(3))
    #expect(timeout("a.B", "D") == .seconds(2))
    #expect(timeout("x.Y", "C") == .seconds(1))
    #expect(MethodTable(nil)[AnyMethodDescriptor(service: "a.B", name: "C", kind: .unary)] == nil)
  }
}
