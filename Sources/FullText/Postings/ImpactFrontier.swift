/// Collects postings and tells the few impacts that bound them all.
///
/// Keeps for each frequency code the smallest norm; the Pareto frontier of that is then reduced to
/// `Impacts.count` pairs, joining those neighbours whose common bound costs least under BM25 with the usual
/// parameters. Whatever is joined, the pairs stay upper bounds. Belongs to one thread.
final class ImpactFrontier {
  /// For each frequency code the smallest norm; `absent` when the code did not occur.
  private let minNorm: UnsafeMutablePointer<UInt16>
  private let frontier: UnsafeMutablePointer<(code: UInt8, norm: UInt8)>
  private var highest = 0
  private let averageLength: Float
  private static let absent: UInt16 = 256

  /// `averageLength` of the field only steers which pairs are joined.
  init(averageLength: Float) {
    self.averageLength = max(averageLength, 1)
    minNorm = .allocate(capacity: 256)
    minNorm.initialize(repeating: Self.absent, count: 256)
    frontier = .allocate(capacity: 256)
  }

  deinit {
    minNorm.deallocate()
    frontier.deallocate()
  }

  /// Adds postings; without norms every field counts as one word long.
  func add(
    _ documents: UnsafePointer<DocID>, _ frequencies: UnsafePointer<UInt32>, count: Int,
    norms: UnsafePointer<UInt8>?
  ) {
    let minNorm = minNorm
    var highest = highest
    for index in 0..<count {
      let frequency = frequencies[index]
      let code = Int(frequency < 32 ? UInt8(truncatingIfNeeded: frequency) : FrequencyCode.encode(frequency))
      let norm = UInt16(norms?[Int(documents[index])] ?? 1)
      minNorm[code] = min(minNorm[code], norm)
      highest = max(highest, code)
    }
    self.highest = highest
  }

  /// Adds the pairs of impacts found earlier.
  func add(_ impacts: Impacts) {
    for pair in 0..<Impacts.count {
      let code = Int(impacts.pairs[2 * pair])
      minNorm[code] = min(minNorm[code], UInt16(impacts.norm(pair)))
      highest = max(highest, code)
    }
  }

  /// The impacts of what was added; starts over.
  func take() -> Impacts {
    var count = 0
    var least = Self.absent
    for code in stride(from: highest, through: 0, by: -1) {
      let norm = minNorm[code]
      minNorm[code] = Self.absent
      guard norm < least else { continue }
      least = norm
      frontier[count] = (UInt8(code), UInt8(norm))
      count += 1
    }
    highest = 0
    while count > Impacts.count { joinCheapest(&count) }
    return Impacts(UnsafeBufferPointer(start: frontier, count: count))
  }

  private func joinCheapest(_ count: inout Int) {
    var best = 0
    var bestScore = Float.greatestFiniteMagnitude
    for index in 0..<count - 1 {
      let score = nominal(frontier[index].code, frontier[index + 1].norm)
      if score < bestScore {
        best = index
        bestScore = score
      }
    }
    frontier[best].norm = frontier[best + 1].norm
    count -= 1
    for index in best + 1..<max(best + 1, count) { frontier[index] = frontier[index + 1] }
  }

  private func nominal(_ code: UInt8, _ norm: UInt8) -> Float {
    let frequency = FrequencyCode.upperBounds[Int(code)]
    return frequency / (frequency + 1.2 * (0.25 + 0.75 * FieldNorm.lengths[Int(norm)] / averageLength))
  }
}

extension Impacts {
  /// At most `Impacts.count` pairs.
  init(_ frontier: [(code: UInt8, norm: UInt8)]) {
    self = frontier.withUnsafeBufferPointer { Impacts($0) }
  }

  /// At most `Impacts.count` pairs.
  init(_ frontier: UnsafeBufferPointer<(code: UInt8, norm: UInt8)>) {
    var pairs = SIMD8<UInt8>()
    for pair in 0..<Impacts.count {
      let source = pair < frontier.count ? frontier[pair] : frontier.first ?? (code: 0, norm: 255)
      pairs[2 * pair] = source.code
      pairs[2 * pair + 1] = source.norm
    }
    self.pairs = pairs
  }

  /// Reads six stored bytes; two more behind them must be readable.
  @inline(__always)
  init(stored: UnsafeRawPointer) {
    let bytes = stored.loadUnaligned(as: UInt64.self).littleEndian & 0xffff_ffff_ffff
    pairs = unsafeBitCast(bytes.littleEndian, to: SIMD8<UInt8>.self)
  }

  /// Appends six bytes.
  func append(to sink: ByteSink) {
    for index in 0..<Self.storedBytes { sink.append(pairs[index]) }
  }
}
