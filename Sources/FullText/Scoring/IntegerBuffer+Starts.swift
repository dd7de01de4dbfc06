/// Where a phrase may start in a document: positions less their word's place in the phrase, which rise as signed numbers.
extension IntegerBuffer {
  /// So many positions are sooner read in one go.
  private static let manyPositions = 16

  /// Adds where a phrase would start for each occurrence of a term in the cursor's document; of the forms with some ordinals only,
  /// unless these are nil.
  func appendStarts(_ cursor: inout PostingCursor, offset: UInt32, forms: [UInt32]?) {
    let frequency = Int(cursor.frequency)
    let values = reserve(frequency)
    var count = 0
    if let forms {
      cursor.readOccurrences(withForms: true) { position, form in
        values[count] = position &- offset
        count &+= forms.contains(form) ? 1 : 0
      }
    } else if frequency >= Self.manyPositions {
      count = cursor.readPositions(less: offset, to: values)
    } else {
      cursor.readOccurrences(withForms: false) { position, _ in
        values[count] = position &- offset
        count &+= 1
      }
    }
    commit(count)
  }

  /// Keeps those starts that an occurrence of another term in the cursor's document gives, too; perhaps not all of them where they are
  /// fewer than `least`.
  func keepCommon(with cursor: inout PostingCursor, offset: UInt32, least: Int) {
    truncate(to: cursor.keepPositions(less: offset, of: mutableValues, count, least: least))
  }

  /// Adds where a phrase would start for each of some positions.
  func appendAll(of positions: IntegerBuffer, less offset: UInt32) {
    for position in positions.values { append(position &- offset) }
  }

  /// Keeps those starts that another word gives, too, by its starts or by its positions and its place in the phrase.
  func keepCommon(with others: IntegerBuffer, less offset: UInt32 = 0) {
    let other = others.values
    let own = mutableValues
    var kept = 0
    var at = 0
    for index in 0..<count {
      let start = Int32(bitPattern: own[index])
      while at < other.count, Int32(bitPattern: other[at] &- offset) < start { at += 1 }
      guard at < other.count else { break }
      if other[at] &- offset == own[index] {
        own[kept] = own[index]
        kept += 1
      }
    }
    truncate(to: kept)
  }

  /// Sorts what several terms of one word have added.
  func sortStarts() {
    var values = UnsafeMutableBufferPointer(start: mutableValues, count: count)
    values.sort { Int32(bitPattern: $0) < Int32(bitPattern: $1) }
  }
}
