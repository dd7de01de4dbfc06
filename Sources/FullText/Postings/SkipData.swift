/// The skip data of a list while it is written.
///
/// Belongs to one thread.
final class SkipData {
  private var lasts: [UInt32] = []
  private var starts: [UInt32] = []
  private var positions: [UInt32] = []
  private let impacts = ByteSink()

  func removeAll() {
    guard !lasts.isEmpty else { return }
    lasts.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    positions.removeAll(keepingCapacity: true)
    impacts.removeAll()
  }

  func add(last: DocID, start: Int, positions positionsStart: Int, impacts pairs: Impacts) {
    lasts.append(last)
    starts.append(UInt32(start))
    positions.append(UInt32(positionsStart))
    pairs.append(to: impacts)
  }

  func append(to sink: ByteSink) {
    let startBytes = ByteArrayView.width(starts.last ?? 0)
    let positionBytes = ByteArrayView.width(positions.last ?? 0)
    sink.append(UInt8(startBytes | positionBytes << 4))
    append(lasts, width: PostingListFormat.lastBytes, to: sink)
    sink.append(impacts)
    append(starts, width: startBytes, to: sink)
    append(positions, width: positionBytes, to: sink)
  }

  private func append(_ values: [UInt32], width: Int, to sink: ByteSink) {
    for value in values {
      for byte in 0..<width { sink.append(UInt8(truncatingIfNeeded: value >> UInt32(8 * byte))) }
    }
  }
}
