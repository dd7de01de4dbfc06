/// Encodes the column of a keyword field, document after document.
///
/// Belongs to one thread.
struct KeywordColumnWriter {
  private var numbers: [[UInt32]: UInt32] = [:]
  private var sets: [[UInt32]] = []
  private var single: [UInt32: UInt32] = [:]
  private var setOfDocument: [UInt32] = []

  /// Adds a document: its ordinals, rising and distinct.
  mutating func add(_ ordinals: [UInt32]) {
    setOfDocument.append(ordinals.isEmpty ? 0 : number(of: ordinals))
  }

  private mutating func number(of ordinals: [UInt32]) -> UInt32 {
    if ordinals.count == 1, let known = single[ordinals[0]] { return known }
    if ordinals.count > 1, let known = numbers[ordinals] { return known }
    sets.append(ordinals)
    let number = UInt32(sets.count)
    if ordinals.count == 1 { single[ordinals[0]] = number } else { numbers[ordinals] = number }
    return number
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
