/// The named values that travel before the first and after the last message of a call.
///
/// Order is kept and a name may occur more than once. Names are ASCII, compared without regard to
/// case and stored in lower case. A name that ends in `-bin` holds bytes, every other printable
/// ASCII text. What is in a `Metadata` can always be sent: `append` refuses anything else.
/// An empty value allocates nothing.
public struct Metadata: Sendable, Hashable {
  /// What a name stands for.
  public enum Value: Sendable, Hashable {
    /// Printable ASCII.
    case text(String)
    /// Any bytes; base64 on the wire.
    case binary([UInt8])
  }

  /// One name with one value.
  public struct Entry: Sendable, Hashable {
    /// The name, in lower case.
    public let name: String
    /// The value; binary exactly if the name ends in `-bin`.
    public let value: Value
  }

  private(set) var entries: [Entry] = []

  /// Metadata without entries.
  public init() {}

  /// Whether there is no entry.
  public var isEmpty: Bool { entries.isEmpty }

  /// The number of entries.
  public var count: Int { entries.count }

  /// Adds a text value behind those already there, without the spaces at its ends: no field value may have them
  /// (RFC 9113 §8.2.1).
  ///
  /// - Throws: `INTERNAL` where the name is malformed, reserved or ends in `-bin`, or where the
  ///   value holds anything but printable ASCII.
  public mutating func append(_ name: String, _ value: String) throws(RPCError) {
    let name = try MetadataName.sendable(name)
    guard !MetadataName.isBinary(name) else {
      throw RPCError(.internal, "metadata \(name) takes bytes, because its name ends in -bin")
    }
    guard value.utf8.allSatisfy({ $0 >= 0x20 && $0 <= 0x7e }) else {
      throw RPCError(.internal, "metadata \(name) holds more than printable ASCII; use a -bin name")
    }
    entries.append(Entry(name: name, value: .text(Self.withoutOuterSpaces(value))))
  }

  private static func withoutOuterSpaces(_ text: String) -> String {
    guard text.utf8.first == 0x20 || text.utf8.last == 0x20 else { return text }
    guard let first = text.firstIndex(where: { $0 != " " }), let last = text.lastIndex(where: { $0 != " " })
    else { return "" }
    return String(text[first...last])
  }

  /// Adds a binary value behind those already there.
  ///
  /// - Throws: `INTERNAL` where the name is malformed or reserved, or does not end in `-bin`.
  public mutating func append(_ name: String, binary value: [UInt8]) throws(RPCError) {
    let name = try MetadataName.sendable(name)
    guard MetadataName.isBinary(name) else {
      throw RPCError(.internal, "metadata \(name) takes text; only names in -bin hold bytes")
    }
    entries.append(Entry(name: name, value: .binary(value)))
  }

  /// Adds every entry of `other`.
  public mutating func append(contentsOf other: Metadata) {
    if entries.isEmpty { entries = other.entries } else { entries += other.entries }
  }

  /// These entries with those of `other` behind them.
  func joined(_ other: Metadata) -> Metadata {
    var joined = self
    joined.append(contentsOf: other)
    return joined
  }

  /// Removes every value of `name`.
  ///
  /// - Complexity: O(n) in the entries.
  public mutating func removeAll(named name: String) {
    let name = MetadataName.folded(name)
    entries.removeAll { $0.name == name }
  }

  /// The first text value of `name`.
  public subscript(name: String) -> String? {
    let name = MetadataName.folded(name)
    for entry in entries where entry.name == name {
      if case .text(let text) = entry.value { return text }
    }
    return nil
  }

  /// The first binary value of `name`.
  public subscript(binary name: String) -> [UInt8]? {
    let name = MetadataName.folded(name)
    for entry in entries where entry.name == name {
      if case .binary(let bytes) = entry.value { return bytes }
    }
    return nil
  }

  /// Every text value of `name`, in order.
  public func values(of name: String) -> [String] {
    let name = MetadataName.folded(name)
    return entries.compactMap {
      if $0.name == name, case .text(let text) = $0.value { text } else { nil }
    }
  }

  /// Every binary value of `name`, in order.
  public func binaryValues(of name: String) -> [[UInt8]] {
    let name = MetadataName.folded(name)
    return entries.compactMap {
      if $0.name == name, case .binary(let bytes) = $0.value { bytes } else { nil }
    }
  }
}

extension Metadata: Sequence {
  /// Visits the entries in the order in which they were added or received.
  public func makeIterator() -> IndexingIterator<[Entry]> { entries.makeIterator() }
}

extension Metadata {
  /// Takes back what was added last.
  mutating func removeLast(_ count: Int) { entries.removeLast(count) }

  /// Adds an entry without checking it; for what was received or has been checked.
  mutating func appendUnchecked(name: String, value: Value) {
    entries.append(Entry(name: name, value: value))
  }
}
