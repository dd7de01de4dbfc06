/// Counts observations by size.
public struct Histogram: Sendable {
  /// The upper bounds of the buckets, ascending, in the unit that is observed; a last bucket has none.
  public let bounds: Bounds
  private(set) var counts: ContiguousArray<UInt64>
  private(set) var sum: UInt64 = 0

  /// An empty histogram.
  public init(_ bounds: Bounds) {
    self.bounds = bounds
    counts = ContiguousArray(repeating: 0, count: bounds.limits.count + 1)
  }

  /// Counts an observation.
  ///
  /// - Complexity: O(log buckets), without allocation while nobody else holds the histogram.
  @inline(__always)
  public mutating func observe(_ value: UInt64) {
    counts[bounds.bucket(of: value)] &+= 1
    sum &+= value
  }

  /// Adds what another one with the same bounds has counted.
  public mutating func merge(_ other: Histogram) {
    for index in counts.indices { counts[index] &+= other.counts[index] }
    sum &+= other.sum
  }

  /// How many observations there were.
  public var count: UInt64 { counts.reduce(0, &+) }

  /// Bucket bounds, made once and shared.
  public final class Bounds: Sendable {
    let limits: [UInt64]
    /// How many of the observed units make one unit of the metric.
    let unitsPerWhole: Double
    /// For every number of significant bits the first bucket that may hold such a value.
    private let first: [UInt8]

    /// - Precondition: ascending, at most 255.
    public init(_ limits: [UInt64], unitsPerWhole: Double = 1) {
      self.limits = limits
      self.unitsPerWhole = unitsPerWhole
      first = (0...64).map { bits in
        let least: UInt64 = bits == 0 ? 0 : 1 << UInt64(bits - 1)
        return UInt8(limits.firstIndex { $0 >= least } ?? limits.count)
      }
    }

    /// The bucket of a value: the first whose bound is not below it.
    @inline(__always)
    func bucket(of value: UInt64) -> Int {
      var index = Int(first[64 - value.leadingZeroBitCount])
      while index < limits.count, limits[index] < value { index += 1 }
      return index
    }
  }
}

extension Histogram.Bounds {
  /// The bounds for latencies of gRPC's conventions (gRFC A66), observed in nanoseconds, told in seconds.
  public static let latency = Histogram.Bounds(
    [
      0, 10, 50, 100, 300, 600, 800, 1000, 2000, 3000, 4000, 5000, 6000, 8000, 10_000, 13_000, 16_000, 20_000,
      25_000, 30_000, 40_000, 50_000, 65_000, 80_000, 100_000, 130_000, 160_000, 200_000, 250_000, 300_000,
      400_000, 500_000, 650_000, 800_000, 1_000_000, 2_000_000, 5_000_000, 10_000_000, 20_000_000, 50_000_000,
      100_000_000,
    ].map { $0 * 1000 }, unitsPerWhole: 1e9)

  /// The bounds for message sizes of gRPC's conventions (gRFC A66), in bytes.
  public static let size = Histogram.Bounds([
    0, 1024, 2048, 4096, 16_384, 65_536, 262_144, 1_048_576, 4_194_304, 16_777_216, 67_108_864, 268_435_456,
    1_073_741_824, 4_294_967_296,
  ])
}
