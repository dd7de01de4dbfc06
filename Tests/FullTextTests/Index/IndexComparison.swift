import Testing

@testable import FullText

/// Compares an index view with the naive model, structure by structure.
struct IndexComparison {
  let view: IndexView
  let model: IndexModel

  func check() {
    checkDocuments()
    for field in view.schema.textFieldIDs { checkPostings(field) }
    for field in view.schema.keywordFields.indices { checkKeywords(KeywordFieldID(field)) }
    for field in view.schema.integerFields.indices { checkIntegers(IntegerFieldID(field)) }
  }

  /// Calls `body` with each live document of a segment.
  private func forEachLive(_ part: SegmentView, _ body: (DocID, [UInt8]) -> Void) {
    for document in 0..<DocID(part.segment.documentCount) where !part.deletions.contains(document) {
      body(document, part.segment.withKey(document) { Array($0) })
    }
  }

  private func checkDocuments() {
    #expect(view.liveCount == model.documents.count)
    var found: Set<[UInt8]> = []
    for part in view.parts { forEachLive(part) { #expect(found.insert($1).inserted) } }
    #expect(found == Set(model.documents.keys))
    for (key, document) in model.documents {
      #expect(view.find(key: key).map { view.payload($0) } == document.payload)
    }
    #expect(view.find(key: Array("no such key".utf8)) == nil)
  }

  private func checkPostings(_ field: TextFieldID) {
    let expected = model.postings(field)
    var found: [[UInt8]: [[UInt8]: IndexModel.Posting]] = [:]
    for part in view.parts {
      let terms = part.segment.terms(field)
      var iterator = terms.makeIterator()
      var previous: [UInt8]?
      while iterator.next(), let entry = iterator.entry {
        if let previous { #expect(previous.lexicographicallyPrecedes(iterator.term)) }
        previous = iterator.term
        #expect(terms.find(iterator.term)?.ordinal == entry.ordinal)
        collect(part, field, iterator.term, entry, &found)
      }
    }
    let hasPositions = view.schema.textFields[field.index].hasPositions
    #expect(Set(found.keys) == Set(expected.keys))
    for (term, postings) in expected {
      if hasPositions {
        #expect(found[term] == postings, "\(String(decoding: term, as: UTF8.self))")
      } else {
        #expect(Set((found[term] ?? [:]).keys) == Set(postings.keys))
      }
    }
  }

  private func collect(
    _ part: SegmentView, _ field: TextFieldID, _ term: [UInt8], _ entry: TermEntry,
    _ found: inout [[UInt8]: [[UInt8]: IndexModel.Posting]]
  ) {
    let arena = PostingArena()
    defer { withExtendedLifetime(arena) {} }
    var cursor = part.segment.postings(entry, field, arena: arena)
    let forms = TermForms(entry, term: term).forms
    var count: UInt32 = 0
    var total: UInt64 = 0
    var formTotals = [UInt64](repeating: 0, count: forms.count)
    while cursor.next() != endOfPostings {
      count += 1
      total += UInt64(cursor.frequency)
      checkImpacts(&cursor, part, field)
      var occurrences: [Occurrence] = []
      cursor.occurrences(into: &occurrences)
      if cursor.hasPositions { #expect(occurrences.count == Int(cursor.frequency)) }
      for occurrence in occurrences { formTotals[Int(occurrence.form)] += 1 }
      guard !part.deletions.contains(cursor.document) else { continue }
      let key = part.segment.withKey(cursor.document) { Array($0) }
      let places = occurrences.map {
        IndexModel.Place(position: $0.position, form: forms[Int($0.form)].text)
      }
      found[term, default: [:]][key] = IndexModel.Posting(occurrences: places)
    }
    #expect(count == entry.documentFrequency)
    #expect(total == entry.totalFrequency)
    if cursor.hasPositions { #expect(formTotals == forms.map(\.occurrences)) }
  }

  private func checkImpacts(_ cursor: inout PostingCursor, _ part: SegmentView, _ field: TextFieldID) {
    #expect(cursor.last(cursor.block) >= cursor.document)
    let norm = part.segment.norms(field)[Int(cursor.document)]
    let frequency = cursor.frequency
    for impacts in [cursor.impacts, cursor.impacts(ofBlock: cursor.block)] {
      let isBounded = (0..<Impacts.count).contains {
        impacts.frequency($0) >= Float(frequency) && impacts.norm($0) <= norm
      }
      #expect(isBounded)
    }
  }

  private func checkKeywords(_ field: KeywordFieldID) {
    for part in view.parts {
      let index = part.segment.keywords(field)
      var byDocument: [DocID: [UInt32]] = [:]
      for ordinal in 0..<UInt32(index.count) {
        let documents = index.documents(of: ordinal)
        #expect(documents.count == Int(index.documentFrequency(of: ordinal)))
        #expect(index.find(index.value(at: ordinal)) == ordinal)
        documents.forEach { byDocument[$0, default: []].append(ordinal) }
      }
      forEachLive(part) { document, key in
        let expected = Set(model.documents[key]!.keywords.filter { $0.field == field }.map(\.value))
        let ordinals = byDocument[document] ?? []
        let values = ordinals.map { String(decoding: index.value(at: $0), as: UTF8.self) }
        #expect(Set(values) == expected)
        #expect(values.count == expected.count)
        if let column = part.segment.column(field) {
          var own: [UInt32] = []
          column.forEachOrdinal(document) { own.append($0) }
          #expect(own == ordinals)
        } else {
          #expect(!view.schema.keywordFields[field.index].hasColumn || index.count == 0)
        }
      }
    }
  }

  private func checkIntegers(_ field: IntegerFieldID) {
    for part in view.parts {
      let column = part.segment.integers(field)
      forEachLive(part) { document, key in
        let expected = model.documents[key]!.integers.last { $0.field == field }?.value
        #expect(column.value(document) == expected)
        if let expected { #expect(column.bounds!.contains(expected)) }
      }
    }
  }
}
