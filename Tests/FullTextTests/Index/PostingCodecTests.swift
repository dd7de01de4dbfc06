import RandomTesting
import Testing

@testable import FullText

@Suite struct PostingCodecTests {
  private func roundTrip(_ values: [UInt32]) -> [UInt32]? {
    let sink = ByteSink()
    values.withUnsafeBufferPointer { PatchedBlock.encode($0.baseAddress!, count: values.count, to: sink) }
    var decoded = [UInt32](repeating: 7, count: 128)
    let isWhole = sink.withBytes { bytes in
      decoded.withUnsafeMutableBufferPointer { target in
        let end = bytes.baseAddress! + bytes.count
        return PatchedBlock.decode(bytes.baseAddress!, end: end, count: values.count, to: target.baseAddress!)
          == end
      }
    }
    return isWhole ? Array(decoded.prefix(values.count)) : nil
  }

  @Test func `Packed blocks give back values of every width and count, with and without exceptions`() {
    var random = SeededGenerator(seed: 1)
    for count in [1, 2, 7, 8, 31, 127, 128] {
      for width in 0...24 {
        for outliers in [0, 1, 7, 8] {
          var values = (0..<count).map { _ in UInt32(random.next(below: 1 << width)) }
          for _ in 0..<outliers { values[random.next(below: count)] = UInt32(random.next(below: 1 << 24)) }
          #expect(roundTrip(values) == values, "count \(count), width \(width), outliers \(outliers)")
        }
      }
    }
  }

  @Test func `Rice codes give back any range of any values`() {
    var random = SeededGenerator(seed: 2)
    for _ in 0..<400 {
      let count = 1 + random.next(below: 600)
      let scale = random.next(below: 24)
      let values = (0..<count).map { _ in
        UInt32(random.next(below: random.next(below: 20) == 0 ? 1 << 24 : 1 << random.next(below: scale + 1)))
      }
      let sink = ByteSink()
      values.withUnsafeBufferPointer { RiceCoding.encode($0, to: sink) }
      sink.withBytes { bytes in
        let end = bytes.baseAddress! + bytes.count
        let reader = RiceReader(bytes.baseAddress!, end: end, count: count)!
        #expect(reader.end == end)
        let from = random.next(below: count)
        let range = from..<from + random.next(below: count - from + 1)
        var walk = RiceWalk(reader)
        // In two steps, so that it is passed on from within a word, too.
        let between = random.next(below: from + 1)
        walk.skip(between)
        walk.skip(from - between)
        #expect(walk.index == from)
        #expect(range.map { _ in walk.next() } == Array(values[range]))
        walk.skip(count - range.upperBound)
        #expect(walk.next() == nil)
        var adding = RiceWalk(reader)
        adding.skip(from)
        let sums = [UInt32](unsafeUninitializedCapacity: range.count + 1) { sums, count in
          count = adding.addUp(range.count, from: 7, to: sums.baseAddress!)
        }
        var sum: UInt32 = 7
        let expected = values[range].map { value in
          defer { sum = sum &+ value &+ 1 }
          return sum &+ value
        }
        #expect(sums == expected)
        #expect(adding.index == range.upperBound)
        #expect(adding.next() == (range.upperBound < count ? values[range.upperBound] : nil))
        expectTargetsKept(reader, from: from, range.count, among: expected, random: &random)
        var all = [UInt32](repeating: 0, count: count)
        #expect(all.withUnsafeMutableBufferPointer { reader.read(into: $0.baseAddress!) })
        #expect(all == values)
        #expect(all.withUnsafeMutableBufferPointer { reader.addUp(to: $0.baseAddress!) })
        var behind: UInt32 = 0
        #expect(
          all
            == values.map { value in
              behind = behind &+ value &+ 1
              return behind
            })
      }
    }
  }

  /// Looks for some of the sums of a range of values, and for others, and reads on behind the last of them.
  private func expectTargetsKept(
    _ reader: RiceReader, from: Int, _ count: Int, among sums: [UInt32], random: inout SeededGenerator
  ) {
    let wanted = sums.filter { $0 <= UInt32(Int32.max) && random.next(below: 3) == 0 }
    let others = wanted.map { $0 &+ 1 }.filter { $0 <= UInt32(Int32.max) && random.next(below: 2) == 0 }
    let targets = Set(wanted + others + (random.next(below: 2) == 0 ? [3] : [])).sorted()
    let held = targets.filter { sums.contains($0) }
    for least in [1, held.count, held.count + 1] {
      var walk = RiceWalk(reader)
      walk.skip(from)
      var kept = targets
      let number = kept.withUnsafeMutableBufferPointer { kept in
        // Emptied arrays have no memory.
        kept.baseAddress.map { walk.keepReached(count, from: 7, $0, targets.count, least: least) } ?? 0
      }
      if held.count >= max(least, 1) { #expect(Array(kept[..<number]) == held) }
      if held.count < least { #expect(number < least) }
      #expect(walk.index <= from + count)
      var behind = RiceWalk(reader)
      behind.skip(walk.index)
      #expect(walk.next() == behind.next())
    }
  }

  @Test func `Packed arrays give back integers of every width`() {
    var random = SeededGenerator(seed: 3)
    for width in 0...64 {
      let mask = width == 64 ? UInt64.max : 1 << UInt64(width) - 1
      let values = (0..<77).map { _ in random.next() & mask }
      let sink = ByteSink()
      PackedArray.append(values.count, width: width, to: sink) { values[$0] }
      sink.withBytes { bytes in
        let array = PackedArray(bytes, count: values.count, width: width)!
        #expect(values.indices.map { array[$0] } == values)
        #expect(
          PackedArray(UnsafeRawBufferPointer(rebasing: bytes.dropLast()), count: 77, width: width) == nil)
      }
    }
  }

  @Test func `A decoded length is within three percent, and codes order as lengths do`() {
    var previous: UInt8 = 0
    var wrong: [UInt32] = []
    for length: UInt32 in [Array(0..<5000), Array(stride(from: 5000, to: 600_000, by: 61))].joined() {
      let code = FieldNorm.encode(length)
      let isOrdered = code >= previous
      previous = code
      let error = abs(FieldNorm.decode(code) - Float(length)) / Float(max(length, 1))
      let isClose = error <= 0.0313 || length >= 1 << 19
      let isBound = FrequencyCode.upperBounds[Int(FrequencyCode.encode(length))] >= Float(length)
      if !isOrdered || !isClose || !isBound { wrong.append(length) }
    }
    #expect(wrong.isEmpty)
  }
}
