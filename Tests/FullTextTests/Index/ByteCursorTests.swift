import RandomTesting
import Testing

@testable import FullText

@Suite struct ByteCursorTests {
  @Test func `numbers of any length are read, or passed over, as they were written, up to the last byte`() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let values = (0..<1 + random.next(below: 12)).map { _ in
        UInt64.random(in: 0...UInt64.max, using: &random) >> UInt64(random.next(below: 64))
      }
      let sink = ByteSink()
      for value in values { sink.append(varint: value) }
      var cursor = ByteCursor(sink.bytes)
      #expect(values.allSatisfy { cursor.varint() == $0 }, "seed \(seed) \(values)")
      #expect(cursor.remaining == 0 && !cursor.isPastEnd, "seed \(seed) \(values)")
      for passed in 1...values.count {
        cursor = ByteCursor(sink.bytes)
        cursor.skipVarints(passed)
        #expect(!cursor.isPastEnd, "seed \(seed) \(values)")
        #expect(values[passed...].allSatisfy { cursor.varint() == $0 }, "seed \(seed) \(values) \(passed)")
      }
    }
  }

  @Test func `what goes on behind the end is zero, and known`() {
    let unfinished = [UInt8](repeating: 0x80, count: 24)
    for count in unfinished.indices {
      unfinished[..<count].withUnsafeBytes { bytes in
        var cursor = ByteCursor(bytes)
        #expect(cursor.varint() == 0 && cursor.isPastEnd)
        cursor = ByteCursor(bytes)
        cursor.skipVarints(2)
        #expect(cursor.isPastEnd)
      }
    }
  }
}
