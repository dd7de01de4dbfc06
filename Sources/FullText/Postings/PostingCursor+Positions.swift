/// One occurrence of a term in a field.
struct Occurrence: Hashable {
  /// Position among the field's words.
  var position: UInt32
  /// Which of the term's forms stands there.
  var form: UInt32
}

/// How far the occurrences of a block have been read.
struct OccurrencePlace {
  var block = -1
  /// How many occurrences the block has.
  var total = 0
  /// The document in the block whose occurrences come next.
  var index = 0
  /// The codes of the gaps and of the forms, if the block has such; the forms may stand further back.
  var gaps = RiceWalk()
  var forms = RiceWalk()
}

extension PostingCursor {
  /// Appends the positions of the current document, rising.
  mutating func positions(into positions: inout [UInt32]) {
    readOccurrences(withForms: false) { position, _ in positions.append(position) }
  }

  /// Appends positions and, beside each, the ordinal of the form within the term (see `TermForms`).
  mutating func occurrences(into occurrences: inout [Occurrence]) {
    readOccurrences(withForms: hasForms) { position, form in
      occurrences.append(Occurrence(position: position, form: form))
    }
  }

  /// Calls `body` with each occurrence in the current document, by rising position; forms are 0 unless asked for.
  ///
  /// Nothing is called for a field without positions.
  @inline(__always)
  mutating func readOccurrences(withForms: Bool, _ body: (_ position: UInt32, _ form: UInt32) -> Void) {
    guard hasPositions, document != endOfPostings else { return }
    let count = Int(frequency)
    if place.block != block || place.index > index { startOccurrences() }
    if place.total < PostingListFormat.ricePositionsFrom {
      return readVarints(count: count, withForms: withForms, body)
    }
    place.gaps.skip(occurrences(place.index..<index))
    place.index = index + 1
    if withForms { place.forms.skip(place.gaps.index - place.forms.index) }
    var next: UInt32 = 0
    for _ in 0..<count {
      guard let gap = place.gaps.next() else { return }
      body(next &+ gap, withForms ? place.forms.next() ?? 0 : 0)
      next = next &+ gap &+ 1
    }
  }

  /// Writes the positions of the current document, less an offset, rising, and gives how many there are; room for its frequency
  /// is needed.
  mutating func readPositions(less offset: UInt32, to target: UnsafeMutablePointer<UInt32>) -> Int {
    guard hasPositions, document != endOfPostings else { return 0 }
    let count = Int(frequency)
    if place.block != block || place.index > index { startOccurrences() }
    guard place.total >= PostingListFormat.ricePositionsFrom else {
      var read = 0
      readVarints(count: count, withForms: false) { position, _ in
        target[read] = position &- offset
        read &+= 1
      }
      return read
    }
    place.gaps.skip(occurrences(place.index..<index))
    place.index = index + 1
    return place.gaps.addUp(count, from: 0 &- offset, to: target)
  }

  /// Stands before the occurrences of the current block's first document.
  @inline(never)
  private mutating func startOccurrences() {
    place = OccurrencePlace(block: block, total: occurrences(0..<inBlock))
    guard place.total >= PostingListFormat.ricePositionsFrom else { return }
    guard let gaps = gapReader(total: place.total) else { return DamagedLists.note() }
    place.gaps = RiceWalk(gaps)
    if let forms = formReader(behind: gaps, total: place.total) { place.forms = RiceWalk(forms) }
  }

  /// How many occurrences a range of the block has.
  @inline(__always)
  private func occurrences(_ range: Range<Int>) -> Int {
    // A block of frequencies below 2^24 cannot overflow.
    var sum: UInt32 = 0
    for index in range { sum &+= frequencies[index] }
    return Int(sum)
  }

  private func readVarints(count: Int, withForms: Bool, _ body: (UInt32, UInt32) -> Void) {
    let (total, before) = (place.total, occurrences(0..<index))
    guard positionOffset <= positionEnd - positionData else { return }
    var gaps = ByteCursor(positionData + positionOffset, end: positionEnd)
    for _ in 0..<before { _ = gaps.varint() }
    var forms = gaps
    if withForms { for _ in 0..<total { _ = forms.varint() } }
    var next: UInt32 = 0
    for _ in 0..<count {
      let position = next &+ gaps.varint32()
      next = position &+ 1
      body(position, withForms ? forms.varint32() : 0)
    }
  }

  /// The codes of the block's gaps; nil when its bytes are damaged.
  private func gapReader(total: Int) -> RiceReader? {
    let offset = positionOffset
    // Every occurrence takes a bit at least, so a larger total is damage.
    guard offset <= positionEnd - positionData, total <= 8 * (positionEnd - positionData - offset) else {
      return nil
    }
    return RiceReader(positionData + offset, end: positionEnd, count: total)
  }

  /// The codes of the block's forms; nil when all are 0.
  private func formReader(behind gaps: RiceReader, total: Int) -> RiceReader? {
    guard hasForms, gaps.end < positionEnd, gaps.end.load(as: UInt8.self) != PostingListFormat.formsAllFirst
    else { return nil }
    return RiceReader(gaps.end, end: positionEnd, count: total)
  }

  /// Where the positions of the current block start in the list's positions.
  private var positionOffset: Int {
    documentFrequency < PostingListFormat.blockCount ? 0 : Int(positionStarts[block])
  }
}

extension PostingCursor {
  /// Appends the gaps between the positions of every posting of the current block, unless nobody wants them, and beside
  /// each its form's ordinal, posting after posting. False when the bytes are damaged.
  mutating func appendBlockOccurrences(gaps: IntegerBuffer?, forms: IntegerBuffer) -> Bool {
    _ = frequency
    let total = occurrences(0..<inBlock)
    let offset = positionOffset
    guard offset <= positionEnd - positionData, total <= 8 * (positionEnd - positionData - offset) else {
      return false
    }
    let (gapTarget, formTarget) = (gaps?.reserve(total), forms.reserve(total))
    formTarget.update(repeating: 0, count: total)
    defer {
      gaps?.commit(total)
      forms.commit(total)
    }
    guard total >= PostingListFormat.ricePositionsFrom else {
      var cursor = ByteCursor(positionData + offset, end: positionEnd)
      for index in 0..<total {
        let gap = cursor.varint32()
        gapTarget?[index] = gap
      }
      if hasForms { for index in 0..<total { formTarget[index] = cursor.varint32() } }
      return !cursor.isPastEnd
    }
    guard let gapReader = gapReader(total: total) else { return false }
    if let gapTarget, !gapReader.read(into: gapTarget) { return false }
    guard let formReader = formReader(behind: gapReader, total: total) else { return true }
    return formReader.read(into: formTarget)
  }
}
