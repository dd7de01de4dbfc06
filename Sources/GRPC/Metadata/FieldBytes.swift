extension UnsafeRawBufferPointer {
  /// Whether these are exactly the bytes of a literal.
  @inline(__always)
  func equals(_ literal: StaticString) -> Bool {
    count == literal.utf8CodeUnitCount && starts(with: literal)
  }

  /// Whether these bytes begin with those of a lower-case literal, in whatever case.
  func startsIgnoringCase(with literal: StaticString) -> Bool {
    literal.withUTF8Buffer { bytes in
      guard count >= bytes.count else { return false }
      for index in 0..<bytes.count {
        let isUpper = self[index] >= UInt8(ascii: "A") && self[index] <= UInt8(ascii: "Z")
        guard (isUpper ? self[index] | 0x20 : self[index]) == bytes[index] else { return false }
      }
      return true
    }
  }

  /// Whether they are a content type of gRPC's: `application/grpc`, alone or followed by a format (`+proto`) or parameters
  /// (`;charset=…`), in whatever case (RFC 9110 §8.3.1).
  var isGRPCContentType: Bool {
    guard starts(with: "application/grpc") || startsIgnoringCase(with: "application/grpc") else {
      return false
    }
    guard count > 16 else { return true }
    switch self[16] {
    case UInt8(ascii: "+"), UInt8(ascii: ";"), UInt8(ascii: " "), UInt8(ascii: "\t"): return true
    default: return false
    }
  }

  /// Whether these bytes begin with those of a literal.
  @inline(__always)
  func starts(with literal: StaticString) -> Bool {
    literal.withUTF8Buffer { bytes in
      guard count >= bytes.count else { return false }
      for index in 0..<bytes.count where self[index] != bytes[index] { return false }
      return true
    }
  }
}

extension Slice<UnsafeRawBufferPointer> {
  /// Without the white space at both ends.
  var trimmed: Self {
    var rest = self
    while let byte = rest.first, byte == 0x20 || byte == 0x09 { rest.removeFirst() }
    while let byte = rest.last, byte == 0x20 || byte == 0x09 { rest.removeLast() }
    return rest
  }
}
