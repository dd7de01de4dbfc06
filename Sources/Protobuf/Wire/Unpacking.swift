internal import CProtobufC

/// One message being decoded: scanned, rewritten if need be, and unpacked by libprotobuf-c into the arena.
@usableFromInline
struct Unpacking {
  private let scratch: Scratch

  @usableFromInline
  init(_ inputBytes: Int, _ options: DecodingOptions) {
    let (scaled, overflow) = inputBytes.multipliedReportingOverflow(by: options.maxMemoryFactor)
    scratch = Scratch(limit: overflow ? .max : scaled + 1 << 20)
  }

  /// The unpacked message, valid until `end()`.
  @usableFromInline
  func unpack(
    _ descriptor: MessageDescriptor, _ bytes: UnsafeRawBufferPointer, _ options: DecodingOptions
  ) throws(DecodingError) -> MessageReader {
    descriptor.link()
    guard let start = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), !bytes.isEmpty else {
      return MessageReader(MessageWriter(descriptor, in: UnsafeMutableRawPointer(scratch.arena)).base)
    }
    guard bytes.count <= Int(Int32.max) else {
      throw DecodingError(
        .tooLarge, "\(descriptor.name) has \(bytes.count) bytes; the encoding's limit is 2 GiB")
    }
    var scanner = WireScanner(maxDepth: options.maxDepth)
    try scanner.scan(descriptor.scanTable, start, start + bytes.count)
    guard scanner.needsNormalizing else { return try unpack(descriptor, start, bytes.count) }
    let rewritten = try WireNormalizer.rewrite(start, start + bytes.count, descriptor.scanTable)
    return try rewritten.withUnsafeBufferPointer { buffer throws(DecodingError) in
      try unpack(descriptor, buffer.baseAddress!, buffer.count)
    }
  }

  private func unpack(
    _ descriptor: MessageDescriptor, _ start: UnsafePointer<UInt8>, _ count: Int
  ) throws(DecodingError) -> MessageReader {
    if let message = protobuf_c_message_unpack(descriptor.table, scratch.allocator, count, start) {
      return MessageReader(UnsafeRawPointer(message))
    }
    if scratch.isExhausted {
      throw DecodingError(
        .tooLarge, "\(descriptor.name) of \(count) bytes holds more fields than its size allows for")
    }
    throw DecodingError(.malformed, "\(descriptor.name) has a packed field with a malformed value")
  }

  /// Frees the message.
  @usableFromInline
  func end() { scratch.end() }
}
