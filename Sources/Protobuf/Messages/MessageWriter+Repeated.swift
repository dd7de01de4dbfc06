import Glibc

extension MessageWriter {
  /// Room for the values of a repeated field.
  @inlinable
  mutating func elements<T>(_ slot: Int, _ count: Int, of type: T.Type = T.self) -> UnsafeMutablePointer<T> {
    let memory = MessageWriter.allocate(count * MemoryLayout<T>.stride, in: arena)
    setCount(slot, count)
    store(slot, memory)
    note(count * Packing.mostBytesOfNumber)
    return memory.bindMemory(to: T.self, capacity: count)
  }

  @inlinable
  mutating func copyAll<T: BitwiseCopyable>(_ slot: Int, _ values: [T]) {
    guard !values.isEmpty else { return }
    elements(slot, values.count, of: T.self).initialize(from: values, count: values.count)
  }

  /// Writes a repeated signed 32-bit field.
  @inlinable
  public mutating func int32s(_ slot: Int, _ values: [Int32]) { copyAll(slot, values) }

  /// Writes a repeated signed 64-bit field.
  @inlinable
  public mutating func int64s(_ slot: Int, _ values: [Int64]) { copyAll(slot, values) }

  /// Writes a repeated unsigned 32-bit field.
  @inlinable
  public mutating func uint32s(_ slot: Int, _ values: [UInt32]) { copyAll(slot, values) }

  /// Writes a repeated unsigned 64-bit field.
  @inlinable
  public mutating func uint64s(_ slot: Int, _ values: [UInt64]) { copyAll(slot, values) }

  /// Writes a repeated float field.
  @inlinable
  public mutating func floats(_ slot: Int, _ values: [Float]) { copyAll(slot, values) }

  /// Writes a repeated double field.
  @inlinable
  public mutating func doubles(_ slot: Int, _ values: [Double]) { copyAll(slot, values) }

  /// Writes a repeated bool field.
  @inlinable
  public mutating func bools(_ slot: Int, _ values: [Bool]) {
    guard !values.isEmpty else { return }
    let target = elements(slot, values.count, of: UInt64.self)
    for (index, value) in values.enumerated() { target[index] = value ? 1 : 0 }
  }

  /// Writes a repeated enum field.
  @inlinable
  public mutating func enumerations(_ slot: Int, _ values: [some OpenEnum]) {
    guard !values.isEmpty else { return }
    let target = elements(slot, values.count, of: Int32.self)
    for (index, value) in values.enumerated() { target[index] = value.rawValue }
  }

  /// Writes a repeated string field.
  @inlinable
  public mutating func strings(_ slot: Int, _ values: [String]) {
    guard !values.isEmpty else { return }
    let target = UnsafeMutableRawPointer(
      elements(slot, values.count, of: UnsafeBufferPointer<UInt8>.Reversed.self))
    memset(target, 0, 16 * values.count)
    for index in values.indices where !values[index].isEmpty {
      MessageWriter.place(values[index], at: target + 16 * index, splicing: splices, in: arena)
    }
  }

  /// Writes a repeated bytes field.
  @inlinable
  public mutating func byteArrays(_ slot: Int, _ values: [[UInt8]]) {
    guard !values.isEmpty else { return }
    let target = UnsafeMutableRawPointer(
      elements(slot, values.count, of: UnsafeBufferPointer<UInt8>.Reversed.self))
    memset(target, 0, 16 * values.count)
    for (index, value) in values.enumerated() {
      value.withUnsafeBufferPointer {
        MessageWriter.place($0, at: target + 16 * index, copying: !splices, in: arena)
      }
    }
  }

  /// Writes a repeated sub-message.
  @inlinable
  public mutating func messages<M: Message>(_ slot: Int, _ values: [M]) {
    values.withUnsafeBufferPointer { values in
      if let first = values.baseAddress, values.count > 0 { fillAll(slot, first, values.count) }
    }
  }

  // Not inlinable, as `fill`. From address to address: a subscript would copy each message.
  @usableFromInline
  mutating func fillAll<M: EncodableMessage & ~Copyable>(_ slot: Int, _ first: UnsafePointer<M>, _ count: Int)
  {
    let target = elements(slot, count, of: UnsafeMutableRawPointer.self)
    for index in 0..<count {
      target[index] = MessageWriter.fill((first + index).pointee, in: arena, splicing: splices)
    }
  }

  /// Writes a map in the order of its keys; the closure writes the key to slot 0 and the value to slot 1 of an entry.
  @inlinable
  public mutating func map<Key: MapKey, Value>(
    _ slot: Int, _ values: [Key: Value], _ write: (inout MessageWriter, Key, Value) -> Void
  ) {
    guard !values.isEmpty else { return }
    let target = elements(slot, values.count, of: UnsafeMutableRawPointer.self)
    let descriptor = entryDescriptor(slot)
    let sorted = values.sorted { $0.key.isEncoded(before: $1.key) }
    for (index, (key, value)) in sorted.enumerated() {
      var entry = MessageWriter(descriptor, in: arena, splicing: splices)
      entry.setPresent(0)
      entry.setPresent(1)
      write(&entry, key, value)
      target[index] = entry.finish(descriptor)
    }
  }

  @usableFromInline
  func entryDescriptor(_ slot: Int) -> MessageDescriptor {
    let descriptor = MessageDescriptor.of(base)
    return descriptor.entry(descriptor.slots.firstIndex(of: slot)!)
  }
}
