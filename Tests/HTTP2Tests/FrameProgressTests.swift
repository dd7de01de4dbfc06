import RandomTesting
import Testing

@testable import HTTP2

@Suite struct FrameProgressTests {
  private struct Frame {
    var type: UInt8
    var flags: UInt8
    var count: Int

    var bytes: [UInt8] {
      [UInt8(count >> 16), UInt8(count >> 8 & 255), UInt8(count & 255), type, flags, 0x81, 2, 3, 4]
        + [UInt8](repeating: 9, count: count)
    }
  }

  @Test func `boundaries are found however the bytes are cut`() {
    var generator = SeededGenerator()
    for _ in 0..<200 {
      let frames = (0..<20).map { _ in
        Frame(
          type: UInt8.random(in: 0...10, using: &generator),
          flags: UInt8.random(in: 0...255, using: &generator),
          count: Int.random(in: 0...40, using: &generator))
      }
      var bytes = [UInt8](repeating: 0, count: 24)
      // Where the peer owes nothing: after each frame that is not the beginning of a header block.
      var boundaries: Set<Int> = [bytes.count]
      var owesContinuation = false
      for frame in frames {
        bytes += frame.bytes
        if frame.type == 1 || frame.type == 9 { owesContinuation = frame.flags & 4 == 0 }
        if !owesContinuation { boundaries.insert(bytes.count) }
      }
      var progress = FrameProgress(expectsPreface: true)
      var position = 0
      var found = 0
      while position < bytes.count {
        let count = min(Int.random(in: 1...30, using: &generator), bytes.count - position)
        bytes.withUnsafeBytes {
          let piece = UnsafeRawBufferPointer(rebasing: $0[position..<position + count])
          var offset = 0
          while let header = progress.next(in: piece, from: &offset) {
            #expect(header.type == frames[found].type && header.flags == frames[found].flags)
            #expect(header.length == frames[found].count && header.stream == 0x0102_0304)
            found += 1
          }
        }
        position += count
        #expect(progress.isMidFrame == !boundaries.contains(position))
      }
      #expect(found == frames.count)
      #expect(progress.completed == UInt64(boundaries.count))
    }
  }

  @Test func `a client owes its preface, a server nothing`() {
    #expect(FrameProgress(expectsPreface: true).isMidFrame)
    #expect(!FrameProgress(expectsPreface: false).isMidFrame)
  }
}
