/// Metrics in Prometheus' text exposition format, version 0.0.4.
public enum PrometheusText {
  /// The media type of the format.
  public static let contentType = "text/plain; version=0.0.4; charset=utf-8"

  /// Writes families; those without samples are left out.
  public static func text(_ families: [MetricFamily]) -> String {
    var text = ""
    for family in families where !family.samples.isEmpty {
      text += "# HELP \(family.name) \(escaped(family.help, quotes: false))\n"
      text += "# TYPE \(family.name) \(family.kind.rawValue)\n"
      for sample in family.samples {
        switch sample.value {
        case .number(let value):
          text += "\(family.name)\(labels(sample.labels)) \(number(value))\n"
        case .histogram(let histogram): write(histogram, family.name, sample.labels, to: &text)
        }
      }
    }
    return text
  }

  private static func write(
    _ histogram: Histogram, _ name: String, _ names: [(name: String, value: String)], to text: inout String
  ) {
    var below: UInt64 = 0
    for (index, count) in histogram.counts.enumerated() {
      below &+= count
      let limits = histogram.bounds.limits
      let bound =
        index < limits.count ? number(Double(limits[index]) / histogram.bounds.unitsPerWhole) : "+Inf"
      text += "\(name)_bucket\(labels(names + [("le", bound)])) \(below)\n"
    }
    text += "\(name)_sum\(labels(names)) \(number(Double(histogram.sum) / histogram.bounds.unitsPerWhole))\n"
    text += "\(name)_count\(labels(names)) \(below)\n"
  }

  private static func labels(_ labels: [(name: String, value: String)]) -> String {
    guard !labels.isEmpty else { return "" }
    return "{" + labels.map { "\($0.name)=\"\(escaped($0.value, quotes: true))\"" }.joined(separator: ",")
      + "}"
  }

  private static func escaped(_ text: String, quotes: Bool) -> String {
    var result = ""
    for character in text.unicodeScalars {
      switch character {
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\"" where quotes: result += "\\\""
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }

  private static func number(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
    if value == value.rounded(), abs(value) < 1e15 { return String(Int64(value)) }
    return "\(value)"
  }
}
