/// What encoding a message asks of it: its layout and its fields.
///
/// Apart from `Message` so that a function can be generic without being able to copy: what takes a borrowed `Message` by
/// its address copies it all the same, field by field, before it passes it on.
public protocol EncodableMessage: ~Copyable {
  /// The message's name, fields and C layout; built once, on first use.
  static var descriptor: MessageDescriptor { get }

  /// The fields found on the wire that the type does not know; they are encoded again after the known ones.
  var unknownFields: UnknownFields { get }

  /// Fills a struct in the arena with what an encoding of this type holds.
  ///
  /// - Returns: the struct's address, nil when the bytes are no such encoding.
  static func fill(decoding bytes: [UInt8], in arena: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer?

  /// Copies every field into a C struct that lives until the message is packed.
  func write(to writer: inout MessageWriter)
}
