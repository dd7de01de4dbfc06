/// What a decoder accepts.
public struct DecodingOptions: Sendable, Hashable {
  /// How deep sub-messages and groups may nest.
  public var maxDepth = 100

  /// The memory that decoding may take for each byte of input, on top of a fixed megabyte.
  public var maxMemoryFactor = 96

  /// The defaults.
  @inlinable
  public init() {}

  /// The defaults.
  public static let `default` = DecodingOptions()
}
