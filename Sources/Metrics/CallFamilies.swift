import GRPC

/// Metrics of calls, named as gRPC's conventions have it (gRFC A66) in Prometheus' spelling.
enum CallFamilies {
  /// What calls that came to no method go by, lest a client make labels up.
  private static let otherMethods = "other"

  static func families(_ methods: [String], _ samples: [LoopSample]) -> [MetricFamily] {
    var started = MetricFamily(
      .counter, "grpc_server_call_started_total", "Calls whose headers have come, by method.")
    var inFlight = MetricFamily(.gauge, "grpc_server_call_in_flight", "Calls that are not over, by method.")
    var duration = MetricFamily(
      .histogram, "grpc_server_call_duration_seconds",
      "Time from the headers of a call to its status, by method and status.")
    var received = MetricFamily(
      .histogram, "grpc_server_call_rcvd_total_compressed_message_size_bytes",
      "Bytes of the request messages of a call, by method and status.")
    var sent = MetricFamily(
      .histogram, "grpc_server_call_sent_total_compressed_message_size_bytes",
      "Bytes of the response messages of a call, by method and status.")
    for (index, method) in (methods + [otherMethods]).enumerated() {
      let begun = samples.reduce(0) { $0 + $1.started[index] }
      if index == methods.count, begun == 0 { continue }
      var over: UInt64 = 0
      for code in 0..<LoopMetrics.statusCodes {
        guard let cell = merged(samples, at: index * LoopMetrics.statusCodes + code) else { continue }
        over += cell.duration.count
        let status = StatusCode(rawValue: code)?.description ?? "\(code)"
        duration.add(cell.duration, ["grpc_method": method, "grpc_status": status])
        received.add(cell.received, ["grpc_method": method, "grpc_status": status])
        sent.add(cell.sent, ["grpc_method": method, "grpc_status": status])
      }
      started.add(Double(begun), ["grpc_method": method])
      inFlight.add(Double(begun - min(over, begun)), ["grpc_method": method])
    }
    return [started, inFlight, duration, received, sent]
  }

  private static func merged(_ samples: [LoopSample], at index: Int) -> LoopMetrics.Cell? {
    var result: LoopMetrics.Cell?
    for case let cell? in samples.map({ $0.cells[index] }) {
      guard var sum = result else {
        result = cell
        continue
      }
      sum.duration.merge(cell.duration)
      sum.received.merge(cell.received)
      sum.sent.merge(cell.sent)
      result = sum
    }
    return result
  }
}
