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
      var isInside = false
      for byte in bytes {
        let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
        if !isSpace && !isInside { count += 1 }
        isInside = !isSpace
      }
      return count
    }
  }
}
