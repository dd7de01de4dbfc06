/// Collects postings and tells the few impacts that bound them all.
///
/// Keeps for each frequency code the smallest norm; the Pareto frontier of that is then reduced to
/// `Impacts.count` pairs, joining those neighbours whose common bound costs least under BM25 with the usual
/// parameters. Whatever is joined, the pairs stay upper bounds.
struct ImpactFrontier {
  private var minNorm = [UInt8](repeating: 255, count: 256)
  private var present = [Bool](repeating: false, count: 256)
  private var highest = 0
  private let averageLength: Float

  /// `averageLength` of the field only steers which pairs are joined.
  init(averageLength: Float) { self.averageLength = max(averageLength, 1) }

  /// Adds a posting.
  @inline(__always)
  mutating func add(frequency: UInt32, norm: UInt8) {
    add(code: frequency < 32 ? UInt8(frequency) : FrequencyCode.encode(frequency), norm: norm)
  }

  /// Adds the pairs of impacts found earlier.
  mutating func add(_ impacts: Impacts) {
    for pair in 0..<Impacts.count { add(code: impacts.pairs[2 * pair], norm: impacts.norm(pair)) }
  }

  @inline(__always)
  private mutating func add(code: UInt8, norm: UInt8) {
    let index = Int(code)
    minNorm[index] = present[index] ? min(minNorm[index], norm) : norm
    present[index] = true
    highest = max(highest, index)
  }

  /// The impacts of what was added; starts over.
  mutating func take() -> Impacts {
    var frontier: [(code: UInt8, norm: UInt8)] = []
    for code in stride(from: highest, through: 0, by: -1) where present[code] {
      present[code] = false
      if frontier.last.map({ minNorm[code] < $0.norm }) ?? true {
        frontier.append((UInt8(code), minNorm[code]))
      }
    }
    highest = 0
    while frontier.count > Impacts.count { joinCheapest(&frontier) }
    return Impacts(frontier)
  }

  private func joinCheapest(_ frontier: inout [(code: UInt8, norm: UInt8)]) {
    var best = 0
    var bestScore = Float.greatestFiniteMagnitude
    for index in 0..<frontier.count - 1 {
      let score = nominal(frontier[index].code, frontier[index + 1].norm)
      if score < bestScore {
        best = index
        bestScore = score
      }
    }
    frontier[best].norm = frontier[best + 1].norm
    frontier.remove(at: best + 1)
  }

  private func nominal(_ code: UInt8, _ norm: UInt8) -> Float {
    let frequency = FrequencyCode.upperBounds[Int(code)]
    return frequency / (frequency + 1.2 * (0.25 + 0.75 * FieldNorm.lengths[Int(norm)] / averageLength))
  }
}

extension Impacts {
  /// At most `Impacts.count` pairs.
  init(_ frontier: [(code: UInt8, norm: UInt8)]) {
    var pairs = SIMD8<UInt8>()
    for pair in 0..<Impacts.count {
      let source = pair < frontier.count ? frontier[pair] : frontier.first ?? (code: 0, norm: 255)
      pairs[2 * pair] = source.code
      pairs[2 * pair + 1] = source.norm
    }
    self.pairs = pairs
  }

  /// Reads eight stored bytes.
  @inline(__always)
  init(stored: UnsafeRawPointer) { pairs = stored.loadUnaligned(as: SIMD8<UInt8>.self) }

  /// Appends eight bytes.
  func append(to sink: ByteSink) {
    for index in 0..<8 { sink.append(pairs[index]) }
  }
}
