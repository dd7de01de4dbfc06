internal import CProtobufC
import Synchronization

/// Tables of libprotobuf-c that hold only those fields of a type that a message has.
///
/// The library walks all fields of its table for each message that it packs, and most messages have few of theirs. So a
/// message that is only to be packed gets the table of just the fields that were written. Messages of a type mostly have the
/// same ones: the tables of the first few sets are remembered for the life of the process, and found without a lock; any
/// further set is laid out in the arena, for one packing.
struct PresentFields: ~Copyable {
  /// The table of a set, followed by its fields.
  private struct FieldSet {
    let present: UInt64
    let member: UInt32
    var table: ProtobufCMessageDescriptor
  }

  private static let mostSets = 16
  private static let mostProbes = 4

  // SAFETY: made once, never written again, never freed.
  /// The fields as the library packs them without asking whether they are there, in the order of their slots.
  private let fields: UnsafeMutablePointer<ProtobufCFieldDescriptor>
  /// The first field of each slot, and behind the last slot the number of fields.
  private let firstInSlot: UnsafeMutablePointer<Int>
  /// The sets that were met first, each near the place that its bits give it.
  private let sets: UnsafeMutablePointer<Atomic<UnsafeMutableRawPointer?>>

  /// Nil for a type with more slots than there are bits, with several oneofs, or whose fields are not declared in the order
  /// of their numbers, in which they are packed.
  static func make(_ fields: [FieldDescriptor], slots: [Int]) -> UnsafeMutablePointer<PresentFields>? {
    let slotCount = (slots.last ?? -1) + 1
    let isAscending = zip(fields, fields.dropFirst()).allSatisfy { $0.number < $1.number }
    guard slotCount <= UInt64.bitWidth, isAscending, Set(fields.compactMap(\.oneof)).count <= 1 else {
      return nil
    }
    let made = UnsafeMutablePointer<PresentFields>.allocate(capacity: 1)
    made.initialize(to: PresentFields(fields, slots, slotCount))
    return made
  }

  private init(_ described: [FieldDescriptor], _ slots: [Int], _ slotCount: Int) {
    fields = .allocate(capacity: described.count)
    firstInSlot = .allocate(capacity: slotCount + 1)
    for index in described.indices.reversed() {
      (fields + index).initialize(to: Self.makeField(described[index], slot: slots[index]))
      firstInSlot[slots[index]] = index
    }
    firstInSlot[slotCount] = described.count
    sets = .allocate(capacity: Self.mostSets)
    for place in 0..<Self.mostSets { (sets + place).initialize(to: Atomic(nil)) }
  }

  private static func makeField(_ field: FieldDescriptor, slot: Int) -> ProtobufCFieldDescriptor {
    var made = CTables.makeField(field, slot: slot)
    if made.label != PROTOBUF_C_LABEL_REPEATED {
      made.label = PROTOBUF_C_LABEL_REQUIRED
      made.flags = 0
    }
    return made
  }

  /// The table of the fields in these slots.
  ///
  /// - Parameters:
  ///   - present: a bit for each slot.
  ///   - member: the number of the oneof's member, where its slot is one of them.
  ///   - arena: where the table goes that is not remembered.
  /// - Complexity: O(1) for one of the remembered sets, else O(fields that are present).
  @inline(__always)
  func table(
    of present: UInt64, _ member: UInt32, in arena: UnsafeMutableRawPointer
  ) -> UnsafePointer<ProtobufCMessageDescriptor> {
    let key = (present ^ UInt64(member) &<< 32) &* 0x9E37_79B9_7F4A_7C15
    let place = Int(truncatingIfNeeded: key &>> 60)
    if let known = sets[place].load(ordering: .acquiring), Self.isSet(known, present, member) {
      return Self.table(of: known)
    }
    return find(present, member, from: place, in: arena)
  }

  private static func isSet(_ set: UnsafeMutableRawPointer, _ present: UInt64, _ member: UInt32) -> Bool {
    let set = set.assumingMemoryBound(to: FieldSet.self)
    return set.pointee.present == present && set.pointee.member == member
  }

  /// Looks for a set in all places where it may be, and puts it into the first of them that is free.
  @inline(never)
  private func find(
    _ present: UInt64, _ member: UInt32, from first: Int, in arena: UnsafeMutableRawPointer
  ) -> UnsafePointer<ProtobufCMessageDescriptor> {
    var place = first
    for _ in 0..<Self.mostProbes {
      guard let known = sets[place].load(ordering: .acquiring) else {
        return remember(makeSet(present, member, in: nil), at: place, in: arena)
      }
      if Self.isSet(known, present, member) { return Self.table(of: known) }
      place = (place + 1) & (Self.mostSets - 1)
    }
    return Self.table(of: makeSet(present, member, in: arena))
  }

  private static func table(of set: UnsafeMutableRawPointer) -> UnsafePointer<ProtobufCMessageDescriptor> {
    UnsafePointer(
      (set + MemoryLayout<FieldSet>.offset(of: \.table)!).assumingMemoryBound(
        to: ProtobufCMessageDescriptor.self))
  }

  /// Puts a new set where none was; looks again where another thread was faster.
  private func remember(
    _ made: UnsafeMutableRawPointer, at place: Int, in arena: UnsafeMutableRawPointer
  ) -> UnsafePointer<ProtobufCMessageDescriptor> {
    if sets[place].compareExchange(expected: nil, desired: made, ordering: .acquiringAndReleasing).exchanged {
      return Self.table(of: made)
    }
    let set = made.assumingMemoryBound(to: FieldSet.self).pointee
    made.deallocate()
    return table(of: set.present, set.member, in: arena)
  }

  /// Lays out a set in the arena, or in memory that stays.
  private func makeSet(
    _ present: UInt64, _ member: UInt32, in arena: UnsafeMutableRawPointer?
  ) -> UnsafeMutableRawPointer {
    let count = present.nonzeroBitCount
    let bytes = MemoryLayout<FieldSet>.stride + count * MemoryLayout<ProtobufCFieldDescriptor>.stride
    let memory =
      arena.map { MessageWriter.allocateUncounted(bytes, in: $0) }
      ?? .allocate(byteCount: bytes, alignment: 16)
    let copies = (memory + MemoryLayout<FieldSet>.stride).bindMemory(
      to: ProtobufCFieldDescriptor.self, capacity: count)
    var slots = present
    for index in 0..<count {
      (copies + index).initialize(to: fields[self.field(inSlot: slots.trailingZeroBitCount, member)])
      slots &= slots - 1
    }
    var table = ProtobufCMessageDescriptor()
    table.magic = UInt32(PROTOBUF_C__MESSAGE_DESCRIPTOR_MAGIC)
    table.n_fields = UInt32(count)
    table.fields = UnsafePointer(copies)
    memory.bindMemory(to: FieldSet.self, capacity: 1)
      .initialize(to: FieldSet(present: present, member: member, table: table))
    return memory
  }

  /// The index of the field in a slot; of the slot of a oneof that of its member.
  private func field(inSlot slot: Int, _ member: UInt32) -> Int {
    let (first, end) = (firstInSlot[slot], firstInSlot[slot + 1])
    guard end - first > 1 else { return first }
    return (first..<end).first { fields[$0].id == member } ?? first
  }
}
