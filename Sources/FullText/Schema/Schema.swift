/// The fields that an index knows.
///
/// A field is addressed by its place in its own list, so `TextFieldID(0)` is the first text field. Fields may be
/// added at the end of a list and segments written before still open: they simply hold nothing for the new field.
public struct Schema: Sendable, Hashable {
  /// Analysed fields, searched by words.
  public let textFields: [TextField]
  /// Fields of exact values: filtered, counted in facets, looked up.
  public let keywordFields: [KeywordField]
  /// Fields of one optional integer (times, counts): filtered by range, sorted by.
  public let integerFields: [IntegerField]
  /// Every text field's id, in order.
  public let textFieldIDs: [TextFieldID]
  /// The boosts of the text fields.
  let boosts: [Float]

  /// Makes a schema; at most 255 fields of each kind, names unique within a kind.
  public init(textFields: [TextField], keywordFields: [KeywordField], integerFields: [IntegerField]) {
    precondition(textFields.count < 256 && keywordFields.count < 256 && integerFields.count < 256)
    self.textFields = textFields
    self.keywordFields = keywordFields
    self.integerFields = integerFields
    textFieldIDs = textFields.indices.map { TextFieldID($0) }
    boosts = textFields.map(\.boost)
  }

  /// The text field of that name, or nil.
  public func textField(named name: String) -> TextFieldID? {
    textFields.firstIndex { $0.name == name }.map { TextFieldID($0) }
  }

  /// The keyword field of that name, or nil.
  public func keywordField(named name: String) -> KeywordFieldID? {
    keywordFields.firstIndex { $0.name == name }.map { KeywordFieldID($0) }
  }

  /// The integer field of that name, or nil.
  public func integerField(named name: String) -> IntegerFieldID? {
    integerFields.firstIndex { $0.name == name }.map { IntegerFieldID($0) }
  }
}

/// An analysed field.
public struct TextField: Sendable, Hashable {
  /// The name by which queries address it.
  public let name: String
  /// How many times an occurrence in this field counts unless the query says otherwise.
  public let boost: Float
  /// What part of ``BM25/b`` holds for it, from 0 to 1: titles are long for other reasons than texts are.
  public let lengthWeight: Float
  /// Whether positions and forms are kept (needed by phrases and exact matches).
  public let hasPositions: Bool

  /// Describes a text field.
  public init(_ name: String, boost: Float = 1, lengthWeight: Float = 1, hasPositions: Bool = true) {
    self.name = name
    self.boost = boost
    self.lengthWeight = lengthWeight
    self.hasPositions = hasPositions
  }
}

/// A field of exact values, any number a document.
public struct KeywordField: Sendable, Hashable {
  /// The name by which filters address it.
  public let name: String
  /// Whether each document's values can be read back (facets, grouping), beside being found by value.
  public let hasColumn: Bool

  /// Describes a keyword field; without a column (URLs, source ids) it only serves look-ups and filters.
  public init(_ name: String, hasColumn: Bool = true) {
    self.name = name
    self.hasColumn = hasColumn
  }
}

/// A field of one optional 64-bit integer a document.
public struct IntegerField: Sendable, Hashable {
  /// The name by which filters and orders address it.
  public let name: String

  /// Describes an integer field.
  public init(_ name: String) { self.name = name }
}
