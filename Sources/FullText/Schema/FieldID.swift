/// The place of a text field in its schema.
public struct TextFieldID: Sendable, Hashable, Comparable {
  /// Index into `Schema.textFields`.
  public let index: Int

  /// Wraps an index into `Schema.textFields`.
  public init(_ index: Int) { self.index = index }

  /// Orders by place in the schema.
  public static func < (a: Self, b: Self) -> Bool { a.index < b.index }
}

/// The place of a keyword field in its schema.
public struct KeywordFieldID: Sendable, Hashable, Comparable {
  /// Index into `Schema.keywordFields`.
  public let index: Int

  /// Wraps an index into `Schema.keywordFields`.
  public init(_ index: Int) { self.index = index }

  /// Orders by place in the schema.
  public static func < (a: Self, b: Self) -> Bool { a.index < b.index }
}

/// The place of an integer field in its schema.
public struct IntegerFieldID: Sendable, Hashable, Comparable {
  /// Index into `Schema.integerFields`.
  public let index: Int

  /// Wraps an index into `Schema.integerFields`.
  public init(_ index: Int) { self.index = index }

  /// Orders by place in the schema.
  public static func < (a: Self, b: Self) -> Bool { a.index < b.index }
}
