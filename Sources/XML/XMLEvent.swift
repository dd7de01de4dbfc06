/// What a reader of XML meets, in the order of the text.
public struct XMLEvent: Hashable, Sendable {
  /// What it is.
  public enum Kind: Hashable, Sendable {
    /// An element begins. Names are as they are written, with their prefix: `wp:post_id`.
    case start(name: String, attributes: [String: String])
    /// The element that began last and has not ended ends.
    case end(name: String)
    /// A piece of text; what stands in one element may come in several.
    case text(String)
  }

  /// What it is.
  public let kind: Kind
  /// The line on which it begins, counted from 1.
  public let line: Int

  /// Describes an event.
  public init(_ kind: Kind, line: Int) {
    self.kind = kind
    self.line = line
  }
}
