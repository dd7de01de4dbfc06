import Compression
import Testing

private let text = Array(String(repeating: "მატიანე chronicle летопись ", count: 500).utf8)

private func inflate(_ bytes: [UInt8], _ format: CompressionFormat, limit: Int = 1 << 20) throws -> [UInt8] {
  try bytes.withUnsafeBytes { try Inflater.inflate($0, format, limit: limit) }
}

private func deflate(_ bytes: [UInt8], _ format: CompressionFormat) -> [UInt8] {
  bytes.withUnsafeBytes { Deflater.deflate($0, format) }
}

@Test(arguments: [CompressionFormat.gzip, .zlib])
func `what is deflated inflates to the same bytes`(format: CompressionFormat) throws {
  for input in [[], [0], text] {
    #expect(try inflate(deflate(input, format), format) == input)
  }
}

/// Sizes around those at which the window grows, and around the largest window.
@Test(arguments: [1, 249, 250, 251, 761, 762, 763, 32_505, 32_506, 32_507, 32_768, 33_000, 100_000])
func `a window made to measure reaches from the end to the beginning`(count: Int) throws {
  var input = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 7) }
  // What repeats at the greatest distance there is.
  let length = min(20, count / 2)
  input.replaceSubrange(count - length..<count, with: input.prefix(length))
  for format in [CompressionFormat.gzip, .zlib] {
    #expect(try inflate(deflate(input, format), format) == input)
  }
}

@Test func `gzip members that follow each other inflate to one text`() throws {
  #expect(try inflate(deflate(text, .gzip) + deflate([1, 2], .gzip), .gzip) == text + [1, 2])
}

@Test(arguments: [1, 100, 1 << 20])
func `zeros behind a gzip member are padding where it is taken, and an error elsewhere`(piece: Int) throws {
  let padded = deflate(text, .gzip) + [UInt8](repeating: 0, count: 1000)
  let inflater = Inflater(.gzip, takesPadding: true)
  var output: [UInt8] = []
  for start in stride(from: 0, to: padded.count, by: piece) {
    try Array(padded[start..<min(start + piece, padded.count)]).withUnsafeBytes {
      try inflater.inflate($0, appendingTo: &output, limit: 1 << 20)
    }
  }
  #expect(output == text && inflater.isComplete)
  #expect(throws: CompressionError.self) { try inflate(padded, .gzip) }
}

@Test func `pieces of any size give the same output`() throws {
  let packed = deflate(text, .gzip)
  for size in [1, 7, 64] {
    let inflater = Inflater(.gzip)
    var output: [UInt8] = []
    for start in stride(from: 0, to: packed.count, by: size) {
      let piece = Array(packed[start..<min(start + size, packed.count)])
      try piece.withUnsafeBytes { try inflater.inflate($0, appendingTo: &output, limit: 1 << 20) }
    }
    #expect(output == text)
    #expect(inflater.isComplete)
  }
}

@Test func `exactly the limit passes and one byte more does not`() throws {
  let packed = deflate(text, .gzip)
  #expect(try inflate(packed, .gzip, limit: text.count) == text)
  let error = #expect(throws: CompressionError.self) { try inflate(packed, .gzip, limit: text.count - 1) }
  #expect(error?.code == .tooLarge)
}

@Test(arguments: [Int.max, .max - 1, .max / 2])
func `a limit that is none is none`(limit: Int) throws {
  #expect(try inflate(deflate(text, .gzip), .gzip, limit: limit) == text)
}

@Test(arguments: [CompressionFormat.gzip, .zlib])
func `by way of other memory the same comes out, or the same is wrong`(format: CompressionFormat) throws {
  func inflate(_ bytes: [UInt8], _ memory: Int) throws -> [UInt8] {
    let scratch = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: memory)
    defer { scratch.deallocate() }
    return try bytes.withUnsafeBytes { try Inflater.inflate($0, format, through: scratch) }
  }
  func code(_ bytes: [UInt8], _ memory: Int) -> CompressionError.Code? {
    #expect(throws: CompressionError.self) { try inflate(bytes, memory) }?.code
  }
  let packed = deflate(text, format)
  for memory in [text.count + 1, text.count + 100, 1 << 20] { #expect(try inflate(packed, memory) == text) }
  #expect(try inflate(deflate([], format), 1) == [])
  for memory in [1, 2, text.count] { #expect(code(packed, memory) == .tooLarge) }
  for length in 0..<packed.count { #expect(code(Array(packed[..<length]), 1 << 20) == .truncated) }
  var damaged = packed
  damaged[packed.count - 1] ^= 1
  #expect(code(damaged, 1 << 20) == .corrupt)
  let twice = packed + packed
  if format == .gzip {
    #expect(try inflate(twice, 2 * text.count + 1) == text + text)
    #expect(code(twice, 2 * text.count) == .tooLarge)
  } else {
    #expect(code(twice, 1 << 20) == .corrupt)
  }
}

@Test func `every truncation is noticed`() {
  let packed = deflate(text, .gzip)
  for length in 0..<packed.count {
    #expect(throws: CompressionError.self) { try inflate(Array(packed[..<length]), .gzip) }
  }
}

@Test func `a flipped byte never passes unnoticed outside the gzip header's free fields`() {
  let packed = deflate(text, .gzip)
  for index in 10..<packed.count {
    var damaged = packed
    damaged[index] ^= 0x41
    #expect(throws: CompressionError.self) { try inflate(damaged, .gzip) }
  }
}
