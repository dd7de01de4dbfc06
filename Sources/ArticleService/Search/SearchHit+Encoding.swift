import ArticleAPI

extension ArticleAPI.SearchHit {
  /// A hit to be sent: an article as it is stored, then the fields of `rest`, in which there is none.
  ///
  /// The article's bytes are copied once, and what most hits have beside it, a score and a language, is put down here without
  /// filling a struct to be packed.
  init(encodedArticle: UnsafeRawBufferPointer, _ rest: ArticleAPI.SearchHit) {
    var more = rest
    more.score = 0
    more.matchedLanguage = ""
    let isPlain = more.editions.isEmpty && more.highlights.isEmpty && more.duplicates.isEmpty
    var bytes: [UInt8] = []
    bytes.reserveCapacity(encodedArticle.count + rest.matchedLanguage.utf8.count + 32)
    bytes.append(field: 1, encodedArticle)
    bytes.append(field: 2, rest.score)
    if !rest.matchedLanguage.isEmpty {
      var language = rest.matchedLanguage
      language.withUTF8 { bytes.append(field: 3, UnsafeRawBufferPointer($0)) }
    }
    if !isPlain { bytes += more.serialized() }
    self.init(verbatim: bytes)
  }
}

extension [UInt8] {
  /// Appends a field of bytes.
  fileprivate mutating func append(field number: UInt8, _ value: UnsafeRawBufferPointer) {
    append(number << 3 | 2)
    var length = value.count
    while length >= 0x80 {
      append(UInt8(truncatingIfNeeded: length) | 0x80)
      length >>= 7
    }
    append(UInt8(length))
    append(contentsOf: value)
  }

  /// Appends a field of a double that is not zero.
  fileprivate mutating func append(field number: UInt8, _ value: Double) {
    guard value != 0 else { return }
    append(number << 3 | 1)
    Swift.withUnsafeBytes(of: value.bitPattern.littleEndian) { append(contentsOf: $0) }
  }
}
