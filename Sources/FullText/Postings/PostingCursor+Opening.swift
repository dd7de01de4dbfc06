/// Where the bytes of a posting list lie.
struct PostingListLocation {
  /// The list's bytes in the postings section; empty for a list of one.
  var postings: UnsafeRawBufferPointer
  /// The list's bytes in the positions section.
  var positions: UnsafeRawBufferPointer
  var documentFrequency: UInt32
  var totalFrequency: UInt64
  /// The document of a list of one.
  var single: DocID
  var hasPositions: Bool
  var hasForms: Bool
}

extension PostingCursor {
  /// Opens a list. `norms` (one a document, or nil) serve to bound short lists, which store no impacts.
  init(
    _ list: PostingListLocation, documentCount: Int, norms: UnsafePointer<UInt8>?, arena: PostingArena
  ) {
    documentFrequency = list.documentFrequency
    isRepeated = list.totalFrequency >= UInt64(TabulatedScores.occurrences) * UInt64(list.documentFrequency)
    hasPositions = list.hasPositions
    hasForms = list.hasForms
    self.documentCount = UInt32(documentCount)
    documents = arena.allocate(PostingArena.perCursor)
    positionData = list.positions.baseAddress ?? emptyBytes
    positionEnd = positionData + list.positions.count
    data = list.postings.baseAddress ?? emptyBytes
    dataEnd = data + list.postings.count
    let scratch = documents + 2 * PostingListFormat.blockCount
    lasts = ByteArrayView(scratch, width: 4)
    starts = ByteArrayView(scratch + 1, width: 4)
    positionStarts = ByteArrayView(scratch + 1, width: 4)
    blockBounds = UnsafeRawPointer(scratch + 2)
    impacts = Impacts([])
    let count = Int(list.documentFrequency)
    if count >= PostingListFormat.blockCount {
      blockCount = Self.skipWidths(count, list.postings) != nil ? PostingListFormat.blocks(count) : 0
      openLong()
    } else {
      let opened = Self.decodeSmall(list, count: count, documents: documents)
      blockCount = opened.isValid ? 1 : 0
      scratch[0] = count > 0 && opened.isValid ? documents[count - 1] : 0
      scratch[1] = 0
      impacts = opened.impacts ?? bound(count, norms: norms, isValid: opened.isValid)
      UnsafeMutableRawPointer(scratch + 2).storeBytes(of: impacts.pairs, as: SIMD8<UInt8>.self)
    }
    if blockCount > 0, last(blockCount - 1) >= self.documentCount {
      block = blockCount
      DamagedLists.note()
    } else if blockCount == 0, count > 0 {
      DamagedLists.note()
    }
  }

  /// The widths of starts in the skip data; nil when they are impossible or the skip data does not fit.
  ///
  /// Behind it two blocks take at least the four bytes that let every entry be read as a word; one block may take two, when
  /// every gap and every frequency is one.
  private static func skipWidths(_ count: Int, _ postings: UnsafeRawBufferPointer) -> (Int, Int)? {
    guard postings.count > Impacts.storedBytes + 8 else { return nil }
    let widths = postings[Impacts.storedBytes]
    let (startBytes, positionBytes) = (Int(widths & 15), Int(widths >> 4))
    let bytes = PostingListFormat.skipBytes(
      PostingListFormat.blocks(count), startBytes: startBytes, positionBytes: positionBytes)
    let blockBytes = count == PostingListFormat.blockCount ? 2 : 4
    guard 1...4 ~= startBytes, 1...4 ~= positionBytes,
      Impacts.storedBytes + 1 + bytes + blockBytes <= postings.count
    else { return nil }
    return (startBytes, positionBytes)
  }

  private mutating func openLong() {
    let list = UnsafeRawBufferPointer(start: data, count: dataEnd - data)
    guard blockCount > 0, let (startBytes, positionBytes) = Self.skipWidths(Int(documentFrequency), list)
    else {
      return
    }
    impacts = Impacts(stored: data)
    data += Impacts.storedBytes + 1
    lasts = ByteArrayView(data, width: PostingListFormat.lastBytes)
    data += PostingListFormat.lastBytes * blockCount
    blockBounds = data
    data += Impacts.storedBytes * blockCount
    if blockCount > 1 {
      starts = ByteArrayView(data, width: startBytes)
      positionStarts = ByteArrayView(data + startBytes * blockCount, width: positionBytes)
    } else {
      // The only block starts at 0; its entries cannot always be read as words.
      (documents + 2 * PostingListFormat.blockCount)[1] = 0
    }
    data += (startBytes + positionBytes) * blockCount
  }

  /// The bounds of a list that stores none, from its postings.
  private func bound(_ count: Int, norms: UnsafePointer<UInt8>?, isValid: Bool) -> Impacts {
    guard isValid, count > 0, documents[count - 1] < documentCount else { return Impacts([]) }
    guard count > 1 else {
      let norm = norms?[Int(documents[0])] ?? 1
      return Impacts([(code: FrequencyCode.encode(frequencies[0]), norm: norm)])
    }
    var code: UInt8 = 0
    var norm: UInt8 = 255
    for index in 0..<count {
      code = max(code, FrequencyCode.encode(frequencies[index]))
      norm = min(norm, norms?[Int(documents[index])] ?? 1)
    }
    return Impacts([(code: code, norm: norm)])
  }

  /// Writes the documents of a list of less than a block, which then holds frequencies behind them; gives how many.
  ///
  /// `documents` has room for two blocks. None are given when the list is damaged.
  static func documents(of entry: TermEntry, into documents: UnsafeMutablePointer<DocID>) -> Int {
    let list = PostingListLocation(
      postings: entry.postings, positions: entry.positions, documentFrequency: entry.documentFrequency,
      totalFrequency: entry.totalFrequency, single: entry.single, hasPositions: false, hasForms: false)
    let count = Int(entry.documentFrequency)
    if decodeSmall(list, count: count, documents: documents).isValid { return count }
    DamagedLists.note()
    return 0
  }

  /// Decodes a list of less than a block into scratch.
  private static func decodeSmall(
    _ list: PostingListLocation, count: Int, documents: UnsafeMutablePointer<DocID>
  ) -> (isValid: Bool, impacts: Impacts?) {
    let frequencies = documents + PostingListFormat.blockCount
    if count == 1 {
      documents[0] = list.single
      frequencies[0] = UInt32(truncatingIfNeeded: list.totalFrequency)
      return (true, nil)
    }
    guard count >= PostingListFormat.packedFrom else {
      return (decodeVarints(list.postings, count: count, documents, frequencies), nil)
    }
    guard let start = list.postings.baseAddress, list.postings.count >= 8 else { return (false, nil) }
    let end = start + list.postings.count
    guard
      let behind = PatchedBlock.decode(start + Impacts.storedBytes, end: end, count: count, to: documents),
      PatchedBlock.decode(behind, end: end, count: count, to: frequencies) != nil
    else { return (false, nil) }
    integrate(documents, count: count, previous: .max)
    BlockPacking.increment(frequencies, count: count)
    return (true, Impacts(stored: start))
  }

  private static func decodeVarints(
    _ bytes: UnsafeRawBufferPointer, count: Int, _ documents: UnsafeMutablePointer<DocID>,
    _ frequencies: UnsafeMutablePointer<UInt32>
  ) -> Bool {
    var cursor = ByteCursor(bytes)
    for index in 0..<count {
      let code = cursor.varint32()
      guard code >> 1 < 1 << 24 else { return false }
      documents[index] = code >> 1
      frequencies[index] = code & 1 == 0 ? 1 : cursor.varint32() & 0xff_ffff + 2
    }
    integrate(documents, count: count, previous: .max)
    return !cursor.isPastEnd
  }

  /// Turns gaps (each less one) into documents, in place.
  @inline(__always)
  static func integrate(_ values: UnsafeMutablePointer<UInt32>, count: Int, previous: UInt32) {
    var last = previous
    for index in 0..<count {
      last = last &+ values[index] &+ 1
      values[index] = last
    }
  }
}
