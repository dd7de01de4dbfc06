import EventLoops

/// Metrics of event loops and connections.
enum LoopFamilies {
  static func families(_ answers: [Gathering<LoopSample>.Answer]) -> [MetricFamily] {
    var lag = MetricFamily(
      .gauge, "matiane_event_loop_lag_seconds", "How long work waited for its loop when this was asked.")
    var longest = MetricFamily(
      .gauge, "matiane_event_loop_longest_turn_seconds",
      "The longest turn of a loop since this was last asked.")
    var busy = MetricFamily(
      .counter, "matiane_event_loop_busy_seconds_total", "Time that a loop was not waiting for events.")
    for (index, answer) in answers.enumerated() {
      lag.add(seconds(answer.lag), ["loop": "\(index)"])
      guard let sample = answer.value else { continue }
      longest.add(Double(sample.statistics.longestTurnNanoseconds) / 1e9, ["loop": "\(index)"])
      busy.add(Double(sample.statistics.busyNanoseconds) / 1e9, ["loop": "\(index)"])
    }
    return [lag, longest, busy] + connections(answers.compactMap(\.value))
  }

  private static func connections(_ samples: [LoopSample]) -> [MetricFamily] {
    func sum(_ part: (ConnectionCounts) -> UInt64) -> Double {
      Double(samples.reduce(0) { $0 + part($1.connections) })
    }
    let open = sum(\.opened) - sum(\.closed)
    return [
      MetricFamily(.gauge, "matiane_connections", "Connections that are open and usable.", value: open),
      MetricFamily(
        .counter, "matiane_connections_opened_total", "Connections that became usable.", value: sum(\.opened)),
      MetricFamily(
        .counter, "matiane_connections_broken_total",
        "Connections that were usable and did not end in good order.",
        value: sum(\.broken)),
      MetricFamily(
        .counter, "matiane_connections_failed_total",
        "Connections that never became usable: TLS or HTTP/2 could not be agreed on.", value: sum(\.failed)),
      MetricFamily(
        .counter, "matiane_tls_handshakes_total", "TLS handshakes completed.", value: sum(\.handshakes)),
    ]
  }

  private static func seconds(_ duration: Duration) -> Double { Double(duration.clampedNanoseconds) / 1e9 }
}
