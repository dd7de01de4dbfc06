/// A field mask that is applied to encoded messages, without decoding them.
///
/// It knows fields of the message only, no path that goes deeper.
public struct EncodedFieldMask: Sendable, Hashable {
  private let numbers: [UInt32]

  /// The mask for messages of a type; nil where a path goes below their own fields, or names none.
  public init?<M: Message>(_ mask: FieldMask, of type: M.Type) {
    var numbers: [UInt32] = []
    for path in mask.paths {
      guard let index = M.descriptor.index(ofField: path[...]) else { return nil }
      numbers.append(M.descriptor.fields[index].number)
    }
    self.numbers = numbers
  }

  /// The encoding with nothing but the fields that the mask names, in the order they are in; nil where it is no message.
  ///
  /// - Complexity: O(fields + bytes kept).
  public func filter(_ encoded: [UInt8]) -> [UInt8]? {
    encoded.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return [] }
      var kept: [UInt8] = []
      var cursor = WireCursor(start, start + bytes.count)
      while !cursor.isAtEnd {
        let field = cursor.start
        guard let tag = cursor.readTag(), cursor.skipValue(tag, groupsAllowed: 0) == .skipped else {
          return nil
        }
        if numbers.contains(tag >> 3) {
          kept.append(contentsOf: UnsafeBufferPointer(start: field, count: cursor.start - field))
        }
      }
      return kept
    }
  }
}
