internal import CProtobufC

/// A message type's name and fields, and the tables that libprotobuf-c packs and unpacks it by.
///
/// The C struct that stands for a message has one slot of 24 bytes for each field, in the order of `fields`; the
/// members of a oneof share one slot. A slot is a quantifier word (a count, a presence flag or the number of the
/// oneof's member) and a value of two words. Generated code addresses fields by slot, so that reading one is a load
/// at a constant offset.
///
/// A value that is copied at no cost: every message that is encoded or decoded looks at it, on every core, and a reference
/// count would be written by all of them.
public struct MessageDescriptor: Sendable {
  // SAFETY: retained once by `init` and never released, so it outlives every descriptor and every message.
  private let reference: Unmanaged<DescriptorStorage>

  /// The size of the C struct.
  let structBytes: Int

  // SAFETY: owned by the storage, which lives as long as the process and only writes it before it is used.
  /// The table of libprotobuf-c.
  nonisolated(unsafe) let table: UnsafeMutablePointer<ProtobufCMessageDescriptor>

  // SAFETY: as `table`; what it remembers it writes atomically.
  /// What packs only the fields that a message has, where its type allows for that.
  nonisolated(unsafe) let presentFields: UnsafeMutablePointer<PresentFields>?

  /// Describes a message; generated code calls this once a type. Its memory is never freed.
  public init(_ name: String, in file: FileDescriptor, fields: [FieldDescriptor]) {
    let storage = DescriptorStorage(name, in: file, fields: fields)
    _ = Unmanaged.passRetained(storage)
    self.init(storage)
  }

  private init(_ storage: DescriptorStorage) {
    reference = Unmanaged.passUnretained(storage)
    structBytes = storage.structBytes
    table = storage.table
    presentFields = storage.presentFields
  }

  /// The descriptor that a C struct's table belongs to.
  static func of(_ message: UnsafeRawPointer) -> MessageDescriptor {
    let table = message.load(as: UnsafePointer<ProtobufCMessageDescriptor>.self)
    return MessageDescriptor(opaque: table.pointee.reserved1!)
  }

  /// The descriptor whose storage a table of its points back to.
  init(opaque storage: UnsafeMutableRawPointer) {
    // SAFETY: every table is made by a storage that stores itself there and is never freed.
    self.init(Unmanaged<DescriptorStorage>.fromOpaque(storage).takeUnretainedValue())
  }

  var storage: DescriptorStorage { reference.takeUnretainedValue() }

  /// The full name, with the package.
  public var name: String { storage.name }

  /// The file that declares the message.
  public var file: FileDescriptor { storage.file }

  /// The fields in the order of their slots.
  public var fields: [FieldDescriptor] { storage.fields }

  /// The slot of each field.
  var slots: [Int] { storage.slots }

  /// How the message is written in JSON, when the protobuf language defines a form of its own.
  var wellKnownType: WellKnownType? { storage.wellKnownType }

  /// What the scanner looks fields up in.
  var scanTable: UnsafeMutablePointer<ScanTable> { reference._withUnsafeGuaranteedRef { $0.scanTable } }

  /// The index in `fields` of every name that JSON may use; built when JSON is first read.
  var jsonTable: [String: Int] { storage.jsonTable }

  /// The descriptor of a map field's entries.
  func entry(_ field: Int) -> MessageDescriptor { storage.entry(field) }

  /// The descriptor of a field's sub-message or map entry.
  func child(_ field: Int) -> MessageDescriptor { storage.child(field) }

  /// The index in `fields` of a slot; the first member for a oneof's.
  func field(inSlot slot: Int) -> FieldDescriptor? {
    slots.firstIndex(of: slot).map { fields[$0] }
  }

  /// Joins the tables with those of all sub-messages, once.
  func link() { reference._withUnsafeGuaranteedRef { $0.link() } }
}
