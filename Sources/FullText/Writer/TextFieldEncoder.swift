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
      let sorted: UnsafeMutablePointer<Placed> = LargeMemory.allocate(max(1, occurrences.count))
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
    let ranking = FormRanking(formCount: table.forms.count)
    var start = 0
    for term in order {
      let end = Int(ends[Int(term)])
      guard end > start else { continue }
      let occurrences = UnsafeBufferPointer(rebasing: sorted[start..<end])
      start = end
      let forms = formsOfTerm.forms(of: term)
      if forms.count > 1 {
        for occurrence in occurrences { ranking.count(occurrence.form, in: occurrence.document) }
        ranking.rank(forms, table)
      } else {
        ranking.setOnly(forms.first!, occurrences: occurrences.count, table)
      }
      writer.begin(formCount: ranking.sources.count)
      append(occurrences, ranking.ordinals, to: writer.lists)
      ranking.sources.withUnsafeBufferPointer { writer.end(table.terms.bytes(term), forms: $0) }
    }
  }

  private func append(
    _ occurrences: UnsafeBufferPointer<Placed>, _ ordinals: UnsafePointer<UInt32>, to lists: PostingListWriter
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
      lists.addOccurrence(gap: occurrence.position &- next, form: ordinals[Int(occurrence.form)])
      next = occurrence.position &+ 1
      frequency += 1
    }
    lists.add(document, frequency: frequency)
  }
}
