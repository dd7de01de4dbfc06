extension PostingCursor {
  /// Postings in a block of this list.
  @inline(__always)
  private func count(ofBlock number: Int) -> Int {
    number + 1 < blockCount
      ? PostingListFormat.blockCount
      : Int(documentFrequency) - number * PostingListFormat.blockCount
  }

  /// Decodes the documents of a block into scratch; false if its bytes cannot be right.
  mutating func decode(_ number: Int) -> Bool {
    let count = count(ofBlock: number)
    inBlock = count
    guard documentFrequency >= PostingListFormat.blockCount else {
      padLastRow()
      return true
    }
    let offset = starts[number]
    guard Int(offset) < dataEnd - data,
      let behind = PatchedBlock.decode(data + Int(offset), end: dataEnd, count: count, to: documents)
    else { return false }
    let end = last(number)
    let previous = number == 0 ? DocID.max : last(number - 1)
    guard number == 0 || previous < end, end < documentCount else { return false }
    if count == PostingListFormat.blockCount {
      BlockPacking.integrate(documents, previous: previous)
    } else {
      Self.integrate(documents, count: count, previous: previous)
      padLastRow()
    }
    frequencyData = behind
    return documents[count - 1] == end
  }

  /// Decodes the frequencies of the current block; all 1 if the bytes cannot be right.
  @inline(never)
  mutating func decodeFrequencies() {
    guard let source = frequencyData else { return }
    frequencyData = nil
    let target = frequencies
    if PatchedBlock.decode(source, end: dataEnd, count: inBlock, to: target) == nil {
      target.update(repeating: 0, count: inBlock)
      DamagedLists.note()
    }
    BlockPacking.increment(target, count: inBlock)
  }
}
