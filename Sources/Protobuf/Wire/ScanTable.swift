/// What the scan before unpacking knows of a message type: wire types and sub-messages, by field number.
struct ScanTable {
  /// One field.
  struct Field {
    var number: UInt32
    /// The wire type of one value.
    var wireType: UInt8
    /// Whether a length-prefixed run of values is accepted as well.
    var isPackable = false
    /// The size of a value of fixed size, else 0.
    var fixedBytes: UInt8 = 0
    /// For what should occur once and would be read wrongly, or not at all, when it does not: a bit of the set of
    /// those seen already. Members of a oneof share one, and other fields may.
    var onceBit: UInt64 = 0
    /// Whether the payload has to be UTF-8.
    var isString = false
    /// The oneof that the field is a member of, or -1.
    var oneof: Int16 = -1
    /// Whether entering the sub-message counts as nesting; a map entry does not.
    var nests = false
    /// Whether the values are those of a closed enum. Such a field accepts no wire type: it takes the way of unknown fields,
    /// where each of its values is looked at.
    var isClosed = false
    /// Whether a length-prefixed run of a closed enum's values is accepted.
    var isClosedRun = false
    /// The sub-message's table; a closed enum's has its values for fields.
    var child: UnsafeMutablePointer<ScanTable>?

    /// Whether a value of this wire type belongs to the field; otherwise it is unknown.
    @inline(__always)
    func accepts(_ other: UInt8) -> Bool {
      wireType == other || (other == WireType.lengthDelimited && isPackable)
    }
  }

  /// The descriptor, unretained; it lives as long as the table.
  var descriptor: UnsafeMutableRawPointer?
  /// The fields by ascending number.
  private let fields: UnsafeMutablePointer<Field>
  private let count: Int
  /// The index of a field plus one, for small numbers.
  private let dense: UnsafeMutablePointer<UInt16>
  private let denseCount: UInt32

  private static let denseLimit: UInt32 = 1024

  static func make(_ fields: [FieldDescriptor]) -> UnsafeMutablePointer<ScanTable> {
    let result = UnsafeMutablePointer<ScanTable>.allocate(capacity: 1)
    result.initialize(to: ScanTable(fields))
    return result
  }

  private init(_ descriptors: [FieldDescriptor]) {
    var bits = OnceBits()
    let oneofs = descriptors.compactMap(\.oneof)
    // Strings come last: they do without a bit where there are too few.
    let ordered = descriptors.filter { !$0.type.isString } + descriptors.filter(\.type.isString)
    self.init(ordered.map { Field($0, &bits, oneofs) })
  }

  /// The values of a closed enum.
  fileprivate init(_ closed: EnumDescriptor) {
    let numbers = Set(closed.values.map { UInt32(bitPattern: $0.number) })
    self.init(numbers.map { Field(number: $0, wireType: WireType.varint) })
  }

  private init(_ unsorted: [Field]) {
    let sorted = unsorted.sorted { $0.number < $1.number }
    count = sorted.count
    fields = .allocate(capacity: max(1, count))
    fields.initialize(from: sorted, count: count)
    let lastDense = sorted.last { $0.number < ScanTable.denseLimit }
    denseCount = (lastDense?.number ?? 0) + 1
    dense = .allocate(capacity: Int(denseCount))
    dense.initialize(repeating: 0, count: Int(denseCount))
    for (index, field) in sorted.enumerated() where field.number < denseCount {
      dense[Int(field.number)] = UInt16(index + 1)
    }
  }

  /// The field of a number.
  @inline(__always)
  func find(_ number: UInt32) -> UnsafeMutablePointer<Field>? {
    if number < denseCount {
      let index = Int(dense[Int(number)])
      return index == 0 ? nil : fields + (index - 1)
    }
    return number < ScanTable.denseLimit ? nil : findSparse(number)
  }

  private func findSparse(_ number: UInt32) -> UnsafeMutablePointer<Field>? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if fields[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low < count && fields[low].number == number ? fields + low : nil
  }

  /// Sets the table of a field's sub-message.
  func join(_ number: UInt32, _ child: UnsafeMutablePointer<ScanTable>) {
    find(number)?.pointee.child = child
  }
}

extension ScanTable.Field {
  fileprivate init(_ field: FieldDescriptor, _ bits: inout OnceBits, _ oneofs: [String]) {
    self.init(number: field.number, wireType: field.type.wireType)
    isPackable = field.type.isPackable && (field.cardinality == .packed || field.cardinality == .repeated)
    fixedBytes = wireType == WireType.fixed64 ? 8 : wireType == WireType.fixed32 ? 4 : 0
    if let name = field.oneof, let index = oneofs.firstIndex(of: name) { oneof = Int16(index) }
    onceBit = bits.bit(for: field)
    isString = field.type.isString
    if case .message = field.type { nests = true }
    if case .enumeration(let type) = field.type, type.descriptor.isClosed { close(type.descriptor) }
  }
}

extension ScanTable.Field {
  private mutating func close(_ values: EnumDescriptor) {
    isClosed = true
    isClosedRun = isPackable
    isPackable = false
    wireType = WireType.none
    let table = UnsafeMutablePointer<ScanTable>.allocate(capacity: 1)
    table.initialize(to: ScanTable(values))
    child = table
  }

  /// Whether a value of this wire type belongs to a field of a closed enum.
  func acceptsClosed(_ other: UInt8) -> Bool {
    isClosed && (other == WireType.varint || (other == WireType.lengthDelimited && isClosedRun))
  }

  /// Whether a closed enum has a value of this number, of which 32 bits count.
  func hasValue(_ number: UInt64) -> Bool { child?.pointee.find(UInt32(truncatingIfNeeded: number)) != nil }
}

extension FieldType {
  fileprivate var isString: Bool { if case .string = self { true } else { false } }
}

/// Gives out the bits by which the scan notices what occurs more than once.
private struct OnceBits {
  private var count: UInt64 = 0
  private var byOneof: [String: UInt64] = [:]

  mutating func bit(for field: FieldDescriptor) -> UInt64 {
    if let oneof = field.oneof {
      let bit = byOneof[oneof] ?? next()
      byOneof[oneof] = bit
      return bit
    }
    switch field.type {
    case .message where field.cardinality == .explicit: return next()
    case .string where !field.cardinality.isRepeated && count < 64: return next()
    default: return 0
    }
  }

  private mutating func next() -> UInt64 {
    defer { count += 1 }
    return 1 << (count % 64)
  }
}
