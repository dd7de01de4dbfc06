extension MessageWriter {
  /// Writes an optional signed 32-bit field.
  @inlinable
  public mutating func int32(_ slot: Int, _ value: Int32?) {
    guard let value else { return }
    setPresent(slot)
    int32(slot, value)
  }

  /// Writes an optional signed 64-bit field.
  @inlinable
  public mutating func int64(_ slot: Int, _ value: Int64?) {
    guard let value else { return }
    setPresent(slot)
    int64(slot, value)
  }

  /// Writes an optional unsigned 32-bit field.
  @inlinable
  public mutating func uint32(_ slot: Int, _ value: UInt32?) {
    guard let value else { return }
    setPresent(slot)
    uint32(slot, value)
  }

  /// Writes an optional unsigned 64-bit field.
  @inlinable
  public mutating func uint64(_ slot: Int, _ value: UInt64?) {
    guard let value else { return }
    setPresent(slot)
    uint64(slot, value)
  }

  /// Writes an optional float field.
  @inlinable
  public mutating func float(_ slot: Int, _ value: Float?) {
    guard let value else { return }
    setPresent(slot)
    float(slot, value)
  }

  /// Writes an optional double field.
  @inlinable
  public mutating func double(_ slot: Int, _ value: Double?) {
    guard let value else { return }
    setPresent(slot)
    double(slot, value)
  }

  /// Writes an optional bool field.
  @inlinable
  public mutating func bool(_ slot: Int, _ value: Bool?) {
    guard let value else { return }
    setPresent(slot)
    bool(slot, value)
  }

  /// Writes an optional enum field.
  @inlinable
  public mutating func enumeration<E: OpenEnum>(_ slot: Int, _ value: E?) {
    guard let value else { return }
    setPresent(slot)
    enumeration(slot, value)
  }

  /// Writes an optional string field.
  @inlinable
  public mutating func string(_ slot: Int, _ value: String?) {
    guard let value else { return }
    setPresent(slot)
    string(slot, value)
  }

  /// Writes an optional bytes field.
  @inlinable
  public mutating func bytes(_ slot: Int, _ value: [UInt8]?) {
    guard let value else { return }
    setPresent(slot)
    bytes(slot, value)
  }
}
