/// How JSON is read.
public struct JSONDecodingOptions: Sendable, Hashable {
  /// Whether fields and enum names that the message does not know are passed over instead of refused.
  public var ignoresUnknown = false

  /// How deep objects and arrays may nest.
  public var maxDepth = 100

  /// The memory that reading may take for each byte of input, on top of a fixed megabyte.
  public var maxMemoryFactor = 256

  /// The defaults.
  public init() {}
}

/// How JSON is written.
public struct JSONEncodingOptions: Sendable, Hashable {
  /// Whether the text is broken into indented lines.
  public var pretty = false

  /// Whether fields are named as in the `.proto` file instead of in lowerCamelCase.
  public var usesProtoNames = false

  /// Whether enum values are written as numbers.
  public var enumsAsNumbers = false

  /// Whether fields without presence are written at their default, too.
  public var includesDefaults = false

  /// The defaults.
  public init() {}
}
