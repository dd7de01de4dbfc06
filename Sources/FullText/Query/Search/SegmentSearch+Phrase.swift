/// What a part holds of a phrase of words one right behind the other.
struct HeldPhrase {
  /// A term and, when only some of its forms will do, their ordinals.
  struct Term {
    let leaf: Int
    let forms: [UInt32]?
  }

  /// A word and its place in the phrase.
  struct Word {
    /// The most frequent term that it is read as.
    var term: Term
    var others: [Term] = []
    let offset: UInt32

    /// Calls `body` with each term that it is read as.
    func forEachTerm(_ body: (Term) -> Void) {
      body(term)
      for other in others { body(other) }
    }
  }

  let weight: Float
  /// The words of each field that holds all of them.
  let fields: [[Word]]

  /// Whether a word is read as several terms.
  var hasReadings: Bool { fields.contains { $0.contains { !$0.others.isEmpty } } }

  /// How many terms its words are read as, in all fields.
  var termCount: Int { fields.reduce(0) { $1.reduce($0) { $0 + 1 + $1.others.count } } }
}

/// The lists of a phrase whose words are read in several ways.
private struct PhraseReadings {
  /// The lists of each word in all fields, and how long they are together, the rarest word first.
  private(set) var words: [(leaves: [Int], postings: Int)] = []
  /// The lists of all readings but the most frequent ones.
  private(set) var others: [Int] = []
  private(set) var otherPostings = 0

  /// So many postings are read in the time of looking a document up in all lists of a phrase.
  static let readPerLookUp = 8

  /// Of a phrase that some field holds.
  init(_ phrase: HeldPhrase, _ search: SegmentSearch) {
    for place in phrase.fields[0].indices {
      var word: (leaves: [Int], postings: Int) = ([], 0)
      for field in phrase.fields {
        let leaves = field[place].others.map(\.leaf)
        let postings = leaves.reduce(0) { $0 + search.documentFrequency($1) }
        word.leaves += [field[place].term.leaf] + leaves
        word.postings += search.documentFrequency(field[place].term.leaf) + postings
        others += leaves
        otherPostings += postings
      }
      words.append(word)
    }
    words.sort { $0.postings < $1.postings }
  }

  /// Whether the documents of the rarest word are so few that they are looked up sooner than the other readings are read.
  var areOfRareWord: Bool { words[0].postings * Self.readPerLookUp < otherPostings }
}

extension SegmentSearch {
  /// Shows a collector the documents with a phrase of words one right behind the other that may be hits.
  ///
  /// Documents that hold less frequent readings of a word are looked up one by one; the others hold the phrase only if they hold
  /// the most frequent readings, which are found without the rest.
  func collect(
    _ phrase: PhraseNode, into collector: HitCollector, filter: DocumentFilter, matches: BitSet?,
    recency: Recency?
  ) {
    let held = held(phrase)
    func output(_ filter: DocumentFilter) -> ScoredOutput {
      ScoredOutput(collector, filter: filter, recency: recency, segment: segment)
    }
    if held.fields.isEmpty { return }
    if let matches {
      lookUp(held, among: matches, in: filter.range)?.run(matches, filter.range, output(filter))
      return
    }
    guard held.hasReadings else {
      search(held, from: filter.range.lowerBound)?.run(filter.range, output(filter))
      return
    }
    let readings = PhraseReadings(held, self)
    if readings.areOfRareWord {
      let few = documents(of: readings.words[0].leaves, in: filter.range)
      lookUp(held, among: few, in: filter.range)?.run(few, filter.range, output(filter))
      return
    }
    let others = documents(of: readings.others, in: filter.range)
    others.complement()
    search(held, from: filter.range.lowerBound)?
      .run(filter.range, output(DocumentFilter(filter, and: others)))
    others.complement()
    restrict(others, to: readings, in: filter.range)
    lookUp(held, among: others, in: filter.range)?.run(others, filter.range, output(filter))
  }

  /// The documents of a range that hold a phrase of words one right behind the other, deleted ones included.
  func documents(of phrase: PhraseNode, in range: Range<DocID>) -> BitSet {
    let held = held(phrase)
    let set = emptySet()
    search(held, from: range.lowerBound)?.insertAll(in: range, into: set)
    if held.hasReadings {
      let readings = PhraseReadings(held, self)
      let others = documents(of: readings.others, in: range)
      restrict(others, to: readings, in: range)
      lookUp(held, among: others, in: range)?.insertAll(of: others, in: range, into: set)
    }
    return set
  }

  /// Intersects the documents of other readings with words whose lists are not much longer than what is left of them.
  private func restrict(_ others: BitSet, to readings: PhraseReadings, in range: Range<DocID>) {
    var left = readings.otherPostings
    for word in readings.words where word.postings <= PhraseReadings.readPerLookUp * left {
      others.formIntersection(documents(of: word.leaves, in: range))
      left = min(left, word.postings)
    }
  }

  private func documents(of leaves: [Int], in range: Range<DocID>) -> BitSet {
    let set = emptySet()
    for leaf in leaves { insertDocuments(of: leaf, in: range, into: set) }
    return set
  }

  private func held(_ phrase: PhraseNode) -> HeldPhrase {
    HeldPhrase(weight: phrase.weight, fields: phrase.fields.compactMap { held($0) })
  }

  private func held(_ field: PhraseNode.Field) -> [HeldPhrase.Word]? {
    var words: [HeldPhrase.Word] = []
    words.reserveCapacity(field.slots.count)
    for slot in field.slots {
      guard let word = held(slot) else { return nil }
      words.append(word)
    }
    return words
  }

  private func held(_ slot: PhraseNode.Slot) -> HeldPhrase.Word? {
    var word: HeldPhrase.Word?
    for term in slot.terms {
      guard let forms = forms(of: term) else { continue }
      let reading = HeldPhrase.Term(leaf: term.leaf, forms: forms.ordinals)
      guard let most = word?.term else {
        word = HeldPhrase.Word(term: reading, offset: UInt32(bitPattern: slot.offset))
        continue
      }
      let isMore = documentFrequency(reading.leaf) > documentFrequency(most.leaf)
      word!.others.append(isMore ? most : reading)
      if isMore { word!.term = reading }
    }
    return word
  }

  /// A search for the most frequent readings from a document on; nil when no field holds all words.
  private func search(_ phrase: HeldPhrase, from first: DocID) -> PhraseSearch? {
    let fields = phrase.fields.map { fieldPhrase($0, from: first, weight: phrase.weight) }
    return PhraseSearch(fields, weight: phrase.weight, interruption: interruption)
  }

  /// Of a phrase only gains are worked out list by list, never scores. A term that stands in several places has one list; all start
  /// where the rarest one does.
  private func fieldPhrase(_ words: [HeldPhrase.Word], from first: DocID, weight: Float) -> FieldPhrase {
    let rising = words.sorted {
      (documentFrequency($0.term.leaf), $0.term.leaf) < (documentFrequency($1.term.leaf), $1.term.leaf)
    }
    let runs = termRuns(rising.count)
    var places: [FieldPhrase.Place] = []
    places.reserveCapacity(rising.count)
    var lists = 0
    var leaf: Int?
    for word in rising {
      if word.term.leaf != leaf {
        let first = lists == 0 ? first : runs[0].cursor.document
        guard let run = run(word.term.leaf, from: first, weight: weight, isTabulated: false) else { continue }
        runs.initializeElement(at: lists, to: run)
        lists += 1
        leaf = word.term.leaf
      }
      places.append(FieldPhrase.Place(list: lists - 1, offset: word.offset, forms: word.term.forms))
    }
    return FieldPhrase(TermRuns(rebasing: runs[..<lists]), places: places, scratch: scratch)
  }

  /// A search for all readings among some documents of a range; nil when there are none.
  private func lookUp(_ phrase: HeldPhrase, among documents: BitSet, in range: Range<DocID>) -> PhraseLookUp?
  {
    let first = documents.first(from: range.lowerBound)
    if first >= range.upperBound { return nil }
    let runs = termRuns(phrase.termCount)
    var forms: [[UInt32]?] = []
    forms.reserveCapacity(runs.count)
    let fields = phrase.fields.map { field in
      field.sorted { postings($0) < postings($1) }.map { word in
        let start = forms.count
        word.forEachTerm { term in
          guard let run = run(term.leaf, from: first, weight: phrase.weight, isTabulated: false) else {
            return
          }
          runs.initializeElement(at: forms.count, to: run)
          forms.append(term.forms)
        }
        return PhraseLookUp.Word(lists: start..<forms.count, offset: word.offset)
      }
    }
    return PhraseLookUp(
      runs, forms: forms, fields: fields, weight: phrase.weight, scratch: scratch, interruption: interruption)
  }

  /// How many postings the readings of a word have.
  private func postings(_ word: HeldPhrase.Word) -> Int {
    word.others.reduce(documentFrequency(word.term.leaf)) { $0 + documentFrequency($1.leaf) }
  }
}
