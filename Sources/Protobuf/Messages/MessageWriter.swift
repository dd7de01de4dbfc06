internal import CProtobufC
import Glibc

/// A C struct being filled, into which a generated message copies its fields by slot.
///
/// Valid only during the call that it is given to. Everything copied lies in the thread's arena until the message is
/// packed; a struct that is only to be packed points to long strings and bytes where they are. The methods that take an
/// optional note the value's presence; nil leaves the field absent.
@frozen
public struct MessageWriter {
  @usableFromInline let base: UnsafeMutableRawPointer
  @usableFromInline let arena: UnsafeMutableRawPointer
  /// Whether the struct is only to be packed: verbatim messages stay what they are, and what the message stores at an
  /// address of its own is not copied, since the message outlives the packing.
  @usableFromInline let splices: Bool
  /// A bit for each slot that holds something to be packed; slots from 64 on have none.
  @usableFromInline var present: UInt64 = 0
  /// The member of the oneof that was selected last.
  @usableFromInline var member: UInt32 = 0

  /// A struct for a message of this type; zeroed unless its absent fields will not be looked at.
  @usableFromInline
  init(_ descriptor: MessageDescriptor, in arena: UnsafeMutableRawPointer, splicing: Bool = false) {
    self.arena = arena
    splices = splicing
    base = MessageWriter.allocate(descriptor.structBytes, in: arena)
    if splicing, descriptor.presentFields != nil {
      base.storeBytes(of: (nil, 0, nil), as: (UnsafeRawPointer?, Int, UnsafeRawPointer?).self)
    } else {
      memset(base, 0, descriptor.structBytes)
    }
    setTable(descriptor.table)
  }

  private func setTable(_ table: UnsafePointer<ProtobufCMessageDescriptor>) {
    base.storeBytes(of: table, as: UnsafePointer<ProtobufCMessageDescriptor>.self)
  }

  /// The struct of a message that was written, to be walked by its table.
  @usableFromInline
  func finish(_ descriptor: MessageDescriptor) -> UnsafeMutableRawPointer {
    if splices, let fields = descriptor.presentFields {
      setTable(fields.pointee.table(of: present, member, in: arena))
    }
    return base
  }

  @usableFromInline
  static func allocate(_ bytes: Int, in arena: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer {
    guard let memory = matiane_arena_allocate(arena.assumingMemoryBound(to: matiane_arena.self), bytes) else {
      preconditionFailure("out of memory while encoding")
    }
    return memory
  }

  /// Memory that does not count for `Packing.bound`, since nothing of it is packed.
  static func allocateUncounted(_ bytes: Int, in arena: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer {
    let memory = allocate(bytes, in: arena)
    note(-((bytes + 7) & ~7), in: arena)
    return memory
  }

  @inlinable
  func store<T>(_ slot: Int, _ value: T) {
    base.storeBytes(of: value, toByteOffset: Slot.valueOffset(slot), as: T.self)
  }

  /// Writes the value of a field without presence: one that is zero is not packed.
  @inlinable
  mutating func store<T: FixedWidthInteger>(_ slot: Int, unlessZero value: T) {
    store(slot, value)
    if value != 0 { mark(slot) }
  }

  /// Notes that a slot holds something to be packed.
  @inlinable
  mutating func mark(_ slot: Int) { present |= 1 &<< UInt64(truncatingIfNeeded: slot) }

  /// Marks an optional field as present.
  @inlinable
  mutating func setPresent(_ slot: Int) {
    base.storeBytes(of: 1, toByteOffset: Slot.offset(slot), as: Int32.self)
    mark(slot)
  }

  @inlinable
  mutating func setCount(_ slot: Int, _ count: Int) {
    base.storeBytes(of: count, toByteOffset: Slot.offset(slot), as: Int.self)
    mark(slot)
  }

  /// Selects the member of a oneof whose value is written next.
  @inlinable
  public mutating func select(_ slot: Int, _ number: UInt32) {
    base.storeBytes(of: number, toByteOffset: Slot.offset(slot), as: UInt32.self)
    member = number
    mark(slot)
  }

  /// Writes a signed 32-bit field of any encoding.
  @inlinable
  public mutating func int32(_ slot: Int, _ value: Int32) { store(slot, unlessZero: value) }

  /// Writes a signed 64-bit field of any encoding.
  @inlinable
  public mutating func int64(_ slot: Int, _ value: Int64) { store(slot, unlessZero: value) }

  /// Writes an unsigned 32-bit field of any encoding.
  @inlinable
  public mutating func uint32(_ slot: Int, _ value: UInt32) { store(slot, unlessZero: value) }

  /// Writes an unsigned 64-bit field of any encoding.
  @inlinable
  public mutating func uint64(_ slot: Int, _ value: UInt64) { store(slot, unlessZero: value) }

  /// Writes a float field.
  @inlinable
  public mutating func float(_ slot: Int, _ value: Float) { store(slot, unlessZero: value.bitPattern) }

  /// Writes a double field.
  @inlinable
  public mutating func double(_ slot: Int, _ value: Double) { store(slot, unlessZero: value.bitPattern) }

  /// Writes a bool field.
  @inlinable
  public mutating func bool(_ slot: Int, _ value: Bool) { store(slot, unlessZero: value ? 1 : 0 as UInt64) }

  /// Writes an enum field.
  @inlinable
  public mutating func enumeration(_ slot: Int, _ value: some OpenEnum) {
    store(slot, unlessZero: value.rawValue)
  }

  /// Writes a string field.
  @inlinable
  public mutating func string(_ slot: Int, _ value: String) {
    guard !value.isEmpty else { return storeNothing(slot) }
    MessageWriter.place(value, at: base + Slot.valueOffset(slot), splicing: splices, in: arena)
    mark(slot)
  }

  /// Writes a bytes field.
  @inlinable
  public mutating func bytes(_ slot: Int, _ value: [UInt8]) {
    guard !value.isEmpty else { return storeNothing(slot) }
    value.withUnsafeBufferPointer { bytes in
      MessageWriter.place(
        bytes, at: base + Slot.valueOffset(slot), copying: !splices, in: arena)
    }
    mark(slot)
  }

  /// Writes no bytes, which is packed when something else says that the field is present.
  @inlinable
  func storeNothing(_ slot: Int) { store(slot, 0) }

  /// Writes a sub-message, or nothing.
  @inlinable
  public mutating func message<M: Message>(_ slot: Int, _ value: M?) {
    guard let value else { return }
    store(slot, child(value))
    mark(slot)
  }

  /// Writes a sub-message.
  @inlinable
  public mutating func message<M: Message>(_ slot: Int, _ value: borrowing M) {
    store(slot, child(value))
    mark(slot)
  }

  /// Writes a message that was made from its encoding; false for any other, whose fields are to be written.
  @inlinable
  public func isWhole(_ fields: UnknownFields) -> Bool {
    guard splices, case .whole(let bytes) = fields.storage else { return false }
    writeWhole(bytes)
    return true
  }

  @usableFromInline
  func writeWhole(_ encoded: [UInt8]) {
    setTable(CTables.fieldless)
    writeUnknown(encoded)
  }

  /// Writes the fields that the type does not know.
  @inlinable
  public func unknown(_ fields: UnknownFields) {
    if !fields.isEmpty { writeUnknown(fields.encoded) }
  }

  /// Fills the struct of a sub-message.
  @inlinable
  func child<M: EncodableMessage & ~Copyable>(_ value: borrowing M) -> UnsafeMutableRawPointer {
    MessageWriter.fill(value, in: arena, splicing: splices)
  }

  // Not inlinable: specialised for its type, it would copy the message before it hands it on.
  /// Makes and fills the struct of a message.
  ///
  /// - Parameter splicing: whether the struct is only to be packed. Else a verbatim message is decoded first, so that
  ///   whoever walks the struct by its descriptor finds the fields.
  @usableFromInline
  static func fill<M: EncodableMessage & ~Copyable>(
    _ value: borrowing M, in arena: UnsafeMutableRawPointer, splicing: Bool
  ) -> UnsafeMutableRawPointer {
    if !splicing, let whole = value.unknownFields.wholeMessage, let base = M.fill(decoding: whole, in: arena)
    {
      return base
    }
    let descriptor = M.descriptor
    var writer = MessageWriter(descriptor, in: arena, splicing: splicing)
    value.write(to: &writer)
    return writer.finish(descriptor)
  }

  /// Stores the length and address of a string that is not empty.
  @usableFromInline
  static func place(
    _ value: String, at target: UnsafeMutableRawPointer, splicing: Bool, in arena: UnsafeMutableRawPointer
  ) {
    let isDone: Void? = value.utf8.withContiguousStorageIfAvailable {
      // Up to 15 bytes a string holds in itself, and what we are shown is a passing copy.
      place($0, at: target, copying: !splicing || $0.count <= 15, in: arena)
    }
    if isDone == nil { placeBridged(value, at: target, in: arena) }
  }

  /// The slow way for a string whose UTF-8 is not contiguous.
  private static func placeBridged(
    _ value: String, at target: UnsafeMutableRawPointer, in arena: UnsafeMutableRawPointer
  ) {
    var value = value
    value.withUTF8 { place($0, at: target, copying: true, in: arena) }
  }

  /// Stores the length and address of bytes, or of a copy of them in the arena.
  ///
  /// - Parameter copying: false where the bytes stay at their address until the message is packed.
  @usableFromInline
  static func place(
    _ bytes: UnsafeBufferPointer<UInt8>, at target: UnsafeMutableRawPointer, copying: Bool,
    in arena: UnsafeMutableRawPointer
  ) {
    guard let source = bytes.baseAddress, bytes.count > 0 else { return }
    var memory = UnsafeMutableRawPointer(mutating: source)
    if copying {
      memory = allocate(bytes.count, in: arena)
      memcpy(memory, source, bytes.count)
    } else {
      note(bytes.count, in: arena)
    }
    target.storeBytes(of: bytes.count, as: Int.self)
    target.storeBytes(of: memory, toByteOffset: 8, as: UnsafeMutableRawPointer.self)
  }

  /// Counts bytes that the encoding may take beyond those that the arena holds; see `Packing.bound`.
  @usableFromInline
  func note(_ bytes: Int) { MessageWriter.note(bytes, in: arena) }

  private static func note(_ bytes: Int, in arena: UnsafeMutableRawPointer) {
    arena.assumingMemoryBound(to: matiane_arena.self).pointee.referenced += bytes
  }

  @usableFromInline
  func writeUnknown(_ encoded: [UInt8]) {
    MessageWriter.setUnknown(encoded, of: base, in: arena, copying: !splices)
  }

  /// Enters all of them as one unknown field: its tag is the first tag, its data everything after that.
  ///
  /// - Parameter copying: false leaves the data in the array's storage, which must outlive the struct.
  static func setUnknown(
    _ encoded: [UInt8], of base: UnsafeMutableRawPointer, in arena: UnsafeMutableRawPointer, copying: Bool
  ) {
    encoded.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return }
      var cursor = WireCursor(start, start + bytes.count)
      guard let tag = cursor.readTag() else { return }
      var data = UnsafeMutableRawPointer(mutating: cursor.start)
      if copying {
        data = allocate(cursor.count, in: arena)
        memcpy(data, cursor.start, cursor.count)
      } else {
        note(cursor.count, in: arena)
      }
      let field = allocate(MemoryLayout<ProtobufCMessageUnknownField>.size, in: arena)
        .bindMemory(to: ProtobufCMessageUnknownField.self, capacity: 1)
      field.initialize(
        to: ProtobufCMessageUnknownField(
          tag: tag >> 3, wire_type: ProtobufCWireType(tag & 7), len: cursor.count,
          data: data.assumingMemoryBound(to: UInt8.self)))
      let message = base.assumingMemoryBound(to: ProtobufCMessage.self)
      message.pointee.n_unknown_fields = 1
      message.pointee.unknown_fields = field
    }
  }
}
