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
    /// For a sub-message that occurs once: a bit of the set of those seen already (two fields may share one).
    var onceBit: UInt64 = 0
    /// The oneof that the field is a member of, or -1.
    var oneof: Int16 = -1
    /// Whether entering the sub-message counts as nesting; a map entry does not.
    var nests = false
    /// The sub-message's table.
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
    var sub = 0
    let oneofs = descriptors.compactMap(\.oneof)
    let sorted = descriptors.map { Field($0, &sub, oneofs) }.sorted { $0.number < $1.number }
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
  /// Takes the next free bit for a sub-message that occurs once.
  fileprivate init(_ field: FieldDescriptor, _ sub: inout Int, _ oneofs: [String]) {
    self.init(number: field.number, wireType: field.type.wireType)
    isPackable = field.type.isPackable && (field.cardinality == .packed || field.cardinality == .repeated)
    fixedBytes = wireType == WireType.fixed64 ? 8 : wireType == WireType.fixed32 ? 4 : 0
    if let name = field.oneof, let index = oneofs.firstIndex(of: name) { oneof = Int16(index) }
    guard case .message = field.type else { return }
    nests = true
    if field.cardinality == .explicit {
      onceBit = 1 << UInt64(sub % 64)
      sub += 1
    }
  }
}
