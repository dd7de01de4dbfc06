import Compression

/// How messages are compressed (`grpc-encoding`).
///
/// Source: gRPC, "gRPC Compression".
public enum MessageEncoding: String, Sendable, Hashable, CaseIterable {
  /// Not at all.
  case identity
  /// RFC 1952.
  case gzip
  /// RFC 1950, the zlib wrapper.
  case deflate

  /// The encoding of this name, or `nil` where we have none.
  init?(header value: UnsafeRawBufferPointer) {
    if value.equals("identity") {
      self = .identity
    } else if value.equals("gzip") {
      self = .gzip
    } else if value.equals("deflate") {
      self = .deflate
    } else {
      return nil
    }
  }

  /// Those of a comma-separated list (`grpc-accept-encoding`) that are ours.
  static func list(_ value: UnsafeRawBufferPointer) -> [MessageEncoding] {
    value.split(separator: UInt8(ascii: ",")).compactMap { name in
      MessageEncoding(header: UnsafeRawBufferPointer(rebasing: name.trimmed))
    }
  }

  /// What this side can read, as a `grpc-accept-encoding` value.
  static let accepted = "identity,deflate,gzip"

  /// The bytes behind a compressed message.
  ///
  /// - Throws: `RESOURCE_EXHAUSTED` as soon as more than `limit` bytes come out, `INTERNAL` where the
  ///   bytes are damaged.
  func decompress(_ message: UnsafeRawBufferPointer, limit: Int) throws(RPCError) -> [UInt8] {
    let format = try requireCompression()
    do throws(CompressionError) {
      return try Inflater.inflate(message, format, limit: limit)
    } catch {
      throw Self.refusal(error)
    }
  }

  /// The bytes behind a compressed message, by way of memory that holds one byte more than they may be.
  ///
  /// - Throws: as `decompress(_:limit:)`.
  func decompress(
    _ message: UnsafeRawBufferPointer, through scratch: UnsafeMutableBufferPointer<UInt8>
  ) throws(RPCError) -> [UInt8] {
    let format = try requireCompression()
    do throws(CompressionError) {
      return try Inflater.inflate(message, format, through: scratch)
    } catch {
      throw Self.refusal(error)
    }
  }

  private static func refusal(_ error: CompressionError) -> RPCError {
    let text = "a compressed message: \(error.description)"
    if error.code == .tooLarge { return RPCError(.messageTooLarge, text, cause: error) }
    return RPCError(.internal, text, cause: error)
  }

  /// Refuses a message that says itself that it comes to too much, whether that is so or not.
  ///
  /// - Throws: `RESOURCE_EXHAUSTED`.
  func checkAnnouncedSize(of message: UnsafeRawBufferPointer, limit: Int) throws(RPCError) {
    let announced = announcedSize(of: message)
    guard announced > limit else { return }
    throw RPCError(
      .messageTooLarge,
      "a compressed message: it says that it inflates to \(announced) bytes, the limit is \(limit)")
  }

  /// The bytes behind a compressed message, or nil where they are more than a part of what they may be.
  ///
  /// - Throws: as `decompress(_:limit:)`.
  func decompress(
    _ message: UnsafeRawBufferPointer, upTo part: Int, limit: Int
  ) throws(RPCError) -> [UInt8]? {
    guard part < limit else { return try decompress(message, limit: limit) }
    do throws(RPCError) {
      return try decompress(message, limit: part)
    } catch {
      guard error.code == .resourceExhausted else { throw error }
      return nil
    }
  }

  /// What a compressed message says that it comes to, which need not be true; 0 where it says nothing.
  ///
  /// gzip ends with it (RFC 1952 §2.3.1, ISIZE).
  func announcedSize(of message: UnsafeRawBufferPointer) -> Int {
    guard self == .gzip, message.count >= 4 else { return 0 }
    let size = message.loadUnaligned(fromByteOffset: message.count - 4, as: UInt32.self)
    return Int(UInt32(littleEndian: size))
  }

  /// The format of compressed messages.
  ///
  /// - Throws: `INTERNAL` where there is none.
  @discardableResult
  func requireCompression() throws(RPCError) -> CompressionFormat {
    guard let format else {
      throw RPCError(.internal, "a message is flagged as compressed, but grpc-encoding is identity")
    }
    return format
  }

  /// The compressed form of a message, or `nil` where it would not be shorter.
  func compress(_ message: UnsafeRawBufferPointer) -> [UInt8]? {
    guard let format else { return nil }
    let compressed = Deflater.deflate(message, format)
    return compressed.count < message.count ? compressed : nil
  }

  private var format: CompressionFormat? {
    switch self {
    case .identity: nil
    case .gzip: .gzip
    case .deflate: .zlib
    }
  }
}
