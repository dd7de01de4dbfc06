import Glibc

extension Message {
  /// The message in the protobuf binary encoding: known fields by ascending number, maps by key, unknown fields last.
  @inlinable
  public func serialized() -> [UInt8] {
    if let whole = unknownFields.wholeMessage { return whole }
    return withExtendedLifetime(self) {
      var packing = Packing()
      defer { packing.end() }
      packing.enter(self)
      let size = packing.size
      // The runtime's empty array is shared by all threads, and filling it writes its count.
      guard size > 0 else { return [] }
      return Array(unsafeUninitializedCapacity: size) { buffer, count in
        if let target = buffer.baseAddress { packing.pack(to: target) }
        count = size
      }
    }
  }

  /// Appends the encoded message to a buffer.
  @inlinable
  public func serialize(appendingTo buffer: inout [UInt8]) {
    if let whole = unknownFields.wholeMessage { return buffer.append(contentsOf: whole) }
    withExtendedLifetime(self) {
      var packing = Packing()
      defer { packing.end() }
      packing.enter(self)
      let size = packing.size
      let start = buffer.count
      buffer.append(contentsOf: repeatElement(0, count: size))
      buffer.withUnsafeMutableBytes { bytes in
        if let target = bytes.baseAddress { packing.pack(to: target + start) }
      }
    }
  }

  /// Encodes the message straight into memory of the caller's.
  ///
  /// For a message made by `init(verbatim:)` that is one copy of its bytes.
  /// - Parameter provide: called once with the size in bytes; returns where the encoding goes.
  /// - Returns: The size in bytes.
  @inlinable @discardableResult
  public func serialize<Failure: Error>(
    into provide: (Int) throws(Failure) -> UnsafeMutableRawPointer
  ) throws(Failure) -> Int {
    if unknownFields.isWholeMessage, let whole = unknownFields.wholeMessage {
      let target = try provide(whole.count)
      whole.withUnsafeBytes { if let start = $0.baseAddress { memcpy(target, start, $0.count) } }
      return whole.count
    }
    var packing = Packing()
    defer { packing.end() }
    packing.enter(self)
    let size = packing.size
    packing.pack(to: try provide(size))
    return withExtendedLifetime(self) { size }
  }

  /// Encodes the message straight into memory of the caller's, without measuring it first unless it is large.
  ///
  /// - Parameter provide: called once with a number of bytes that the encoding does not exceed, and whether that is its
  ///   very size, as it is of a large message; returns where the encoding goes.
  /// - Returns: The size of the encoding in bytes.
  @inlinable
  public func serializeUnmeasured<Failure: Error>(
    into provide: (_ bound: Int, _ isExact: Bool) throws(Failure) -> UnsafeMutableRawPointer
  ) throws(Failure) -> Int {
    guard !unknownFields.isWholeMessage else {
      return try serialize { size throws(Failure) in try provide(size, true) }
    }
    var packing = Packing()
    defer { packing.end() }
    packing.enter(self)
    let bound = packing.bound
    let target = try bound <= Packing.largestBound ? provide(bound, false) : provide(packing.size, true)
    let size = packing.pack(to: target)
    return withExtendedLifetime(self) { size }
  }

  /// The size of the encoding in bytes; for a message made by `init(verbatim:)` at no cost, else as much work as half of
  /// encoding it.
  @inlinable
  public var serializedSize: Int {
    if let whole = unknownFields.wholeMessage { return whole.count }
    return withExtendedLifetime(self) {
      var packing = Packing()
      defer { packing.end() }
      packing.enter(self)
      return packing.size
    }
  }
}
