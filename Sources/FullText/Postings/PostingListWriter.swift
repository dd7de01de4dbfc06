/// Encodes the posting lists of one text field, one term after another.
///
/// Call `begin`, then for the documents in rising order either `add`, one by one, or `room` and `commit`, many at a time, then
/// `finish`; or `copy`. Belongs to one thread.
final class PostingListWriter {
  /// The field's postings section so far.
  let postings = ByteSink(capacity: 1 << 12)
  /// The field's positions section so far.
  let positions = ByteSink(capacity: 1 << 12)

  /// What the dictionary stores of a finished list.
  struct Finished {
    var documentFrequency = 0
    var totalFrequency: UInt64 = 0
    /// The document of a list of one.
    var single: DocID = 0
    /// Bytes appended to `postings`; none for a list of one.
    var postingsBytes = 0
    /// Bytes appended to `positions`.
    var positionsBytes = 0
  }

  private let norms: UnsafePointer<UInt8>?
  private let hasPositions: Bool
  private var hasForms = false
  private let blockFrontier: ImpactFrontier
  private let listFrontier: ImpactFrontier

  private let documents: UnsafeMutablePointer<DocID>
  private let frequencies: UnsafeMutablePointer<UInt32>
  private let positionGaps = IntegerBuffer(capacity: 1024)
  private let forms = IntegerBuffer(capacity: 1024)
  private var inBlock = 0
  /// The last document of the blocks written.
  private var last: DocID = .max

  private let skips = SkipData()
  private let blocks = ByteSink(capacity: 1 << 12)
  private var finished = Finished()
  private var positionsStart = 0

  /// `norms` holds a code for each document of the segment; nil when the field has none.
  init(norms: UnsafePointer<UInt8>?, averageLength: Float, hasPositions: Bool) {
    self.norms = norms
    self.hasPositions = hasPositions
    blockFrontier = ImpactFrontier(averageLength: averageLength)
    listFrontier = ImpactFrontier(averageLength: averageLength)
    documents = .allocate(capacity: PostingListFormat.blockCount)
    frequencies = .allocate(capacity: PostingListFormat.blockCount)
  }

  deinit {
    documents.deallocate()
    frequencies.deallocate()
  }

  /// Starts a list; `hasForms` when its term has more than one form.
  func begin(hasForms: Bool) {
    self.hasForms = hasForms
    finished = Finished()
    positionsStart = positions.count
    inBlock = 0
    last = .max
    skips.removeAll()
    blocks.removeAll()
  }

  /// Adds a document: how often the term occurs, and each occurrence to `addOccurrence` before.
  @inline(__always)
  func add(_ document: DocID, frequency: UInt32) {
    if inBlock == PostingListFormat.blockCount { flushBlock(behind: positionGaps.count - Int(frequency)) }
    documents[inBlock] = document
    frequencies[inBlock] = frequency
    inBlock += 1
  }

  /// Adds one occurrence of the document that `add` is called for next; `gap` counts the positions in between.
  @inline(__always)
  func addOccurrence(gap: UInt32, form: UInt32) {
    guard hasPositions else { return }
    positionGaps.append(gap)
    if hasForms { forms.append(form) }
  }

  /// Where to write the next postings, and what stands beside them.
  struct Room {
    /// How many postings may be written, at least one.
    let postings: Int
    let documents: UnsafeMutablePointer<DocID>
    let frequencies: UnsafeMutablePointer<UInt32>
    /// For each occurrence the positions between it and the one before in its document.
    let gaps: UnsafeMutablePointer<UInt32>
    /// The form of each occurrence; to be written only if the list has forms.
    let forms: UnsafeMutablePointer<UInt32>
  }

  /// Room for postings with at most so many occurrences; `commit` adds them.
  func room(forOccurrences count: Int) -> Room {
    if inBlock == PostingListFormat.blockCount { flushBlock(behind: positionGaps.count) }
    return Room(
      postings: PostingListFormat.blockCount - inBlock, documents: documents + inBlock,
      frequencies: frequencies + inBlock, gaps: positionGaps.reserve(count),
      forms: forms.reserve(hasForms ? count : 0))
  }

  /// Adds what was written in `room`.
  func commit(postings: Int, occurrences: Int) {
    inBlock += postings
    guard hasPositions else { return }
    positionGaps.commit(occurrences)
    if hasForms { forms.commit(occurrences) }
  }

  /// Ends the list and appends it to the sections.
  func finish() -> Finished {
    let start = postings.count
    if finished.documentFrequency == 0, inBlock < PostingListFormat.blockCount {
      finishSmall()
    } else {
      flushBlock(behind: positionGaps.count)
      listFrontier.take().append(to: postings)
      skips.append(to: postings)
      postings.append(blocks)
    }
    finished.postingsBytes = postings.count - start
    finished.positionsBytes = positions.count - positionsStart
    return finished
  }

  private func finishSmall() {
    let count = inBlock
    guard count > 0 else { return }
    finished.single = documents[0]
    let isPacked = count >= PostingListFormat.packedFrom
    if isPacked { blockFrontier.add(documents, frequencies, count: count, norms: norms) }
    closeBlock()
    flushPositions(behind: positionGaps.count)
    if isPacked {
      blockFrontier.take().append(to: postings)
      PatchedBlock.encode(documents, count: count, to: postings)
      PatchedBlock.encode(frequencies, count: count, to: postings)
    } else if count > 1 {
      appendVarints(count)
    }
  }

  private func appendVarints(_ count: Int) {
    for index in 0..<count {
      let often = frequencies[index] > 0
      postings.append(varint: UInt64(documents[index]) << 1 | (often ? 1 : 0))
      if often { postings.append(varint: frequencies[index] - 1) }
    }
  }

  /// Writes the block; the positions up to `end` belong to it.
  private func flushBlock(behind end: Int) {
    let count = inBlock
    blockFrontier.add(documents, frequencies, count: count, norms: norms)
    let impacts = blockFrontier.take()
    closeBlock()
    listFrontier.add(impacts)
    skips.add(last: last, start: blocks.count, positions: positions.count - positionsStart, impacts: impacts)
    PatchedBlock.encode(documents, count: count, to: blocks)
    PatchedBlock.encode(frequencies, count: count, to: blocks)
    flushPositions(behind: end)
  }

  /// Counts the postings of the block, and turns documents into gaps and frequencies into those less one.
  private func closeBlock() {
    let (documents, frequencies) = (documents, frequencies)
    var total: UInt64 = 0
    var last = last
    for index in 0..<inBlock {
      total += UInt64(frequencies[index])
      frequencies[index] -= 1
      let document = documents[index]
      documents[index] = document &- last &- 1
      last = document
    }
    finished.documentFrequency += inBlock
    finished.totalFrequency += total
    self.last = last
    inBlock = 0
  }

  private func flushPositions(behind end: Int) {
    guard hasPositions else { return }
    let gaps = UnsafeBufferPointer(rebasing: positionGaps.values[..<end])
    let ordinals = UnsafeBufferPointer(rebasing: forms.values[..<(hasForms ? end : 0)])
    if gaps.count < PostingListFormat.ricePositionsFrom {
      for gap in gaps { positions.append(varint: gap) }
      for form in ordinals { positions.append(varint: form) }
    } else {
      RiceCoding.encode(gaps, to: positions)
      append(forms: ordinals)
    }
    positionGaps.removeFirst(gaps.count)
    forms.removeFirst(ordinals.count)
  }

  private func append(forms ordinals: UnsafeBufferPointer<UInt32>) {
    guard hasForms else { return }
    if ordinals.allSatisfy({ $0 == 0 }) {
      positions.append(PostingListFormat.formsAllFirst)
    } else {
      RiceCoding.encode(ordinals, to: positions)
    }
  }
}
