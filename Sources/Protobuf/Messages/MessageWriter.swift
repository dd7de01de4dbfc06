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

  /// A zeroed struct for a message of this type.
  @usableFromInline
  init(_ descriptor: MessageDescriptor, in arena: UnsafeMutableRawPointer, splicing: Bool = false) {
    self.arena = arena
    splices = splicing
    base = MessageWriter.allocate(descriptor.structBytes, in: arena)
    memset(base, 0, descriptor.structBytes)
    base.storeBytes(of: UnsafePointer(descriptor.table), as: UnsafePointer<ProtobufCMessageDescriptor>.self)
  }

  @usableFromInline
  static func allocate(_ bytes: Int, in arena: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer {
    guard let memory = matiane_arena_allocate(arena.assumingMemoryBound(to: matiane_arena.self), bytes) else {
      preconditionFailure("out of memory while encoding")
    }
    return memory
  }

  @inlinable
  func store<T>(_ slot: Int, _ value: T) {
    base.storeBytes(of: value, toByteOffset: Slot.valueOffset(slot), as: T.self)
  }

  /// Marks an optional field as present.
  @inlinable
  func setPresent(_ slot: Int) {
    base.storeBytes(of: 1, toByteOffset: Slot.offset(slot), as: Int32.self)
  }

  @inlinable
  func setCount(_ slot: Int, _ count: Int) {
    base.storeBytes(of: count, toByteOffset: Slot.offset(slot), as: Int.self)
  }

  /// Selects the member of a oneof whose value is written next.
  @inlinable
  public func select(_ slot: Int, _ number: UInt32) {
    base.storeBytes(of: number, toByteOffset: Slot.offset(slot), as: UInt32.self)
  }

  /// Writes a signed 32-bit field of any encoding.
  @inlinable
  public func int32(_ slot: Int, _ value: Int32) { store(slot, value) }

  /// Writes a signed 64-bit field of any encoding.
  @inlinable
  public func int64(_ slot: Int, _ value: Int64) { store(slot, value) }

  /// Writes an unsigned 32-bit field of any encoding.
  @inlinable
  public func uint32(_ slot: Int, _ value: UInt32) { store(slot, value) }

  /// Writes an unsigned 64-bit field of any encoding.
  @inlinable
  public func uint64(_ slot: Int, _ value: UInt64) { store(slot, value) }

  /// Writes a float field.
  @inlinable
  public func float(_ slot: Int, _ value: Float) { store(slot, value) }

  /// Writes a double field.
  @inlinable
  public func double(_ slot: Int, _ value: Double) { store(slot, value) }

  /// Writes a bool field.
  @inlinable
  public func bool(_ slot: Int, _ value: Bool) { store(slot, value ? 1 : 0 as UInt64) }

  /// Writes an enum field.
  @inlinable
  public func enumeration(_ slot: Int, _ value: some OpenEnum) { store(slot, value.rawValue) }

  /// Writes a string field.
  @inlinable
  public func string(_ slot: Int, _ value: String) {
    guard !value.isEmpty else { return }
    place(value, at: base + Slot.valueOffset(slot))
  }

  /// Writes a bytes field.
  @inlinable
  public func bytes(_ slot: Int, _ value: [UInt8]) {
    value.withUnsafeBufferPointer { place($0, isStored: true, at: base + Slot.valueOffset(slot)) }
  }

  /// Writes a sub-message, or nothing.
  @inlinable
  public func message<M: Message>(_ slot: Int, _ value: M?) {
    if let value { store(slot, child(value)) }
  }

  /// Writes a sub-message.
  @inlinable
  public func message<M: Message>(_ slot: Int, _ value: borrowing M) { store(slot, child(value)) }

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
    if let whole = value.unknownFields.wholeMessage {
      if splicing { return splice(whole, in: arena) }
      if let base = M.fill(decoding: whole, in: arena) { return base }
    }
    var writer = MessageWriter(M.descriptor, in: arena, splicing: splicing)
    value.write(to: &writer)
    return writer.base
  }

  /// Stores the length and address of a string that is not empty.
  @usableFromInline
  func place(_ value: String, at target: UnsafeMutableRawPointer) {
    let isDone: Void? = value.utf8.withContiguousStorageIfAvailable {
      // Up to 15 bytes a string holds in itself, and what we are shown is a passing copy.
      place($0, isStored: $0.count > 15, at: target)
    }
    if isDone == nil { placeBridged(value, at: target) }
  }

  /// The slow way for a string whose UTF-8 is not contiguous.
  private func placeBridged(_ value: String, at target: UnsafeMutableRawPointer) {
    var value = value
    value.withUTF8 { place($0, isStored: false, at: target) }
  }

  /// Stores the length and address of bytes, or of a copy of them in the arena.
  ///
  /// - Parameter isStored: whether the bytes stay at their address as long as the message lives.
  @usableFromInline
  func place(_ bytes: UnsafeBufferPointer<UInt8>, isStored: Bool, at target: UnsafeMutableRawPointer) {
    guard let source = bytes.baseAddress, bytes.count > 0 else { return }
    var memory = UnsafeMutableRawPointer(mutating: source)
    if splices, isStored {
      note(bytes.count)
    } else {
      memory = MessageWriter.allocate(bytes.count, in: arena)
      memcpy(memory, source, bytes.count)
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

  /// A struct without fields of its own, whose encoding is these bytes.
  @usableFromInline
  static func splice(_ encoded: [UInt8], in arena: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer {
    let base = allocate(Slot.headerBytes, in: arena)
    base.initializeMemory(as: UInt8.self, repeating: 0, count: Slot.headerBytes)
    base.storeBytes(of: CTables.fieldless, as: UnsafePointer<ProtobufCMessageDescriptor>.self)
    setUnknown(encoded, of: base, in: arena, copying: false)
    return base
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
