internal import CProtobufC
import Glibc

/// A view of an unpacked C struct, from which a generated message reads its fields by slot.
///
/// Valid only during the call that it is given to; it does no checks, since libprotobuf-c has filled the struct by the
/// message's own descriptor.
@frozen
public struct MessageReader {
  @usableFromInline let base: UnsafeRawPointer

  @usableFromInline
  init(_ base: UnsafeRawPointer) { self.base = base }

  /// The value word of a slot.
  @inlinable
  func value<T>(_ slot: Int, as type: T.Type = T.self) -> T {
    base.load(fromByteOffset: Slot.valueOffset(slot), as: type)
  }

  /// The number of values of a repeated field.
  @inlinable
  func count(_ slot: Int) -> Int { base.load(fromByteOffset: Slot.offset(slot), as: Int.self) }

  /// Whether an optional field is present.
  @inlinable
  public func has(_ slot: Int) -> Bool { base.load(fromByteOffset: Slot.offset(slot), as: Int32.self) != 0 }

  /// The number of the oneof's member that is set, or 0.
  @inlinable
  public func member(_ slot: Int) -> UInt32 { base.load(fromByteOffset: Slot.offset(slot), as: UInt32.self) }

  /// A signed 32-bit field of any encoding.
  @inlinable
  public func int32(_ slot: Int) -> Int32 { value(slot) }

  /// A signed 64-bit field of any encoding.
  @inlinable
  public func int64(_ slot: Int) -> Int64 { value(slot) }

  /// An unsigned 32-bit field of any encoding.
  @inlinable
  public func uint32(_ slot: Int) -> UInt32 { value(slot) }

  /// An unsigned 64-bit field of any encoding.
  @inlinable
  public func uint64(_ slot: Int) -> UInt64 { value(slot) }

  /// A float field.
  @inlinable
  public func float(_ slot: Int) -> Float { value(slot) }

  /// A double field.
  @inlinable
  public func double(_ slot: Int) -> Double { value(slot) }

  /// A bool field.
  @inlinable
  public func bool(_ slot: Int) -> Bool { value(slot, as: UInt64.self) != 0 }

  /// An enum field.
  @inlinable
  public func enumeration<E: OpenEnum>(_ slot: Int, as type: E.Type = E.self) -> E {
    E(rawValue: value(slot, as: Int32.self))
  }

  /// A string field.
  ///
  /// - Throws: `DecodingError` when it is not UTF-8.
  @inlinable
  public func string(_ slot: Int) throws(DecodingError) -> String {
    let bytes = bytes(inSlot: slot)
    return bytes.isEmpty ? "" : try decodeString(bytes, slot)
  }

  /// A bytes field.
  @inlinable
  public func bytes(_ slot: Int) -> [UInt8] { Array(bytes(inSlot: slot)) }

  /// A sub-message, or nil when it is absent.
  ///
  /// - Throws: what reading the sub-message throws.
  @inlinable
  public func message<M: Message>(_ slot: Int, as type: M.Type = M.self) throws(DecodingError) -> M? {
    guard let pointer = value(slot, as: UnsafeRawPointer?.self) else { return nil }
    return try M(reading: MessageReader(pointer))
  }

  /// The fields that the type does not know.
  @inlinable
  public var unknownFields: UnknownFields {
    base.load(fromByteOffset: 8, as: UInt32.self) == 0 ? UnknownFields() : collectUnknownFields()
  }

  /// Whether there are fields that the type does not know.
  var hasUnknownFields: Bool { base.load(fromByteOffset: 8, as: UInt32.self) != 0 }

  @inlinable
  func bytes(inSlot slot: Int) -> UnsafeBufferPointer<UInt8> {
    let count = value(slot, as: Int.self)
    let start = base.load(fromByteOffset: Slot.valueOffset(slot) + 8, as: UnsafePointer<UInt8>?.self)
    return UnsafeBufferPointer(start: start, count: count)
  }

  @usableFromInline
  func decodeString(_ bytes: UnsafeBufferPointer<UInt8>, _ slot: Int) throws(DecodingError) -> String {
    // Repairs what is not UTF-8 and compares: the initialiser that validates costs several times as much.
    let string = String(decoding: bytes, as: UTF8.self)
    guard string.utf8.elementsAreStored(in: bytes) else {
      let descriptor = MessageDescriptor.of(base)
      let member = member(slot)
      let field =
        descriptor.fields.first { $0.oneof != nil && $0.number == member } ?? descriptor.field(inSlot: slot)
      throw DecodingError(.invalidUTF8, "\(descriptor.name).\(field?.name ?? "") is not valid UTF-8")
    }
    return string
  }

  @usableFromInline
  func collectUnknownFields() -> UnknownFields {
    let message = base.assumingMemoryBound(to: ProtobufCMessage.self).pointee
    var encoded: [UInt8] = []
    for field in UnsafeBufferPointer(start: message.unknown_fields, count: Int(message.n_unknown_fields)) {
      let data = UnsafeBufferPointer(start: field.data, count: field.len)
      if field.tag == WireNormalizer.bundleNumber {
        var cursor = WireCursor(data.baseAddress!, data.baseAddress! + data.count)
        if let payload = cursor.readPayload() {
          encoded.append(contentsOf: UnsafeBufferPointer(start: payload.start, count: payload.count))
        }
      } else {
        encoded.appendVarint(UInt64(field.tag) << 3 | UInt64(field.wire_type.rawValue))
        encoded.append(contentsOf: data)
      }
    }
    return UnknownFields(encoded: encoded)
  }
}

extension [UInt8] {
  mutating func appendVarint(_ value: UInt64) {
    var value = value
    while value >= 0x80 {
      append(UInt8(truncatingIfNeeded: value) | 0x80)
      value >>= 7
    }
    append(UInt8(value))
  }
}

extension String.UTF8View {
  /// Whether these are the bytes.
  fileprivate func elementsAreStored(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count == bytes.count else { return false }
    guard count > 0 else { return true }
    return withContiguousStorageIfAvailable { memcmp($0.baseAddress!, bytes.baseAddress!, bytes.count) == 0 }
      ?? elementsEqual(bytes)
  }
}
