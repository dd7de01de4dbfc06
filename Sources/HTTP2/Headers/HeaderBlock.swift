/// A received header list, as a view of the session's decode buffer.
///
/// Valid only during the callback that it is handed to: copy what has to last. Reading it allocates nothing.
public struct HeaderBlock: RandomAccessCollection {
  /// One field: the bytes as they were sent, names in lower case (the session refuses others).
  public struct Field {
    /// The name; pseudo-headers begin with a colon.
    public let name: UnsafeRawBufferPointer
    /// The value, without leading or trailing white space (the session refuses those).
    public let value: UnsafeRawBufferPointer
  }

  struct Entry {
    var offset: UInt32
    var nameCount: UInt32
    var valueCount: UInt32
  }

  let bytes: UnsafeRawPointer
  let entries: UnsafeBufferPointer<HeaderDecodeBuffer.Entry>

  /// The list was larger than the advertised limit; only its beginning is here.
  public let isTruncated: Bool
  /// The same for two request header lists of a session only if they say the same, word for word.
  public let serial: UInt64

  /// Zero.
  public var startIndex: Int { 0 }
  /// The number of fields.
  public var endIndex: Int { entries.count }

  /// The field at a position, in the order received.
  ///
  /// - Complexity: O(1).
  @inline(__always)
  public subscript(position: Int) -> Field {
    let entry = entries[position].field
    let start = bytes + Int(entry.offset)
    return Field(
      name: UnsafeRawBufferPointer(start: start, count: Int(entry.nameCount)),
      value: UnsafeRawBufferPointer(start: start + Int(entry.nameCount), count: Int(entry.valueCount)))
  }

  /// The value of the first field of a name, as text; for tests and rare paths.
  ///
  /// - Complexity: O(fields).
  public func firstValue(of name: String) -> String? {
    for field in self where field.name.elementsEqual(name.utf8) {
      return String(decoding: field.value, as: UTF8.self)
    }
    return nil
  }

  /// All fields as text, in order; for tests and logs.
  public var texts: [(name: String, value: String)] {
    map { (String(decoding: $0.name, as: UTF8.self), String(decoding: $0.value, as: UTF8.self)) }
  }
}
