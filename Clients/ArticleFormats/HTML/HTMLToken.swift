/// A piece of HTML.
enum HTMLToken: Equatable {
  /// Text with its entities replaced; white space as it stands.
  case text([UInt8])
  /// The beginning of an element, its name and those of its attributes in lower case.
  case start(name: String, attributes: [String: String])
  /// The end of an element, its name in lower case.
  case end(name: String)
}
