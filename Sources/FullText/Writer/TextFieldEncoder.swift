/// Turns the occurrences of one text field into its sections: sorts them by term and writes each term's list.
///
/// One pass counts the occurrences of each term and form, one scatters them into place (documents stay in order),
/// one encodes. Belongs to one thread, for one segment.
struct TextFieldEncoder {
  private struct Placed {
    var document: DocID
    var form: UInt32
    var position: UInt32
  }

  private let table: TermTable
  private let order: [UInt32]
  private let formsOfTerm: FormsByTerm

  /// `order` holds every term of the table, sorted.
  init(_ table: TermTable, order: [UInt32]) {
    self.table = table
    self.order = order
    formsOfTerm = FormsByTerm(table)
  }

  /// The sections of a field.
  func encode(_ occurrences: OccurrenceBuffer, into writer: TextFieldWriter) {
    let termCount = table.terms.count
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: termCount + 1) { places in
      places.initialize(repeating: 0)
      for index in 0..<occurrences.count { places[Int(occurrences.items[index].term)] += 1 }
      var start: UInt32 = 0
      for term in order {
        let count = places[Int(term)]
        places[Int(term)] = start
        start += count
      }
      let sorted = UnsafeMutablePointer<Placed>.allocate(capacity: max(1, occurrences.count))
      defer { sorted.deallocate() }
      scatter(occurrences, places.baseAddress!, sorted)
      write(UnsafeBufferPointer(start: sorted, count: occurrences.count), places.baseAddress!, writer)
    }
  }

  private func scatter(
    _ occurrences: OccurrenceBuffer, _ places: UnsafeMutablePointer<UInt32>,
    _ sorted: UnsafeMutablePointer<Placed>
  ) {
    var index = 0
    for (document, end) in occurrences.documents {
      while index < end {
        let item = occurrences.items[index]
        let place = Int(places[Int(item.term)])
        places[Int(item.term)] += 1
        (sorted + place).initialize(to: Placed(document: document, form: item.form, position: item.position))
        index += 1
      }
    }
  }

  /// Writes term after term; `ends` holds where each term's occurrences end.
  private func write(
    _ sorted: UnsafeBufferPointer<Placed>, _ ends: UnsafePointer<UInt32>, _ writer: TextFieldWriter
  ) {
    var ranking = FormRanking(formCount: table.forms.count)
    var start = 0
    for term in order {
      let end = Int(ends[Int(term)])
      guard end > start else { continue }
      let occurrences = UnsafeBufferPointer(rebasing: sorted[start..<end])
      start = end
      if formsOfTerm.count(term) > 1 {
        for occurrence in occurrences { ranking.count(occurrence.form, in: occurrence.document) }
        ranking.rank(formsOfTerm.forms(of: term), table)
      } else {
        ranking.setOnly(formsOfTerm.forms(of: term).first!, occurrences: occurrences.count, table)
      }
      writer.begin(formCount: ranking.sources.count)
      append(occurrences, ranking, to: writer.lists)
      ranking.sources.withUnsafeBufferPointer { writer.end(table.terms.bytes(term), forms: $0) }
    }
  }

  @inline(__always)
  private func append(
    _ occurrences: UnsafeBufferPointer<Placed>, _ ranking: FormRanking, to lists: PostingListWriter
  ) {
    var document = occurrences[0].document
    var frequency: UInt32 = 0
    var next: UInt32 = 0
    for occurrence in occurrences {
      if occurrence.document != document {
        lists.add(document, frequency: frequency)
        document = occurrence.document
        frequency = 0
        next = 0
      }
      lists.addOccurrence(
        gap: occurrence.position &- next, form: ranking.ordinals[Int(occurrence.form)])
      next = occurrence.position &+ 1
      frequency += 1
    }
    lists.add(document, frequency: frequency)
  }
}

/// The forms of each term, as slices of one array.
private struct FormsByTerm {
  private var starts: [UInt32]
  private var sorted: [UInt32]

  init(_ table: TermTable) {
    starts = [UInt32](repeating: 0, count: table.terms.count + 1)
    for term in table.termOfForm.values { starts[Int(term) + 1] += 1 }
    for index in 1..<max(1, starts.count) { starts[index] += starts[index - 1] }
    var places = starts
    sorted = [UInt32](repeating: 0, count: table.termOfForm.count)
    for (form, term) in table.termOfForm.values.enumerated() {
      sorted[Int(places[Int(term)])] = UInt32(form)
      places[Int(term)] += 1
    }
  }

  func count(_ term: UInt32) -> Int { Int(starts[Int(term) + 1] - starts[Int(term)]) }

  func forms(of term: UInt32) -> ArraySlice<UInt32> {
    sorted[Int(starts[Int(term)])..<Int(starts[Int(term) + 1])]
  }
}

/// Numbers the forms of a term by how often they occur in a field, the most frequent first.
private struct FormRanking {
  private(set) var ordinals: [UInt32]
  private(set) var sources: [FormSource] = []
  private var occurrences: [UInt32]
  private var documents: [UInt32]
  private var lastDocument: [DocID]

  init(formCount: Int) {
    ordinals = [UInt32](repeating: 0, count: formCount)
    occurrences = ordinals
    documents = ordinals
    lastDocument = [DocID](repeating: .max, count: formCount)
  }

  @inline(__always)
  mutating func count(_ form: UInt32, in document: DocID) {
    occurrences[Int(form)] += 1
    if lastDocument[Int(form)] != document {
      lastDocument[Int(form)] = document
      documents[Int(form)] += 1
    }
  }

  mutating func rank(_ forms: ArraySlice<UInt32>, _ table: TermTable) {
    let used = forms.filter { occurrences[Int($0)] > 0 }.sorted { a, b in
      let (x, y) = (occurrences[Int(a)], occurrences[Int(b)])
      return x != y ? x > y : compare(table.forms.bytes(a), table.forms.bytes(b)) < 0
    }
    sources.removeAll(keepingCapacity: true)
    for (ordinal, form) in used.enumerated() {
      ordinals[Int(form)] = UInt32(ordinal)
      sources.append(
        FormSource(
          text: table.forms.bytes(form), occurrences: UInt64(occurrences[Int(form)]),
          documentFrequency: documents[Int(form)]))
    }
  }

  mutating func setOnly(_ form: UInt32, occurrences: Int, _ table: TermTable) {
    sources.removeAll(keepingCapacity: true)
    ordinals[Int(form)] = 0
    sources.append(
      FormSource(text: table.forms.bytes(form), occurrences: UInt64(occurrences), documentFrequency: 0))
  }
}
