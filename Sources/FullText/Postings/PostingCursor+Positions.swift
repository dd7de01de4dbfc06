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
  /// The document in the block whose occurrences come next, behind so many left unread of one before it.
  var index = 0
  var unread = 0
  /// Whether forms are read, too.
  var hasForms = false
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
    if !standsOnGaps(withForms: withForms) { return readVarints(count: count, withForms: withForms, body) }
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
    guard standsOnGaps() else {
      var read = 0
      readVarints(count: count, withForms: false) { position, _ in
        target[read] = position &- offset
        read &+= 1
      }
      return read
    }
    return place.gaps.addUp(count, from: 0 &- offset, to: target)
  }

  /// Keeps those of some rising signed numbers that are positions of the current document less an offset, and gives how many; reads
  /// no further than it must to keep them, or to know that they are fewer than `least`.
  mutating func keepPositions(
    less offset: UInt32, of starts: UnsafeMutablePointer<UInt32>, _ startCount: Int, least: Int
  ) -> Int {
    guard hasPositions, document != endOfPostings else { return 0 }
    let count = Int(frequency)
    guard standsOnGaps() else {
      var (kept, at) = (0, 0)
      readVarints(count: count, withForms: false) { position, _ in
        let start = position &- offset
        while at < startCount, Int32(bitPattern: starts[at]) < Int32(bitPattern: start) { at &+= 1 }
        guard at < startCount, starts[at] == start else { return }
        starts[kept] = start
        kept &+= 1
      }
      return kept
    }
    let first = place.gaps.index
    let kept = place.gaps.keepReached(count, from: 0 &- offset, starts, startCount, least: least)
    place.unread = count - (place.gaps.index - first)
    return kept
  }

  /// How often the term stands so many times in a row in the current document.
  mutating func rows(of length: Int) -> Int {
    var (rows, inRow) = (0, 0)
    var behind: UInt32 = 0
    readOccurrences(withForms: false) { position, _ in
      inRow = position == behind ? inRow &+ 1 : 1
      rows &+= inRow >= length ? 1 : 0
      behind = position &+ 1
    }
    return rows
  }

  /// The only position of the current document, which must have one.
  @inline(__always)
  mutating func onlyPosition() -> UInt32? {
    guard hasPositions else { return nil }
    if standsOnGaps() { return place.gaps.next() }
    var only: UInt32?
    readVarints(count: 1, withForms: false) { position, _ in only = position }
    return only
  }

  /// Whether a number is a position of the current document; reads no further than it must to know.
  @inline(__always)
  mutating func holds(position: UInt32) -> Bool {
    guard hasPositions else { return false }
    let count = Int(frequency)
    guard standsOnGaps() else {
      var isHeld = false
      readVarints(count: count, withForms: false) { read, _ in if read == position { isHeld = true } }
      return isHeld
    }
    var next: UInt32 = 0
    place.unread = count
    while place.unread > 0, let gap = place.gaps.next() {
      place.unread &-= 1
      if next &+ gap >= position { return next &+ gap == position }
      next = next &+ gap &+ 1
    }
    return false
  }

  /// Moves to the gaps of the current document; false when the block has none but varints.
  @inline(__always)
  private mutating func standsOnGaps(withForms: Bool = false) -> Bool {
    if place.block != block || place.index > index || withForms && !place.hasForms {
      startOccurrences(withForms: withForms)
    }
    if place.total < PostingListFormat.ricePositionsFrom { return false }
    place.gaps.skip(place.unread &+ occurrences(place.index..<index))
    place.index = index + 1
    place.unread = 0
    return true
  }

  /// Stands before the occurrences of the current block's first document.
  @inline(never)
  private mutating func startOccurrences(withForms: Bool) {
    place = OccurrencePlace(block: block, total: occurrences(0..<inBlock), hasForms: withForms)
    guard place.total >= PostingListFormat.ricePositionsFrom else { return }
    guard let gaps = gapReader(total: place.total) else { return DamagedLists.note() }
    place.gaps = RiceWalk(gaps)
    if withForms, let forms = formReader(behind: gaps, total: place.total) { place.forms = RiceWalk(forms) }
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

  /// Writes what the gaps of all occurrences in the current block add up to, with one for each; false when its bytes are damaged.
  func addUpGaps(_ total: Int, to sums: UnsafeMutablePointer<UInt32>) -> Bool {
    guard hasPositions, total >= PostingListFormat.ricePositionsFrom else { return false }
    return gapReader(total: total)?.addUp(to: sums) ?? false
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
