/// A YAML document that is one flat mapping: every value is a scalar or a list of scalars.
///
/// Scalars stay text, so that none of YAML's own readings (`no`, `1e3`, `0x10`) gets between file and program.
public struct YAMLMapping: Sendable, Hashable {
  /// The value of a key.
  public enum Value: Sendable, Hashable {
    /// One scalar.
    case scalar(String)
    /// A sequence of scalars, in either of YAML's notations.
    case list([String])
  }

  /// A key and its value.
  public struct Entry: Sendable, Hashable {
    /// The key.
    public let key: String
    /// Its value.
    public let value: Value
    /// The line of the key, counted from 1.
    public let line: Int
  }

  /// The largest text that is read, in bytes.
  public static let maxBytes = 1 << 20

  /// The entries in the order of the text; keys may occur twice.
  public let entries: [Entry]

  /// Reads a document; an empty one has no entries.
  ///
  /// - Throws: `YAMLError` for text that is no YAML, is not such a mapping, or is over `maxBytes`.
  public init(_ text: [UInt8]) throws(YAMLError) {
    guard text.count <= Self.maxBytes else {
      throw YAMLError(line: 1, message: "expected at most \(Self.maxBytes) bytes, found \(text.count)")
    }
    let events = YAMLEvents(text)
    entries = try Self.document(events)
  }

  private static func document(_ events: YAMLEvents) throws(YAMLError) -> [Entry] {
    try events.skip(.streamStart)
    if try events.next().kind == .streamEnd { return [] }
    let root = try events.next()
    var entries: [Entry] = []
    switch root.kind {
    case .mappingStart: entries = try mapping(events)
    case .scalar("", isQuoted: false): break
    default: throw YAMLError(line: root.line, message: "expected keys with values, found \(root.kind.words)")
    }
    try events.skip(.documentEnd)
    let end = try events.next()
    guard end.kind == .streamEnd else {
      throw YAMLError(line: end.line, message: "expected one document, found a second one")
    }
    return entries
  }

  private static func mapping(_ events: YAMLEvents) throws(YAMLError) -> [Entry] {
    var entries: [Entry] = []
    while true {
      let event = try events.next()
      if event.kind == .mappingEnd { return entries }
      guard case .scalar(let key, _) = event.kind, !key.isEmpty else {
        throw YAMLError(line: event.line, message: "expected a key, found \(event.kind.words)")
      }
      entries.append(Entry(key: key, value: try value(of: key, events), line: event.line))
    }
  }

  private static func value(of key: String, _ events: YAMLEvents) throws(YAMLError) -> Value {
    let event = try events.next()
    switch event.kind {
    case .scalar("", isQuoted: false):
      throw YAMLError(line: event.line, message: "\(key): expected a value, found nothing")
    case .scalar(let text, _): return .scalar(text)
    case .sequenceStart: return .list(try list(of: key, events))
    default:
      throw YAMLError(line: event.line, message: "\(key): expected text or a list, found \(event.kind.words)")
    }
  }

  private static func list(of key: String, _ events: YAMLEvents) throws(YAMLError) -> [String] {
    var items: [String] = []
    while true {
      let event = try events.next()
      if event.kind == .sequenceEnd { return items }
      guard case .scalar(let text, _) = event.kind else {
        throw YAMLError(
          line: event.line, message: "\(key): expected a list of texts, found \(event.kind.words)")
      }
      items.append(text)
    }
  }
}
