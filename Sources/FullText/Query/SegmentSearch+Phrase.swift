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
  }

  let weight: Float
  /// The words of each field that holds all of them.
  let fields: [[Word]]

  /// Whether a word is read as several terms.
  var hasReadings: Bool { fields.contains { $0.contains { !$0.others.isEmpty } } }
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
    if let matches { return lookUp(held).run(matches, filter.range, output(filter)) }
    guard held.hasReadings else {
      search(held)?.run(filter.range, output(filter))
      return
    }
    let readings = PhraseReadings(held, self)
    if readings.areOfRareWord {
      let few = documents(of: readings.words[0].leaves, in: filter.range)
      return lookUp(held).run(few, filter.range, output(filter))
    }
    let others = documents(of: readings.others, in: filter.range)
    others.complement()
    search(held)?.run(filter.range, output(DocumentFilter(filter, and: others)))
    others.complement()
    restrict(others, to: readings, in: filter.range)
    lookUp(held).run(others, filter.range, output(filter))
  }

  /// The documents of a range that hold a phrase of words one right behind the other, deleted ones included.
  func documents(of phrase: PhraseNode, in range: Range<DocID>) -> BitSet {
    let held = held(phrase)
    let set = emptySet()
    search(held)?.insertAll(in: range, into: set)
    if held.hasReadings {
      let readings = PhraseReadings(held, self)
      let others = documents(of: readings.others, in: range)
      restrict(others, to: readings, in: range)
      lookUp(held).insertAll(of: others, in: range, into: set)
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

  /// A search for the most frequent readings; nil when no field holds all words.
  private func search(_ phrase: HeldPhrase) -> PhraseSearch? {
    let fields = phrase.fields.map { fieldPhrase($0, weight: phrase.weight) }
    return PhraseSearch(fields, weight: phrase.weight, interruption: interruption)
  }

  /// Of a phrase only gains are worked out list by list, never scores. A term that stands in several places has one list.
  private func fieldPhrase(_ words: [HeldPhrase.Word], weight: Float) -> FieldPhrase {
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
        guard let run = run(word.term.leaf, weight: weight, isTabulated: false) else { continue }
        runs.initializeElement(at: lists, to: run)
        lists += 1
        leaf = word.term.leaf
      }
      places.append(FieldPhrase.Place(list: lists - 1, offset: word.offset, forms: word.term.forms))
    }
    return FieldPhrase(TermRuns(rebasing: runs[..<lists]), places: places, scratch: scratch)
  }

  private func lookUp(_ phrase: HeldPhrase) -> PhraseLookUp {
    let fields = phrase.fields.map { words in
      words.map { word in
        ([word.term] + word.others).compactMap { term in
          run(term.leaf, weight: phrase.weight, isTabulated: false).map {
            PhraseLookUp.Place(run: $0, offset: word.offset, forms: term.forms)
          }
        }
      }
    }
    return PhraseLookUp(fields, weight: phrase.weight, scratch: scratch, interruption: interruption)
  }
}
