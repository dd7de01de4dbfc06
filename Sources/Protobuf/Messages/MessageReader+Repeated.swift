extension MessageReader {
  /// The values of a repeated field.
  @inlinable
  func elements<T>(_ slot: Int, of type: T.Type = T.self) -> UnsafeBufferPointer<T> {
    let start = value(slot, as: UnsafeRawPointer?.self)?.assumingMemoryBound(to: T.self)
    return UnsafeBufferPointer(start: start, count: start == nil ? 0 : count(slot))
  }

  /// A repeated signed 32-bit field.
  @inlinable
  public func int32s(_ slot: Int) -> [Int32] { Array(elements(slot)) }

  /// A repeated signed 64-bit field.
  @inlinable
  public func int64s(_ slot: Int) -> [Int64] { Array(elements(slot)) }

  /// A repeated unsigned 32-bit field.
  @inlinable
  public func uint32s(_ slot: Int) -> [UInt32] { Array(elements(slot)) }

  /// A repeated unsigned 64-bit field.
  @inlinable
  public func uint64s(_ slot: Int) -> [UInt64] { Array(elements(slot)) }

  /// A repeated float field.
  @inlinable
  public func floats(_ slot: Int) -> [Float] { Array(elements(slot)) }

  /// A repeated double field.
  @inlinable
  public func doubles(_ slot: Int) -> [Double] { Array(elements(slot)) }

  /// A repeated bool field.
  @inlinable
  public func bools(_ slot: Int) -> [Bool] { elements(slot, of: UInt64.self).map { $0 != 0 } }

  /// A repeated enum field.
  @inlinable
  public func enumerations<E: OpenEnum>(_ slot: Int, as type: E.Type = E.self) -> [E] {
    elements(slot, of: Int32.self).map { E(rawValue: $0) }
  }

  /// A repeated string field.
  ///
  /// - Throws: `DecodingError` when one is not UTF-8.
  @inlinable
  public func strings(_ slot: Int) throws(DecodingError) -> [String] {
    let values = elements(slot, of: UnsafeBufferPointer<UInt8>.Reversed.self)
    var result: [String] = []
    result.reserveCapacity(values.count)
    for value in values { result.append(try decodeString(value.buffer, slot)) }
    return result
  }

  /// A repeated bytes field.
  @inlinable
  public func byteArrays(_ slot: Int) -> [[UInt8]] {
    elements(slot, of: UnsafeBufferPointer<UInt8>.Reversed.self).map { Array($0.buffer) }
  }

  /// A repeated sub-message.
  ///
  /// - Throws: what reading one of them throws.
  @inlinable
  public func messages<M: Message>(_ slot: Int, as type: M.Type = M.self) throws(DecodingError) -> [M] {
    let values = elements(slot, of: UnsafeRawPointer.self)
    var result: [M] = []
    result.reserveCapacity(values.count)
    for value in values { result.append(try M(reading: MessageReader(value))) }
    return result
  }

  /// A map; the closure reads the key from slot 0 and the value from slot 1 of an entry. The last of equal keys wins.
  ///
  /// - Throws: what `read` throws.
  @inlinable
  public func map<Key: MapKey, Value>(
    _ slot: Int, _ read: (MessageReader) throws(DecodingError) -> (Key, Value)
  ) throws(DecodingError) -> [Key: Value] {
    let entries = elements(slot, of: UnsafeRawPointer.self)
    var result = [Key: Value](minimumCapacity: entries.count)
    for entry in entries {
      let (key, value) = try read(MessageReader(entry))
      result[key] = value
    }
    return result
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Bytes as libprotobuf-c lays them out: the length before the pointer.
  @frozen @usableFromInline
  struct Reversed {
    @usableFromInline var count: Int
    @usableFromInline var start: UnsafePointer<UInt8>?

    @inlinable
    init(count: Int, start: UnsafePointer<UInt8>?) {
      self.count = count
      self.start = start
    }

    @inlinable var buffer: UnsafeBufferPointer<UInt8> {
      UnsafeBufferPointer<UInt8>(start: start, count: count)
    }
  }
}
