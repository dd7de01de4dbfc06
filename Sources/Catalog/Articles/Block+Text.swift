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

extension Article {
  /// How many words title and blocks have: runs between white space.
  var countedWords: Int32 {
    var count = Self.words(in: title)
    for block in blocks { count += Self.words(in: block.text) }
    return Int32(clamping: count)
  }

  private static func words(in text: String) -> Int {
    var text = text
    return text.withUTF8 { bytes in
      var count = 0
      // Whether the byte before is white space, as the beginning counts as, in the lowest byte's flag.
      var before: UInt64 = 0x80
      func take(_ eight: UInt64) {
        let spaces = whiteSpace(in: UInt64(littleEndian: eight))
        count += (~spaces & (spaces << 8 | before) & highBits).nonzeroBitCount
        before = spaces >> 56
      }
      let raw = UnsafeRawBufferPointer(bytes)
      var index = 0
      while index + 8 <= raw.count {
        take(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        index += 8
      }
      if index < raw.count {
        // What is missing of the last eight bytes counts as blanks.
        var rest: UInt64 = 0x2020_2020_2020_2020
        for place in 0..<raw.count - index { rest ^= UInt64(raw[index + place] ^ 0x20) << UInt64(8 * place) }
        take(UInt64(littleEndian: rest))
      }
      return count
    }
  }

  private static let highBits: UInt64 = 0x8080_8080_8080_8080
  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// The highest bit of each of eight bytes that is white space: U+0020 or U+0009 to U+000D.
  private static func whiteSpace(in bytes: UInt64) -> UInt64 {
    let low = bytes & ~highBits
    // A sum reaches the highest bit of its byte where the byte is large enough, and never the byte above.
    let isNotBlank = (low ^ 0x20 * ones) &+ 0x7F * ones
    let isAtLeast9 = low &+ (0x80 - 0x09) * ones
    let isAtLeast14 = low &+ (0x80 - 0x0E) * ones
    return (~isNotBlank | isAtLeast9 & ~isAtLeast14) & ~bytes & highBits
  }
}
