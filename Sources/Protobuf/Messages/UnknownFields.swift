/// Fields that a message type does not know, in their encoded form and the order they came in.
///
/// It can also hold a message's whole encoding (`Message.init(verbatim:)`).
@frozen
public struct UnknownFields: Sendable, Hashable {
  @frozen @usableFromInline
  enum Storage: Sendable, Hashable {
    case none
    case fields([UInt8])
    /// All that there is to the message; what its properties hold does not count.
    case whole([UInt8])
  }

  @usableFromInline var storage: Storage

  /// No fields at all.
  @inlinable
  public init() { storage = .none }

  /// Fields that are already encoded; the bytes must be a sequence of complete fields.
  @inlinable
  public init(encoded: [UInt8]) { storage = encoded.isEmpty ? .none : .fields(encoded) }

  @inlinable
  init(wholeMessage: [UInt8]) { storage = .whole(wholeMessage) }

  /// Tags and values, exactly as they stood on the wire.
  @inlinable
  public var encoded: [UInt8] {
    get {
      switch storage {
      case .none: []
      case .fields(let bytes), .whole(let bytes): bytes
      }
    }
    set { self = UnknownFields(encoded: newValue) }
  }

  /// The message's whole encoding, when it was made from that.
  @inlinable
  public var wholeMessage: [UInt8]? {
    guard case .whole(let bytes) = storage else { return nil }
    return bytes
  }

  /// Whether this is a message's whole encoding.
  @inlinable
  var isWholeMessage: Bool {
    guard case .whole = storage else { return false }
    return true
  }

  /// Whether there are none.
  @inlinable
  public var isEmpty: Bool {
    guard case .none = storage else { return false }
    return true
  }

  /// The occurrences of one field, encoded as they came.
  ///
  /// - Complexity: O(size).
  func fields(_ number: UInt32) -> [UInt8] {
    var result: [UInt8] = []
    encoded.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return }
      var cursor = WireCursor(start, start + bytes.count)
      while !cursor.isAtEnd {
        let fieldStart = cursor.start
        guard let tag = cursor.readTag(), cursor.skipValue(tag, groupsAllowed: .max) == .skipped else {
          return
        }
        guard tag >> 3 == number else { continue }
        result.append(contentsOf: UnsafeBufferPointer(start: fieldStart, count: cursor.start - fieldStart))
      }
    }
    return result
  }
}
