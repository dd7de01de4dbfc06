import Glibc

/// The analysed words of queries: a search wants each several times, for its synonyms, for how other scripts spell it and to look
/// it up, and words come back from search to search.
///
/// Belongs to one searcher, so to one thread.
final class QueryWords {
  /// Bytes of the longest text that is kept: a phrase of some words, of three bytes a letter, too.
  static let longestText = 192
  /// How many places there are for texts, of which each may stand in `ways` neighbours.
  private static let placeCount = 1 << 15
  private static let ways = 4
  /// Bytes of all texts together that are kept; their words take some fifty times as much.
  static let keptBytes = 1 << 18
  private static let wordBytesPerByte = 50

  /// Where dictionaries have the terms of the words.
  let terms = KnownTerms()
  private let analyzer: TextAnalyzer
  private var languages: [Language] = []
  @exclusivity(unchecked) private var places = [Known?](repeating: nil, count: placeCount)
  /// Bytes of the texts that are kept.
  @exclusivity(unchecked) private(set) var byteCount = 0

  /// About what the words of queries take, and what is known of them.
  var memoryBytes: Int {
    places.count * MemoryLayout<Known?>.stride + byteCount * Self.wordBytesPerByte + terms.memoryBytes
  }

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
      forget()
    }
    var text = text
    return text.withUTF8 { bytes in
      let first = Self.place(bytes)
      for place in first..<first + Self.ways {
        if let known = places[place], Self.equal(known.text, bytes) { return known.words }
      }
      let words = analyzer.queryWords(bytes, languages: languages)
      keep(Known(text: Array(bytes), words: words), at: first)
      return words
    }
  }

  /// Keeps a text in one of its places, the first where none is free: a text that is asked for often is soon back.
  private func keep(_ known: Known, at first: Int) {
    if byteCount > Self.keptBytes { forget() }
    let place = (first..<first + Self.ways).first { places[$0] == nil } ?? first
    byteCount += known.text.count - (places[place]?.text.count ?? 0)
    places[place] = known
  }

  private func forget() {
    places = [Known?](repeating: nil, count: Self.placeCount)
    byteCount = 0
  }

  private static func equal(_ text: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    text.count == bytes.count && (bytes.isEmpty || memcmp(text, bytes.baseAddress!, bytes.count) == 0)
  }

  /// The first place of a text, by FNV-1a. Whoever makes texts share their places has them analysed again, which is no more than
  /// anyone can ask for.
  private static func place(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Int(truncatingIfNeeded: (hash ^ hash >> 32) & UInt64(placeCount - ways))
  }
}
