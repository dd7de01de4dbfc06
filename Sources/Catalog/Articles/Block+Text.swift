import ArticleAPI

extension Block {
  /// The text of a block as it is indexed: offsets of highlights count its UTF-8 bytes.
  ///
  /// Items of a list are joined by line breaks; a link list is its title and the links' titles, a line each.
  public var text: String {
    switch content {
    case .paragraph(let paragraph): paragraph.text
    case .heading(let heading): heading.text
    case .quote(let quote): quote.text
    case .list(let list): list.items.joined(separator: "\n")
    case .linkList(let list): ([list.title] + list.links.map(\.title)).joined(separator: "\n")
    case .image(let image): image.caption
    case .embed(let embed): embed.fallbackText
    case nil: ""
    }
  }

  /// Whether the text names other stories rather than telling this one.
  public var isLinkList: Bool {
    if case .linkList? = content { true } else { false }
  }
}

extension Block {
  /// Names and addresses of articles that it links to.
  var links: [String] {
    switch content {
    case .linkList(let list): list.links.flatMap { [$0.article, $0.url] }
    case .paragraph(let paragraph): paragraph.links.map(\.url)
    default: []
    }
  }
}

extension Article {
  /// How many words a title and the texts of blocks have: runs between white space.
  static func words(title: String, _ passages: [TextFacts.Passage]) -> Int32 {
    Int32(clamping: passages.reduce(words(in: title)) { $0 + words(in: $1.text) })
  }

  private static func words(in text: String) -> Int {
    var text = text
    return text.withUTF8 { words(in: UnsafeRawBufferPointer($0)) }
  }

  /// Sixteen bytes, in two integers.
  private typealias Bytes = SIMD2<UInt64>

  /// Counts the bytes that are no white space and stand at the beginning or behind white space.
  private static func words(in bytes: UnsafeRawBufferPointer) -> Int {
    guard let first = bytes.first else { return 0 }
    var count = isWhiteSpace(first) ? 0 : 1
    var index = 1
    while index + 16 <= bytes.count {
      // Each byte of it counts at most one word a step, so that it holds 255 steps.
      var beginnings = Bytes()
      let end = min(bytes.count, index + 255 * 16)
      while index + 16 <= end {
        let own = whiteSpace(in: bytes.loadUnaligned(fromByteOffset: index, as: Bytes.self))
        let before = whiteSpace(in: bytes.loadUnaligned(fromByteOffset: index - 1, as: Bytes.self))
        beginnings &+= (before & ~own) &>> 7
        index += 16
      }
      count += sumOfBytes(beginnings[0]) + sumOfBytes(beginnings[1])
    }
    while index < bytes.count {
      if !isWhiteSpace(bytes[index]), isWhiteSpace(bytes[index - 1]) { count += 1 }
      index += 1
    }
    return count
  }

  private static let highBits: UInt64 = 0x8080_8080_8080_8080
  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// U+0020 or U+0009 to U+000D.
  private static func isWhiteSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }

  /// The highest bit of each byte that is white space.
  @inline(__always)
  private static func whiteSpace(in bytes: Bytes) -> Bytes {
    let low = bytes & ~highBits
    // A sum reaches the highest bit of its byte where the byte is large enough, and never the byte above.
    let isNotBlank = (low ^ 0x20 * ones) &+ 0x7F * ones
    let isAtLeast9 = low &+ (0x80 - 0x09) * ones
    let isAtLeast14 = low &+ (0x80 - 0x0E) * ones
    return (~isNotBlank | isAtLeast9 & ~isAtLeast14) & ~bytes & highBits
  }

  private static func sumOfBytes(_ bytes: UInt64) -> Int {
    let pairs = bytes & 0x00FF_00FF_00FF_00FF &+ bytes >> 8 & 0x00FF_00FF_00FF_00FF
    return Int((pairs &* 0x0001_0001_0001_0001) >> 48)
  }
}
