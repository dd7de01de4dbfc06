/// Random numbers that a seed repeats on every machine (SplitMix64, Steele et al. 2014).
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// The numbers of a seed, which a test that fails names.
  public init(seed: UInt64) { state = seed }

  /// The numbers of a seed of its own choice, which is printed.
  public init(_ test: String = #function) {
    let seed = UInt64.random(in: 0 ... .max)
    print("\(test): seed \(seed)")
    self.init(seed: seed)
  }

  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to a bound; 0 where there is none.
  public mutating func next(below bound: Int) -> Int { bound <= 1 ? 0 : Int(next() % UInt64(bound)) }

  /// True so many times out of a hundred.
  public mutating func chance(_ percent: Int) -> Bool { next(below: 100) < percent }
}
