/// Walks one posting list by rising document, a block of 128 at a time.
///
/// A plain value without references, so that arrays of cursors cost no reference counts. It points into the
/// segment's image and into scratch of a `PostingArena`, and is valid while both live; copying one gives two
/// cursors that share scratch, so move it instead. Starts before the first document: call `next` or `advance` first.
/// A damaged list ends early, which ``DamagedLists`` is told; nothing is ever read outside the image.
// Every pointer below stays inside the image (checked in `PostingCursor+Opening` and by the codecs) or inside the
// cursor's own scratch of 128 documents and 128 frequencies.
struct PostingCursor {
  /// The current document; `endOfPostings` when run out. `endOfPostings` before the first move, too.
  var document: DocID = endOfPostings
  /// How many documents the list holds (deleted ones included).
  let documentFrequency: UInt32
  /// Whether it holds many occurrences in a document, on average.
  let isRepeated: Bool
  /// Bounds over the whole list.
  var impacts: Impacts

  // Scratch.
  let documents: UnsafeMutablePointer<DocID>
  var frequencies: UnsafeMutablePointer<UInt32> { documents + PostingListFormat.blockCount }

  // Skip data: arrays of `blockCount` entries.
  var lasts: ByteArrayView
  var starts: ByteArrayView
  var positionStarts: ByteArrayView
  var blockBounds: UnsafeRawPointer
  var data: UnsafeRawPointer
  var dataEnd: UnsafeRawPointer
  var positionData: UnsafeRawPointer
  var positionEnd: UnsafeRawPointer

  let blockCount: Int
  let documentCount: UInt32
  let hasPositions: Bool
  let hasForms: Bool

  // Where it stands.
  var block = -1
  var index = 0
  var inBlock = 0
  var frequencyData: UnsafeRawPointer?
  var place = OccurrencePlace()

  /// The number of occurrences in the current document. Decodes the block's frequencies on first use.
  var frequency: UInt32 {
    @inline(__always) mutating get {
      if frequencyData != nil { decodeFrequencies() }
      return frequencies[index]
    }
  }

  /// Moves to the next document.
  @discardableResult
  @inline(__always)
  mutating func next() -> DocID {
    index += 1
    if index < inBlock {
      document = documents[index]
    } else {
      load(block + 1)
    }
    return document
  }

  /// Moves to the first document not below `target`; stays if already there.
  @discardableResult
  @inline(__always)
  mutating func advance(to target: DocID) -> DocID {
    if block >= 0, target <= document { return document }
    if block < 0 || target > last(block) {
      load(findBlock(target, from: max(block, 0)))
      if target <= document { return document }
    }
    search(target)
    return document
  }

  /// Stands before the first document again.
  mutating func restart() {
    // A list that could not be opened stays at its end.
    if block >= 0, blockCount == 0 || last(blockCount - 1) >= documentCount { return }
    (document, block, index, inBlock) = (endOfPostings, -1, 0, 0)
    frequencyData = nil
    place = OccurrencePlace()
  }

  /// The last document of a block.
  @inline(__always)
  func last(_ block: Int) -> DocID { lasts[block] }

  /// Bounds over a block.
  @inline(__always)
  func impacts(ofBlock block: Int) -> Impacts {
    Impacts(stored: blockBounds + block * Impacts.storedBytes)
  }

  /// The first block, from `start` on, that does not end below `target`: galloping, then halving.
  @inline(__always)
  private func findBlock(_ target: DocID, from start: Int) -> Int {
    var low = start
    var step = 1
    while low + step <= blockCount, last(low + step - 1) < target {
      low += step
      step *= 2
    }
    var high = min(low + step - 1, blockCount)
    while low < high {
      let middle = (low + high) / 2
      if last(middle) < target { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Moves within the block to the first document not below `target`, which is there.
  ///
  /// Targets are near more often than not, so rows of eight are passed one by one; within a row the documents below the
  /// target are counted without a branch.
  @inline(__always)
  private mutating func search(_ target: DocID) {
    var row = documents + (index & ~(Self.rowCount - 1))
    while row[Self.rowCount - 1] < target { row += Self.rowCount }
    index = row - documents + Self.below(target, in: row)
    document = documents[index]
  }

  /// Fills the last row of a block of fewer than 128 documents.
  mutating func padLastRow() {
    for place in inBlock..<(inBlock + Self.rowCount - 1) & ~(Self.rowCount - 1) {
      documents[place] = Self.padding
    }
  }

  /// Decodes the documents of a block and stands on its first; runs out behind the last one.
  @inline(never)
  mutating func load(_ number: Int) {
    guard number < blockCount, decode(number) else {
      if number < blockCount { DamagedLists.note() }
      block = blockCount
      index = 0
      inBlock = 0
      document = endOfPostings
      frequencyData = nil
      return
    }
    block = number
    index = 0
    document = documents[0]
  }
}
