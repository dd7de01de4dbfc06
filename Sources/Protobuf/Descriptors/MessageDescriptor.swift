internal import CProtobufC
import Synchronization

/// A message type's name and fields, and the tables that libprotobuf-c packs and unpacks it by.
///
/// The C struct that stands for a message has one slot of 24 bytes for each field, in the order of `fields`; the
/// members of a oneof share one slot. A slot is a quantifier word (a count, a presence flag or the number of the
/// oneof's member) and a value of two words. Generated code addresses fields by slot, so that reading one is a load
/// at a constant offset. Made once a type and never freed.
public final class MessageDescriptor: Sendable {
  /// The full name, with the package.
  public let name: String

  /// The file that declares the message.
  public let file: FileDescriptor

  /// The fields in the order of their slots.
  public let fields: [FieldDescriptor]

  /// The slot of each field.
  let slots: [Int]

  /// The size of the C struct.
  let structBytes: Int

  /// How the message is written in JSON, when the protobuf language defines a form of its own.
  let wellKnownType: WellKnownType?

  // SAFETY: owned by this descriptor, which lives as long as the process; written in `init` and, under
  // `linking`, in `link()` before `isLinked` is released, and only read after that.
  nonisolated(unsafe) let table: UnsafeMutablePointer<ProtobufCMessageDescriptor>

  // SAFETY: as `table`.
  nonisolated(unsafe) let scanTable: UnsafeMutablePointer<ScanTable>

  // SAFETY: written under `linking` before `isLinked` is released, and only read after that.
  nonisolated(unsafe) private var children: [MessageDescriptor?] = []

  private let entries: [MessageDescriptor?]
  private let jsonNames = Mutex<[String: Int]?>(nil)
  private let isLinked = Atomic(false)
  private static let linking = Mutex(())

  /// Describes a message; generated code calls this once a type.
  public init(_ name: String, in file: FileDescriptor, fields: [FieldDescriptor]) {
    self.name = name
    self.file = file
    self.fields = fields
    let (slots, count) = MessageDescriptor.assignSlots(fields)
    self.slots = slots
    structBytes = Slot.offset(count)
    wellKnownType = WellKnownType(rawValue: name)
    entries = fields.map { MessageDescriptor.entry(of: $0, in: name, file) }
    table = CTables.makeMessage(name: name, fields: fields, slots: slots, structBytes: structBytes)
    scanTable = ScanTable.make(fields)
    table.pointee.reserved1 = Unmanaged.passUnretained(self).toOpaque()
    scanTable.pointee.descriptor = Unmanaged.passUnretained(self).toOpaque()
    // The tables point back to the descriptor: it must outlive every message.
    _ = Unmanaged.passRetained(self)
    file.register()
  }

  /// The descriptor that a C struct's table belongs to.
  static func of(_ message: UnsafeRawPointer) -> MessageDescriptor {
    let table = message.load(as: UnsafePointer<ProtobufCMessageDescriptor>.self)
    // SAFETY: every table is made by `init`, which stores the descriptor there and keeps it alive.
    return Unmanaged<MessageDescriptor>.fromOpaque(table.pointee.reserved1!).takeUnretainedValue()
  }

  /// The descriptor of a map field's entries.
  func entry(_ field: Int) -> MessageDescriptor { entries[field]! }

  /// The descriptor of a field's sub-message or map entry.
  func child(_ field: Int) -> MessageDescriptor {
    link()
    return children[field]!
  }

  /// The index in `fields` of a slot; the first member for a oneof's.
  func field(inSlot slot: Int) -> FieldDescriptor? {
    slots.firstIndex(of: slot).map { fields[$0] }
  }

  /// The index in `fields` of every name that JSON may use; built when JSON is first read.
  var jsonTable: [String: Int] {
    jsonNames.withLock { table in
      if let table { return table }
      var made: [String: Int] = [:]
      for (index, field) in fields.enumerated() {
        made[field.name] = index
        made[field.jsonName] = index
      }
      table = made
      return made
    }
  }

  /// Joins the tables with those of all sub-messages; types may contain each other, so this cannot be part of `init`.
  func link() {
    if isLinked.load(ordering: .acquiring) { return }
    MessageDescriptor.linking.withLock { _ in
      var visited: [MessageDescriptor] = []
      collectUnlinked(into: &visited)
      for descriptor in visited { descriptor.isLinked.store(true, ordering: .releasing) }
    }
  }

  private func collectUnlinked(into visited: inout [MessageDescriptor]) {
    guard children.isEmpty, !isLinked.load(ordering: .acquiring) else { return }
    children = zip(fields, entries).map { field, entry in
      guard case .message(let type) = field.type else { return entry }
      return type.descriptor
    }
    visited.append(self)
    for (index, child) in children.enumerated() {
      guard let child else { continue }
      CTables.join(table, fields[index].number, child.table)
      scanTable.pointee.join(fields[index].number, child.scanTable)
      child.collectUnlinked(into: &visited)
    }
  }

  private static func assignSlots(_ fields: [FieldDescriptor]) -> (slots: [Int], count: Int) {
    var slots: [Int] = []
    var count = 0
    for (index, field) in fields.enumerated() {
      let continuesOneof = index > 0 && field.oneof != nil && field.oneof == fields[index - 1].oneof
      if !continuesOneof { count += 1 }
      slots.append(count - 1)
    }
    return (slots, count)
  }

  private static func entry(of field: FieldDescriptor, in name: String, _ file: FileDescriptor)
    -> MessageDescriptor?
  {
    guard case .map(let key, let value) = field.type else { return nil }
    return MessageDescriptor(
      "\(name).\(field.name)", in: file, fields: [.optional(1, "key", key), .optional(2, "value", value)])
  }
}
