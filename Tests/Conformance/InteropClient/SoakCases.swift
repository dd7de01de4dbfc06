import EventLoops
import GRPC
import Interop

/// Cases that go on for a while; how long, the `--soak_…` arguments say.
extension Session {
  /// Many calls on one channel.
  func rpcSoak() async throws { try await soak(makesChannels: false) }

  /// Many calls, each on a new channel.
  func channelSoak() async throws { try await soak(makesChannels: true) }

  /// Calls on one channel with pauses between them.
  func longLivedChannel() async throws {
    let pause = try arguments.number("iteration_interval", default: 10)
    for _ in 0..<(try arguments.number("soak_iterations", default: 10)) {
      try await largeUnary()
      try await Task.sleep(for: .seconds(pause))
    }
  }

  private func soak(makesChannels: Bool) async throws {
    let plan = try SoakPlan(arguments)
    let start = ContinuousClock.now
    let results = try await withThrowingTaskGroup(of: [SoakResult].self) { group in
      for thread in 0..<plan.threads {
        let share = plan.iterations / plan.threads + (thread < plan.iterations % plan.threads ? 1 : 0)
        group.addTask { try await run(plan, share, until: start.advanced(by: plan.timeout), makesChannels) }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    try plan.judge(results, target: target)
  }

  private func run(
    _ plan: SoakPlan, _ iterations: Int, until end: ContinuousClock.Instant, _ makesChannels: Bool
  ) async throws -> [SoakResult] {
    var results: [SoakResult] = []
    for _ in 0..<iterations where ContinuousClock.now < end {
      let start = ContinuousClock.now
      let channel = makesChannels ? try anotherChannel() : self.channel
      let error = await call(on: channel, plan)
      results.append(SoakResult(latency: ContinuousClock.now - start, error: error))
      if makesChannels { await channel.close() }
      try await Task.sleep(until: start.advanced(by: plan.pause))
    }
    return results
  }

  private func call(on channel: Channel, _ plan: SoakPlan) async -> String? {
    do {
      let request = Self.largeRequest(request: plan.requestBytes, response: plan.responseBytes)
      let response = try await TestServiceClient(channel).unaryCall(request)
      try expectZeros(response.payload, plan.responseBytes)
      return nil
    } catch {
      return "\(error)"
    }
  }
}

/// What a soak is to do, and what it may cost.
struct SoakPlan {
  let iterations, maxFailures, threads, requestBytes, responseBytes: Int
  let maxLatency, timeout, pause: Duration

  init(_ arguments: Arguments) throws {
    iterations = try arguments.number("soak_iterations", default: 10)
    maxFailures = try arguments.number("soak_max_failures", default: 0)
    threads = max(1, try arguments.number("soak_num_threads", default: 1))
    requestBytes = try arguments.number("soak_request_size", default: Session.requestBytes)
    responseBytes = try arguments.number("soak_response_size", default: Session.responseBytes)
    let latency = try arguments.number("soak_per_iteration_max_acceptable_latency_ms", default: 1000)
    maxLatency = .milliseconds(latency)
    let seconds = try arguments.number("soak_overall_timeout_seconds", default: 0)
    timeout = seconds > 0 ? .seconds(seconds) : .milliseconds(max(10_000, iterations * latency))
    pause = .milliseconds(try arguments.number("soak_min_time_ms_between_rpcs", default: 0))
  }

  /// Fails the case where too much went wrong or time ran out.
  func judge(_ results: [SoakResult], target: String) throws(Expectation) {
    let failed = results.filter { $0.error != nil || $0.latency > maxLatency }
    for result in failed { say("soak: \(result.latency) \(result.error ?? "slower than \(maxLatency)")") }
    let latencies = results.map(\.latency).sorted()
    let median = latencies.isEmpty ? Duration.zero : latencies[latencies.count / 2]
    say(
      "soak: server \(target), \(results.count) of \(iterations) iterations, \(failed.count) failed, "
        + "median \(median), longest \(latencies.last ?? .zero)")
    try expect(
      results.count == iterations, "only \(results.count) of \(iterations) iterations within \(timeout)")
    try expect(failed.count <= maxFailures, "\(failed.count) iterations failed, at most \(maxFailures) may")
  }
}

/// One iteration of a soak.
struct SoakResult {
  let latency: Duration
  let error: String?
}
