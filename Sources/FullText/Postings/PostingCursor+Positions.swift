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
  /// The document in the block.
  var index = 0
  /// How many occurrences of the block lie before `bit`, and how many more before the document.
  var before = 0
  var behind = 0
  /// Where the code of an occurrence starts in the unary part.
  var bit = 0
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
    let before = moveOccurrences()
    let total = place.total
    let offset = positionOffset
    // Every occurrence takes a bit at least, so a larger total is damage.
    guard offset <= positionEnd - positionData, total <= 8 * (positionEnd - positionData - offset) else {
      return
    }
    let source = positionData + offset
    if total < PostingListFormat.ricePositionsFrom {
      readVarints(source, total: total, before..<before + count, withForms: withForms, body)
    } else {
      readRice(source, total: total, before..<before + count, withForms: withForms, body)
    }
  }

  /// How many occurrences the block has before the current document; reading goes on from where it was last.
  @inline(__always)
  private mutating func moveOccurrences() -> Int {
    if place.block != block || place.index > index {
      place = OccurrencePlace(block: block, total: occurrences(0..<inBlock))
    }
    place.behind += occurrences(place.index..<index)
    place.index = index
    return place.before + place.behind
  }

  /// How many occurrences a stretch of the block has.
  @inline(__always)
  private func occurrences(_ range: Range<Int>) -> Int {
    // A block of frequencies below 2^24 cannot overflow.
    var sum: UInt32 = 0
    for index in range { sum &+= frequencies[index] }
    return Int(sum)
  }

  private func readVarints(
    _ source: UnsafeRawPointer, total: Int, _ range: Range<Int>, withForms: Bool,
    _ body: (UInt32, UInt32) -> Void
  ) {
    var gaps = ByteCursor(source, end: positionEnd)
    for _ in 0..<range.lowerBound { _ = gaps.varint() }
    var forms = gaps
    if withForms {
      for _ in range.lowerBound..<total + range.lowerBound { _ = forms.varint() }
    }
    var next: UInt32 = 0
    for _ in range {
      let position = next &+ gaps.varint32()
      next = position &+ 1
      body(position, withForms ? forms.varint32() : 0)
    }
  }

  @inline(__always)
  private mutating func readRice(
    _ source: UnsafeRawPointer, total: Int, _ range: Range<Int>, withForms: Bool,
    _ body: (UInt32, UInt32) -> Void
  ) {
    guard let gaps = RiceReader(source, end: positionEnd, count: total) else { return }
    place.bit = gaps.start(ofCode: place.behind, from: place.bit)
    place.before += place.behind
    place.behind = 0
    var next: UInt32 = 0
    if withForms, gaps.end < positionEnd,
      gaps.end.load(as: UInt8.self) != PostingListFormat.formsAllFirst,
      let forms = RiceReader(gaps.end, end: positionEnd, count: total)
    {
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: range.count) { ordinals in
        ordinals.initialize(repeating: 0)
        var at = 0
        forms.read(range) {
          ordinals[at] = $0
          at += 1
        }
        at = 0
        gaps.read(range, from: place.bit) {
          body(next &+ $0, ordinals[at])
          next = next &+ $0 &+ 1
          at += 1
        }
      }
    } else {
      gaps.read(range, from: place.bit) {
        body(next &+ $0, 0)
        next = next &+ $0 &+ 1
      }
    }
  }
}

extension PostingCursor {
  /// Appends the gaps between the positions of every posting of the current block, unless nobody wants them, and beside
  /// each its form's ordinal, posting after posting. False when the bytes are damaged.
  mutating func appendBlockOccurrences(gaps: IntegerBuffer?, forms: IntegerBuffer) -> Bool {
    var total = 0
    _ = frequency
    for posting in 0..<inBlock { total += Int(frequencies[posting]) }
    let offset = positionOffset
    guard offset <= positionEnd - positionData, total <= 8 * (positionEnd - positionData - offset) else {
      return false
    }
    let source = positionData + offset
    let (gapTarget, formTarget) = (gaps?.reserve(total), forms.reserve(total))
    formTarget.update(repeating: 0, count: total)
    defer {
      gaps?.commit(total)
      forms.commit(total)
    }
    guard total >= PostingListFormat.ricePositionsFrom else {
      var cursor = ByteCursor(source, end: positionEnd)
      for index in 0..<total {
        let gap = cursor.varint32()
        gapTarget?[index] = gap
      }
      if hasForms { for index in 0..<total { formTarget[index] = cursor.varint32() } }
      return !cursor.isPastEnd
    }
    guard let reader = RiceReader(source, end: positionEnd, count: total) else { return false }
    if let gapTarget, !reader.read(into: gapTarget) { return false }
    if hasForms, reader.end < positionEnd,
      reader.end.load(as: UInt8.self) != PostingListFormat.formsAllFirst,
      let formReader = RiceReader(reader.end, end: positionEnd, count: total)
    {
      return formReader.read(into: formTarget)
    }
    return true
  }

  /// Where the positions of the current block start in the list's positions.
  private var positionOffset: Int {
    documentFrequency < PostingListFormat.blockCount ? 0 : Int(positionStarts[block])
  }
}
