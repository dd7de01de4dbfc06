/// One text in which matches are to be marked: a title, a paragraph.
public struct HighlightText: Sendable {
  /// The text field that the text was indexed in.
  public var field: TextFieldID
  /// BCP-47 tag of the text's language.
  public var language: String
  /// The text.
  public var text: String

  /// Makes a text to be marked.
  public init(_ field: TextFieldID, language: String, _ text: String) {
    self.field = field
    self.language = language
    self.text = text
  }
}

/// How many fragments of which length are wanted.
public struct HighlightOptions: Sendable, Hashable {
  /// The most fragments given, over all texts.
  public var maxFragments: Int
  /// About how long a fragment is, in UTF-8 bytes; no longer unless a single word is.
  public var fragmentBytes: Int

  /// Makes options.
  public init(maxFragments: Int = 3, fragmentBytes: Int = 240) {
    self.maxFragments = maxFragments
    self.fragmentBytes = fragmentBytes
  }
}

/// A piece of a text with its marked words.
public struct HighlightFragment: Sendable, Hashable {
  /// Index of the text among those given.
  public var text: Int
  /// The piece, as UTF-8 byte offsets into the text; starts and ends between words.
  public var range: Range<Int>
  /// The words that match, rising, as UTF-8 byte offsets into the text.
  public var spans: [Range<Int>]
  /// What the piece is worth: the weights of the different words of the query found in it.
  public var score: Double
}
