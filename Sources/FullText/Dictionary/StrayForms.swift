/// The forms of a field's terms that do not start with their term (`brought` of bring, `flexibility` of flexibl), in bytewise
/// order: who types such a form finds its term here.
///
/// A view over a section of the segment's image, valid while the segment lives.
struct StrayForms {
  /// Bytes of a record: the first eight of the form as a number, the term's ordinal, the form's ordinal.
  static let recordBytes = 8 + 4 + 4

  private let dictionary: TermDictionary
  private let records: UnsafeRawBufferPointer
  private let count: Int

  init(_ records: UnsafeRawBufferPointer, _ dictionary: TermDictionary) {
    self.dictionary = dictionary
    self.records = records
    count = records.count / Self.recordBytes
  }

  /// The records of all forms that start with a text.
  /// - Complexity: O(log n); some microseconds for texts of more than eight bytes.
  func records(startingWith text: UnsafeRawBufferPointer) -> Range<Int> {
    if text.count == 0 { return 0..<count }
    let key = TermDictionaryFormat.key(text)
    if text.count <= 8 {
      return records(key, upTo: key | (text.count == 8 ? 0 : UInt64.max >> UInt64(8 * text.count)))
    }
    return records(among: records(key, upTo: key)) { order(of: $0, to: text, isWhole: false) }
  }

  /// The records of a form.
  func records(of text: UnsafeRawBufferPointer) -> Range<Int> {
    let key = TermDictionaryFormat.key(text)
    let records = records(key, upTo: key)
    // A shorter form is padded with zeros, which no longer one holds.
    return text.count < 8 ? records : self.records(among: records) { order(of: $0, to: text, isWhole: true) }
  }

  /// The records whose keys are within bounds.
  private func records(_ first: UInt64, upTo last: UInt64) -> Range<Int> {
    let start = firstIndex(in: 0..<count) { key($0) >= first }
    if start == count || key(start) > last { return start..<start }
    return start..<firstIndex(in: start..<count) { key($0) > last }
  }

  /// The records of a range that are neither below nor above something.
  private func records(among range: Range<Int>, _ order: (Int) -> Int) -> Range<Int> {
    var range = range
    while !range.isEmpty {
      let middle = (range.lowerBound + range.upperBound) / 2
      let found = order(middle)
      if found == 0 {
        let start = firstIndex(in: range.lowerBound..<middle) { order($0) >= 0 }
        return start..<firstIndex(in: middle + 1..<range.upperBound) { order($0) > 0 }
      }
      range = found < 0 ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return range
  }

  /// The ordinal of the term of a record, which damage may have made too large.
  @inline(__always)
  func term(at record: Int) -> Int {
    Int(records.loadUnaligned(fromByteOffset: record * Self.recordBytes + 8, as: UInt32.self).littleEndian)
  }

  @inline(__always)
  private func key(_ record: Int) -> UInt64 {
    records.loadUnaligned(fromByteOffset: record * Self.recordBytes, as: UInt64.self).littleEndian
  }

  /// Whether a form, or its first bytes, is below a text, it or above it: negative, zero or positive.
  private func order(of record: Int, to text: UnsafeRawBufferPointer, isWhole: Bool) -> Int {
    let term = term(at: record)
    let ordinal = records.loadUnaligned(fromByteOffset: record * Self.recordBytes + 12, as: UInt32.self)
    guard term < dictionary.count else { return -1 }
    return dictionary.withTerm(at: term) { term, entry in
      guard let form = TermForms.form(ordinal.littleEndian, of: entry) else { return -1 }
      return form.order(of: term, to: text, isWhole: isWhole)
    }
  }
}

extension StrayForms {
  private struct Record {
    let key: UInt64
    let term: UInt32
    let form: UInt32
    let text: [UInt8]
  }

  /// Appends the section for a dictionary.
  static func encode(_ dictionary: TermDictionary, to sink: ByteSink) {
    var records: [Record] = []
    var terms = dictionary.makeIterator()
    while terms.next(), let entry = terms.entry {
      let term = terms.termBytes
      TermForms.forEach(of: entry) { form in
        guard form.shared < term.count, form.isHeld else { return }
        let text = form.text(of: term)
        records.append(
          Record(
            key: text.withUnsafeBytes { TermDictionaryFormat.key($0) }, term: UInt32(entry.ordinal),
            form: form.ordinal, text: text))
      }
    }
    records.sort {
      if $0.key != $1.key { return $0.key < $1.key }
      if $0.text != $1.text { return $0.text.lexicographicallyPrecedes($1.text) }
      return $0.term < $1.term
    }
    for record in records {
      sink.append(integer: record.key)
      sink.append(integer: record.term)
      sink.append(integer: record.form)
    }
  }
}
