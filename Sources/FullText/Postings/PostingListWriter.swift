/// Encodes the posting lists of one text field, one term after another.
///
/// Call `begin`, then `add` for each document in rising order, then `finish`. Belongs to one thread.
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
  private var blockFrontier: ImpactFrontier
  private var listFrontier: ImpactFrontier

  private let gaps: UnsafeMutablePointer<UInt32>
  private let frequencies: UnsafeMutablePointer<UInt32>
  private let positionGaps = IntegerBuffer(capacity: 1024)
  private let forms = IntegerBuffer(capacity: 1024)
  private var inBlock = 0
  private var last: DocID = .max

  private let skips = SkipSinks()
  private let blocks = ByteSink(capacity: 1 << 12)
  private var finished = Finished()
  private var positionsStart = 0

  /// `norms` holds a code for each document of the segment; nil when the field has none.
  init(norms: UnsafePointer<UInt8>?, averageLength: Float, hasPositions: Bool) {
    self.norms = norms
    self.hasPositions = hasPositions
    blockFrontier = ImpactFrontier(averageLength: averageLength)
    listFrontier = ImpactFrontier(averageLength: averageLength)
    gaps = .allocate(capacity: PostingListFormat.blockCount)
    frequencies = .allocate(capacity: PostingListFormat.blockCount)
  }

  deinit {
    gaps.deallocate()
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
    gaps[inBlock] = document &- last &- 1
    frequencies[inBlock] = frequency - 1
    last = document
    inBlock += 1
    finished.documentFrequency += 1
    finished.totalFrequency += UInt64(frequency)
    blockFrontier.add(frequency: frequency, norm: norms?[Int(document)] ?? 1)
    if inBlock == PostingListFormat.blockCount { flushBlock() }
  }

  /// Adds one occurrence of the document that `add` is called for next; `gap` counts the positions in between.
  @inline(__always)
  func addOccurrence(gap: UInt32, form: UInt32) {
    positionGaps.append(gap)
    if hasForms { forms.append(form) }
  }

  /// Ends the list and appends it to the sections.
  func finish() -> Finished {
    let start = postings.count
    if finished.documentFrequency < PostingListFormat.blockCount {
      finishSmall()
    } else {
      if inBlock > 0 { flushBlock() }
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
    flushPositions()
    if count == 1 {
      finished.single = last
      _ = blockFrontier.take()
    } else if count < PostingListFormat.packedFrom {
      _ = blockFrontier.take()
      appendVarints(count)
    } else {
      blockFrontier.take().append(to: postings)
      PatchedBlock.encode(gaps, count: count, to: postings)
      PatchedBlock.encode(frequencies, count: count, to: postings)
    }
  }

  private func appendVarints(_ count: Int) {
    for index in 0..<count {
      let often = frequencies[index] > 0
      postings.append(varint: UInt64(gaps[index]) << 1 | (often ? 1 : 0))
      if often { postings.append(varint: frequencies[index] - 1) }
    }
  }

  private func flushBlock() {
    let impacts = blockFrontier.take()
    listFrontier.add(impacts)
    skips.add(
      last: last, data: blocks.count, positions: positions.count - positionsStart, impacts: impacts)
    PatchedBlock.encode(gaps, count: inBlock, to: blocks)
    PatchedBlock.encode(frequencies, count: inBlock, to: blocks)
    flushPositions()
    inBlock = 0
  }

  private func flushPositions() {
    guard hasPositions else { return }
    let gaps = positionGaps.values
    if gaps.count < PostingListFormat.ricePositionsFrom {
      for gap in gaps { positions.append(varint: gap) }
      for form in forms.values { positions.append(varint: form) }
    } else {
      RiceCoding.encode(gaps, to: positions)
      appendForms()
    }
    positionGaps.removeAll()
    forms.removeAll()
  }

  private func appendForms() {
    guard hasForms else { return }
    if forms.values.allSatisfy({ $0 == 0 }) {
      positions.append(PostingListFormat.formsAllFirst)
    } else {
      RiceCoding.encode(forms.values, to: positions)
    }
  }
}

/// The skip data of a list while it is written: one array each of last documents, starts and impacts.
private final class SkipSinks {
  private let lasts = ByteSink()
  private let data = ByteSink()
  private let positions = ByteSink()
  private let impacts = ByteSink()

  func removeAll() {
    lasts.removeAll()
    data.removeAll()
    positions.removeAll()
    impacts.removeAll()
  }

  func add(last: DocID, data start: Int, positions positionsStart: Int, impacts pairs: Impacts) {
    lasts.append(integer: last)
    data.append(integer: UInt32(start))
    positions.append(integer: UInt32(positionsStart))
    pairs.append(to: impacts)
  }

  func append(to sink: ByteSink) {
    for part in [lasts, data, positions, impacts] { sink.append(part) }
  }
}
