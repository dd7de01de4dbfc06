/// A field mask that is applied to encoded messages, without decoding them.
public struct EncodedFieldMask: Sendable, Hashable {
  /// A field that is kept.
  private struct Field: Sendable, Hashable {
    let number: UInt32
    /// What is kept of its sub-message; nil for all of it.
    let inside: [Field]?
  }

  /// Rising by number.
  private let fields: [Field]

  /// The mask for messages of a type; nil where a path names no field.
  public init?<M: Message>(_ mask: FieldMask, of type: M.Type) {
    guard let fields = Self.fields(FieldTree(mask.paths), M.descriptor) else { return nil }
    self.fields = fields
  }

  private static func fields(_ tree: FieldTree, _ descriptor: MessageDescriptor) -> [Field]? {
    var fields: [Field] = []
    for (name, subtree) in tree.children {
      guard let index = descriptor.index(ofField: name) else { return nil }
      let number = descriptor.fields[index].number
      if subtree.isLeaf {
        fields.append(Field(number: number, inside: nil))
      } else {
        guard let child = descriptor.singularChild(index), let inside = self.fields(subtree, child) else {
          return nil
        }
        fields.append(Field(number: number, inside: inside))
      }
    }
    return fields.sorted { $0.number < $1.number }
  }

  /// The encoding with nothing but the fields that the mask names, in the order they are in; nil where it is no message.
  ///
  /// - Complexity: O(fields + bytes kept), fields of sub-messages counted only where the mask goes into them.
  public func filter(_ encoded: [UInt8]) -> [UInt8]? {
    encoded.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return [] }
      return Self.filter(WireCursor(start, start + bytes.count), fields)
    }
  }

  private static func filter(_ message: WireCursor, _ fields: [Field]) -> [UInt8]? {
    var kept: [UInt8] = []
    var cursor = message
    while !cursor.isAtEnd {
      let start = cursor.start
      guard let tag = cursor.readTag() else { return nil }
      var value = cursor
      guard cursor.skipValue(tag, groupsAllowed: 0) == .skipped else { return nil }
      guard let field = fields.first(where: { $0.number == tag >> 3 }) else { continue }
      if let inside = field.inside {
        guard tag & 7 == 2, let payload = value.readPayload(), let part = filter(payload, inside) else {
          return nil
        }
        append(tag, to: &kept)
        append(UInt32(part.count), to: &kept)
        kept.append(contentsOf: part)
      } else {
        kept.append(contentsOf: UnsafeBufferPointer(start: start, count: cursor.start - start))
      }
    }
    return kept
  }

  private static func append(_ varint: UInt32, to bytes: inout [UInt8]) {
    var rest = varint
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}
