import CStemmer

/// One handle of libstemmer; not thread-safe, so each analyzer owns its own.
final class SnowballStemmer {
  private let handle: OpaquePointer

  /// Nil when libstemmer has no algorithm of that name.
  init?(_ algorithm: String) {
    guard let handle = sb_stemmer_new(algorithm, "UTF_8") else { return nil }
    self.handle = handle
  }

  deinit { sb_stemmer_delete(handle) }

  /// The stem of a word in lower case.
  func stem(_ word: [UInt8]) -> [UInt8] {
    guard let stem = sb_stemmer_stem(handle, word, Int32(word.count)) else { return word }
    return Array(UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(handle))))
  }
}
