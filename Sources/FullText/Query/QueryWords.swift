import Glibc

/// The analysed words of queries: a search wants each several times, for its synonyms, for how other scripts spell it and to look
/// it up, and words come back from search to search.
///
/// Belongs to one searcher, so to one thread.
final class QueryWords {
  /// Bytes of the longest text that is kept: a phrase of some words, of three bytes a letter, too.
  static let longestText = 192
  /// How many places there are for texts; of those that share one, the latest is kept.
  private static let placeCount = 8192

  private let analyzer: TextAnalyzer
  private var languages: [Language] = []
  @exclusivity(unchecked) private var places = [Known?](repeating: nil, count: placeCount)

  /// A text and its words. Texts are told apart by their bytes: strings are normalised to be compared.
  private struct Known {
    let text: [UInt8]
    let words: [QueryWord]
  }

  init(_ analyzer: TextAnalyzer) { self.analyzer = analyzer }

  /// The words of a piece of query text; see ``TextAnalyzer/queryWords(_:languages:)``.
  func of(_ text: String, languages: [Language]) -> [QueryWord] {
    guard text.utf8.count <= Self.longestText else {
      return analyzer.queryWords(text, languages: languages)
    }
    if languages != self.languages {
      self.languages = languages
      places = [Known?](repeating: nil, count: Self.placeCount)
    }
    var text = text
    return text.withUTF8 { bytes in
      let place = Self.place(bytes)
      if let known = places[place], known.text.count == bytes.count,
        bytes.isEmpty || memcmp(known.text, bytes.baseAddress!, bytes.count) == 0
      {
        return known.words
      }
      let words = analyzer.queryWords(String(decoding: bytes, as: UTF8.self), languages: languages)
      places[place] = Known(text: Array(bytes), words: words)
      return words
    }
  }

  /// FNV-1a. Whoever makes texts share a place has them analysed again, which is no more than anyone can ask for.
  private static func place(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Int(truncatingIfNeeded: (hash ^ hash >> 32) & UInt64(placeCount - 1))
  }
}
