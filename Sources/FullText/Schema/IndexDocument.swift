/// One document as the index takes it: what to store and what to find it by.
public struct IndexDocument: Sendable {
  /// One value of a text field.
  public struct Text: Sendable {
    /// The field that the text belongs to.
    public var field: TextFieldID
    /// The language as which the text is analysed.
    public var language: Language
    /// The text.
    public var text: String

    /// Makes a text value.
    public init(_ field: TextFieldID, language: Language, _ text: String) {
      self.field = field
      self.language = language
      self.text = text
    }

    /// Makes a text value from a BCP-47 tag; empty when the language is unknown.
    public init(_ field: TextFieldID, language: String, _ text: String) {
      self.init(field, language: Language(tag: language), text)
    }
  }

  /// One value of a keyword field.
  public struct Keyword: Sendable {
    /// The field that the value belongs to.
    public var field: KeywordFieldID
    /// The exact value; at most `Limits.keywordBytes` UTF-8 bytes.
    public var value: String

    /// Makes a keyword value.
    public init(_ field: KeywordFieldID, _ value: String) {
      self.field = field
      self.value = value
    }
  }

  /// The value of an integer field.
  public struct Integer: Sendable {
    /// The field that the value belongs to.
    public var field: IntegerFieldID
    /// The value.
    public var value: Int64

    /// Makes an integer value.
    public init(_ field: IntegerFieldID, _ value: Int64) {
      self.field = field
      self.value = value
    }
  }

  /// Identifies the document in the whole index; a later document with the same key replaces it.
  public var key: [UInt8]
  /// Stored and given back verbatim.
  public var payload: [UInt8]
  /// Text values in order; a field may have several, kept apart by a gap of positions.
  public var texts: [Text]
  /// Keyword values; a repeated value counts once.
  public var keywords: [Keyword]
  /// Integer values; of several for one field the last counts.
  public var integers: [Integer]

  /// Makes a document.
  public init(
    key: [UInt8], payload: [UInt8], texts: [Text] = [], keywords: [Keyword] = [], integers: [Integer] = []
  ) {
    self.key = key
    self.payload = payload
    self.texts = texts
    self.keywords = keywords
    self.integers = integers
  }
}
