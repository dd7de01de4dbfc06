extension Message {
  /// The message in the protobuf binary encoding: known fields by ascending number, maps by key, unknown fields last.
  @inlinable
  public func serialized() -> [UInt8] {
    var packing = Packing()
    defer { packing.end() }
    let size = packing.fill(self)
    return Array(unsafeUninitializedCapacity: size) { buffer, count in
      if let target = buffer.baseAddress { packing.pack(to: target) }
      count = size
    }
  }

  /// Appends the encoded message to a buffer.
  @inlinable
  public func serialize(appendingTo buffer: inout [UInt8]) {
    var packing = Packing()
    defer { packing.end() }
    let size = packing.fill(self)
    let start = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: size))
    buffer.withUnsafeMutableBytes { bytes in
      if let target = bytes.baseAddress { packing.pack(to: target + start) }
    }
  }

  /// Encodes the message straight into memory of the caller's.
  ///
  /// - Parameter provide: called once with the size in bytes; returns where the encoding goes.
  /// - Returns: The size in bytes.
  @inlinable @discardableResult
  public func serialize<Failure: Error>(
    into provide: (Int) throws(Failure) -> UnsafeMutableRawPointer
  ) throws(Failure) -> Int {
    var packing = Packing()
    defer { packing.end() }
    let size = packing.fill(self)
    let target = try provide(size)
    packing.pack(to: target)
    return size
  }
}
