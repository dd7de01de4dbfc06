/// A completion of what a user is typing.
public struct Suggestion: Sendable, Hashable {
  /// The completed word.
  public var text: String
  /// How many documents that are not deleted hold it.
  public var documentFrequency: Int
}

/// What completions are wanted.
public struct SuggestPlan: Sendable, Hashable {
  /// What has been typed.
  public var prefix: String
  /// The text fields whose words are completions.
  public var textFields: [TextFieldID]
  /// How many completions are wanted.
  public var limit: Int
  /// Whether words of text fields are given as stems, as the dictionary holds them, where these complete the text, or as the
  /// form most often written of those that do.
  public var givesStems: Bool
  /// Whether one typing error in what has been typed is forgiven when too few words start with it.
  public var allowsTypo: Bool
  /// The languages in which the typed text is normalised.
  public var languages: [Language]

  /// Asks for completions of a text.
  public init(_ prefix: String, textFields: [TextFieldID], limit: Int = 10) {
    self.prefix = prefix
    self.textFields = textFields
    self.limit = limit
    givesStems = false
    allowsTypo = true
    languages = [.english, .georgian, .russian]
  }
}
