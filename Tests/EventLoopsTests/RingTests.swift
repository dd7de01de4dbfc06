import RandomTesting
import Testing

@testable import EventLoops

@Suite struct RingTests {
  @Test func `a ring gives back what went in, in order, through growth and wrap-around`() {
    var generator = SeededGenerator()
    var ring = Ring<Int>(capacity: 4)
    var expected: [Int] = []
    for value in 0..<20_000 {
      if Bool.random(using: &generator) || expected.count < 3 {
        ring.push(value)
        expected.append(value)
      } else {
        #expect(ring.pop() == expected.removeFirst())
      }
      #expect(ring.count == expected.count)
    }
    while let value = ring.pop() { #expect(value == expected.removeFirst()) }
    #expect(expected.isEmpty && ring.isEmpty)
  }

  @Test func `a ring that is let go releases what it holds`() {
    final class Probe {}
    weak var probe: Probe?
    do {
      var ring = Ring<Probe>(capacity: 2)
      for _ in 0..<3 { ring.push(Probe()) }
      let last = Probe()
      probe = last
      ring.push(last)
      _ = ring.pop()
      #expect(probe != nil)
    }
    #expect(probe == nil)
  }
}
