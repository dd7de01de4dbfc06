/// Turns the occurrences of one text field into its sections: sorts them by term and writes each term's list.
///
/// One pass counts the occurrences of each term and form, one scatters them into place (documents stay in order),
/// one encodes. Belongs to one thread, for one segment.
struct TextFieldEncoder {
  private typealias Placed = PlacedOccurrences.Placed

  private let table: TermTable
  private let order: [UInt32]
  private let formsOfTerm: FormsByTerm
  private let memory: PlacedOccurrences

  /// For the fields whose words are in a table.
  init(_ table: TermTable, memory: PlacedOccurrences) {
    self.table = table
    self.memory = memory
    order = table.sortedTerms()
    formsOfTerm = FormsByTerm(table)
  }

  /// The sections of a field.
  func encode(_ occurrences: OccurrenceBuffer, into writer: TextFieldWriter) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: table.termCount + 1) { places in
      places.initialize(repeating: 0)
      for index in 0..<occurrences.count { places[Int(occurrences.items[index].term)] += 1 }
      var start: UInt32 = 0
      for term in order {
        let count = places[Int(term)]
        places[Int(term)] = start
        start += count
      }
      let sorted = memory.room(for: occurrences.count)
      scatter(occurrences, places.baseAddress!, sorted)
      write(UnsafeBufferPointer(start: sorted, count: occurrences.count), places.baseAddress!, writer)
    }
    memory.trim(to: occurrences.count)
  }

  private func scatter(
    _ occurrences: OccurrenceBuffer, _ places: UnsafeMutablePointer<UInt32>,
    _ sorted: UnsafeMutablePointer<Placed>
  ) {
    let items = occurrences.items
    var index = 0
    for (document, end) in occurrences.documents {
      while index < end {
        let item = items[index]
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
    let ranking = FormRanking(formCount: table.formCount)
    var start = 0
    for (place, term) in order.enumerated() {
      table.prepare(
        entryOf: order[min(place + Self.lookahead, order.count - 1)],
        bytesOf: order[min(place + Self.lookahead / 2, order.count - 1)])
      let end = Int(ends[Int(term)])
      guard end > start else { continue }
      let occurrences = UnsafeBufferPointer(rebasing: sorted[start..<end])
      start = end
      if let form = formsOfTerm.onlyForm(of: term) {
        writer.begin(formCount: 1)
        append(occurrences, ordinals: nil, to: writer.lists)
        writer.end(table.term(term), onlyForm: table.isTerm(form: form) ? nil : table.form(form))
      } else {
        for occurrence in occurrences { ranking.count(occurrence.form, in: occurrence.document) }
        ranking.rank(formsOfTerm.forms(of: term), of: term, table)
        writer.begin(formCount: ranking.sources.count)
        append(
          occurrences, ordinals: ranking.sources.count > 1 ? ranking.ordinals : nil, to: writer.lists)
        ranking.sources.withUnsafeBufferPointer { writer.end(table.term(term), forms: $0) }
      }
    }
  }

  /// How many terms ahead memory is asked for.
  private static let lookahead = 16

  /// Appends the occurrences of one term, block after block; `ordinals` are nil when they are all of one form.
  private func append(
    _ occurrences: UnsafeBufferPointer<Placed>, ordinals: UnsafePointer<UInt32>?, to lists: PostingListWriter
  ) {
    let count = occurrences.count
    var start = 0
    while start < count {
      let room = lists.room(forOccurrences: count - start)
      var postings = 0
      var at = start
      while at < count, postings < room.postings {
        let document = occurrences[at].document
        let first = at
        var next: UInt32 = 0
        repeat {
          let position = occurrences[at].position
          room.gaps[at - start] = position &- next
          next = position &+ 1
          at += 1
        } while at < count && occurrences[at].document == document
        room.documents[postings] = document
        room.frequencies[postings] = UInt32(at - first)
        postings += 1
      }
      if let ordinals {
        for index in start..<at { room.forms[index - start] = ordinals[Int(occurrences[index].form)] }
      }
      lists.commit(postings: postings, occurrences: at - start)
      start = at
    }
  }
}
