/// An extension: a field of a message that is declared outside of it.
///
/// Its values stay among the message's unknown fields, as they came; in JSON they are the member `[full.name]`.
public final class ExtensionDescriptor: Sendable {
  /// The full name, with the package.
  public let name: String

  /// The full name of the message that it extends.
  public let extended: String

  /// A message that has this field only, by which its values are read and written.
  let carrier: MessageDescriptor

  /// Describes an extension; generated code calls this once an extension.
  public init(_ name: String, of extended: String, in file: FileDescriptor, _ field: FieldDescriptor) {
    self.name = name
    self.extended = extended
    let member = "[\(name)]"
    carrier = MessageDescriptor(
      name, in: file,
      fields: [FieldDescriptor(field.number, member, field.type, field.cardinality, json: member)])
  }

  /// The number that stands on the wire.
  public var number: UInt32 { carrier.fields[0].number }
}
