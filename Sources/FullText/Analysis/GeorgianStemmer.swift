/// A light stemmer for Georgian.
enum GeorgianStemmer {
  /// The stem of a word in Mkhedruli.
  static func stem(_ word: [UInt8]) -> [UInt8] { word }
}
