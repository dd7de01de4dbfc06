/// A message's C struct in the arena, edited field by field by its descriptor.
///
/// Valid until the operation ends in whose memory it lies.
struct MessageStruct {
  private let base: UnsafeMutableRawPointer
  let descriptor: MessageDescriptor

  init<M: Message>(_ message: M, in scratch: Scratch) {
    let base = MessageWriter.fill(message, in: UnsafeMutableRawPointer(scratch.arena), splicing: false)
    self.init(base, M.descriptor)
  }

  private init(_ base: UnsafeMutableRawPointer, _ descriptor: MessageDescriptor) {
    self.base = base
    self.descriptor = descriptor
  }

  /// The message that the struct holds.
  func message<M: Message>(as type: M.Type = M.self) -> M {
    do {
      return try M(reading: MessageReader(base))
    } catch {
      // The strings come from a message, which holds valid ones only.
      preconditionFailure("\(error)")
    }
  }

  /// Whether a field holds anything.
  func isPresent(_ index: Int) -> Bool {
    let field = descriptor.fields[index]
    switch field.cardinality {
    case .repeated, .packed: return quantifier(index).load(as: Int.self) > 0
    case .implicit: return value(index).load(as: UInt64.self) != 0
    case .explicit:
      if field.oneof != nil { return quantifier(index).load(as: UInt32.self) == field.number }
      if case .message = field.type { return value(index).load(as: UnsafeRawPointer?.self) != nil }
      return quantifier(index).load(as: Int32.self) != 0
    }
  }

  /// Clears every field that the tree does not name.
  func keepOnly(_ tree: FieldTree) {
    (base + 8).initializeMemory(as: UInt8.self, repeating: 0, count: 16)
    for (index, field) in descriptor.fields.enumerated() where isPresent(index) {
      guard let subtree = tree.children[field.name[...]] else {
        clear(index)
        continue
      }
      if subtree.isLeaf { continue }
      if let child = child(index) { child.keepOnly(subtree) } else { clear(index) }
    }
  }

  /// Takes the fields that the tree names from another struct of the same type.
  func take(_ tree: FieldTree, from other: MessageStruct, in scratch: Scratch) {
    for (name, subtree) in tree.children {
      guard let index = descriptor.index(ofField: name) else { continue }
      if subtree.isLeaf {
        take(index, from: other)
      } else if descriptor.singularChild(index) != nil {
        takeInside(index, subtree, from: other, in: scratch)
      }
    }
  }

  private func take(_ index: Int, from other: MessageStruct) {
    if other.isPresent(index) {
      quantifier(index).copyMemory(from: other.quantifier(index), byteCount: Slot.bytes)
    } else if isPresent(index) {
      clear(index)
    }
  }

  /// Takes fields of a sub-message; one that is missing here is made, one that is missing there counts as empty.
  private func takeInside(_ index: Int, _ tree: FieldTree, from other: MessageStruct, in scratch: Scratch) {
    guard let type = descriptor.singularChild(index) else { return }
    let source = other.child(index)
    if child(index) == nil {
      guard source != nil else { return }
      setChild(index, MessageStruct.makeEmpty(type, in: scratch))
    }
    child(index)?.take(tree, from: source ?? MessageStruct.makeEmpty(type, in: scratch), in: scratch)
  }

  private static func makeEmpty(_ descriptor: MessageDescriptor, in scratch: Scratch) -> MessageStruct {
    MessageStruct(MessageWriter(descriptor, in: UnsafeMutableRawPointer(scratch.arena)).base, descriptor)
  }

  private func setChild(_ index: Int, _ child: MessageStruct) {
    clear(index)
    if descriptor.fields[index].oneof != nil {
      quantifier(index).storeBytes(of: descriptor.fields[index].number, as: UInt32.self)
    }
    value(index).storeBytes(of: child.base, as: UnsafeMutableRawPointer.self)
  }

  private func child(_ index: Int) -> MessageStruct? {
    guard isPresent(index), let type = descriptor.singularChild(index) else { return nil }
    return MessageStruct(value(index).load(as: UnsafeMutableRawPointer.self), type)
  }

  private func clear(_ index: Int) {
    quantifier(index).initializeMemory(as: UInt8.self, repeating: 0, count: Slot.bytes)
  }

  private func quantifier(_ index: Int) -> UnsafeMutableRawPointer {
    base + Slot.offset(descriptor.slots[index])
  }

  private func value(_ index: Int) -> UnsafeMutableRawPointer {
    base + Slot.valueOffset(descriptor.slots[index])
  }
}
