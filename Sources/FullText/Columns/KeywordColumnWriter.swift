/// Encodes the column of a keyword field, document after document.
///
/// Belongs to one thread.
struct KeywordColumnWriter {
  /// The number of each set of several values.
  private var numbers: [[UInt32]: UInt32] = [:]
  private var sets: [[UInt32]] = []
  /// The number of the set of each value alone, by value; 0 when no document has just that.
  private var single: [UInt32] = []
  private var setOfDocument: [UInt32] = []

  /// Adds a document: its ordinals, rising and distinct.
  mutating func add(_ ordinals: UnsafeBufferPointer<UInt32>) {
    let number: UInt32 =
      switch ordinals.count {
      case 0: 0
      case 1: self.number(of: ordinals[0])
      default: self.number(of: Array(ordinals))
      }
    setOfDocument.append(number)
  }

  private mutating func number(of ordinal: UInt32) -> UInt32 {
    let place = Int(ordinal)
    if place >= single.count {
      single += repeatElement(0, count: max(place + 1 - single.count, single.count))
    } else if single[place] != 0 {
      return single[place]
    }
    sets.append([ordinal])
    single[place] = UInt32(sets.count)
    return single[place]
  }

  private mutating func number(of ordinals: [UInt32]) -> UInt32 {
    if let known = numbers[ordinals] { return known }
    sets.append(ordinals)
    numbers[ordinals] = UInt32(sets.count)
    return UInt32(sets.count)
  }

  /// Appends the section; every one of the values must be some document's.
  func encode(valueCount: Int, to sink: ByteSink) {
    let order = sets.indices.sorted { sets[$0].lexicographicallyPrecedes(sets[$1]) }
    var rank = [UInt32](repeating: 0, count: sets.count + 1)
    for (place, index) in order.enumerated() { rank[index + 1] = UInt32(place + 1) }
    let isSingle = numbers.isEmpty && sets.count == valueCount
    let memberCount = isSingle ? 0 : sets.reduce(0) { $0 + $1.count }
    sink.append(integer: UInt32(sets.count + 1))
    sink.append(integer: UInt32(memberCount))
    append(setOfDocument.count, largest: sets.count, to: sink) { UInt64(rank[Int(setOfDocument[$0])]) }
    guard memberCount > 0 else { return }
    var starts = [0, 0]
    var members: [UInt32] = []
    for index in order {
      members += sets[index]
      starts.append(members.count)
    }
    append(starts.count, largest: memberCount, to: sink) { UInt64(starts[$0]) }
    append(members.count, largest: valueCount - 1, to: sink) { UInt64(members[$0]) }
  }

  private func append(_ count: Int, largest: Int, to sink: ByteSink, _ value: (Int) -> UInt64) {
    PackedArray.append(count, width: PackedArray.width(UInt64(largest)), to: sink, value)
  }
}
