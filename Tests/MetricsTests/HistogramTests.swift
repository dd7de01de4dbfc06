import Testing

@testable import Metrics

@Test func `a value falls into the first bucket whose bound is not below it`() {
  let bounds = Histogram.Bounds([0, 10, 100, 1000])
  for (value, bucket) in [(0, 0), (1, 1), (10, 1), (11, 2), (100, 2), (101, 3), (1000, 3), (1001, 4)] {
    #expect(bounds.bucket(of: UInt64(value)) == bucket)
  }
  #expect(bounds.bucket(of: .max) == 4)
}

@Test func `the bucket found by significant bits is the one found by looking at all bounds`() {
  var generator = SystemRandomNumberGenerator()
  for bounds in [Histogram.Bounds.latency, .size] {
    let near = bounds.limits.flatMap { [$0 &- 1, $0, $0 + 1] }
    let random = (0..<1000).map { _ in
      UInt64.random(in: 0 ... .max, using: &generator) >> UInt64.random(in: 0..<64)
    }
    for value in near + random {
      let naive = bounds.limits.firstIndex { $0 >= value } ?? bounds.limits.count
      #expect(bounds.bucket(of: value) == naive, "value \(value)")
    }
  }
}

@Test func `merging adds counts and sums`() {
  var a = Histogram(.size)
  var b = Histogram(.size)
  a.observe(1)
  b.observe(5000)
  b.observe(7)
  a.merge(b)
  #expect(a.count == 3)
  #expect(a.sum == 5008)
}
