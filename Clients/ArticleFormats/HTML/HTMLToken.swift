/// A piece of HTML.
enum HTMLToken: Equatable {
  /// Text with its entities decoded.
  case text([UInt8])
  /// A start tag; names are in small letters.
  case open(String, attributes: [String: String])
  /// An end tag.
  case close(String)
}
