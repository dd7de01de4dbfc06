/// A metric with all its label sets, as Prometheus knows it.
public struct MetricFamily: Sendable {
  /// The kinds of the exposition format.
  public enum Kind: String, Sendable {
    /// Only grows.
    case counter
    /// Goes up and down.
    case gauge
    /// Counts observations by size.
    case histogram
  }

  /// One value, or one histogram, with its labels.
  public struct Sample: Sendable {
    let labels: [(name: String, value: String)]
    let value: Value

    enum Value: Sendable {
      case number(Double)
      case histogram(Histogram)
    }
  }

  /// Its name, unit and `_total` included.
  public let name: String
  /// What it says, one line.
  public let help: String
  /// Its kind.
  public let kind: Kind
  /// Its samples.
  public private(set) var samples: [Sample] = []

  /// A family without samples.
  public init(_ kind: Kind, _ name: String, _ help: String) {
    self.kind = kind
    self.name = name
    self.help = help
  }

  /// A family of one value.
  public init(_ kind: Kind, _ name: String, _ help: String, value: Double) {
    self.init(kind, name, help)
    add(value)
  }

  /// A family of one histogram.
  public init(_ name: String, _ help: String, histogram: Histogram) {
    self.init(.histogram, name, help)
    add(histogram)
  }

  /// Adds a value.
  public mutating func add(_ value: Double, _ labels: KeyValuePairs<String, String> = [:]) {
    samples.append(Sample(labels: labels.map { ($0.key, $0.value) }, value: .number(value)))
  }

  /// Adds a histogram.
  public mutating func add(_ histogram: Histogram, _ labels: KeyValuePairs<String, String> = [:]) {
    samples.append(Sample(labels: labels.map { ($0.key, $0.value) }, value: .histogram(histogram)))
  }
}
