internal import CProtobufC
import Synchronization

/// What a `MessageDescriptor` names; made once a type and never freed.
final class DescriptorStorage: Sendable {
  let name: String
  let file: FileDescriptor
  let fields: [FieldDescriptor]
  let slots: [Int]
  let structBytes: Int
  let wellKnownType: WellKnownType?

  // SAFETY: owned by this object, which lives as long as the process; written in `init` and, under
  // `linking`, in `link()` before `isLinked` is released, and only read after that.
  nonisolated(unsafe) let table: UnsafeMutablePointer<ProtobufCMessageDescriptor>

  // SAFETY: as `table`.
  nonisolated(unsafe) let scanTable: UnsafeMutablePointer<ScanTable>

  // SAFETY: as `table`; what it remembers it writes atomically.
  nonisolated(unsafe) let presentFields: UnsafeMutablePointer<PresentFields>?

  // SAFETY: written under `linking` before `isLinked` is released, and only read after that.
  nonisolated(unsafe) private var children: [MessageDescriptor?] = []

  private let entries: [MessageDescriptor?]
  private let jsonNames = Mutex<[String: Int]?>(nil)
  private let isLinked = Atomic(false)
  private static let linking = Mutex(())

  init(_ name: String, in file: FileDescriptor, fields: [FieldDescriptor]) {
    self.name = name
    self.file = file
    self.fields = fields
    let (slots, count) = Self.assignSlots(fields)
    self.slots = slots
    structBytes = Slot.offset(count)
    wellKnownType = WellKnownType(rawValue: name)
    entries = fields.map { Self.entry(of: $0, in: name, file) }
    table = CTables.makeMessage(name: name, fields: fields, slots: slots, structBytes: structBytes)
    presentFields = PresentFields.make(fields, slots: slots)
    scanTable = ScanTable.make(fields)
    table.pointee.reserved1 = Unmanaged.passUnretained(self).toOpaque()
    scanTable.pointee.descriptor = Unmanaged.passUnretained(self).toOpaque()
    file.register()
  }

  func entry(_ field: Int) -> MessageDescriptor { entries[field]! }

  func child(_ field: Int) -> MessageDescriptor {
    link()
    return children[field]!
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
    Self.linking.withLock { _ in
      var visited: [DescriptorStorage] = []
      collectUnlinked(into: &visited)
      for descriptor in visited { descriptor.isLinked.store(true, ordering: .releasing) }
    }
  }

  private func collectUnlinked(into visited: inout [DescriptorStorage]) {
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
      child.storage.collectUnlinked(into: &visited)
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
