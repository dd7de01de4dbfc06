import Testing

@testable import FullText

/// What has been typed of a word, or misspelt of it, finds the word although the dictionary holds another term for it.
@Suite struct WrittenFormsTests {
  private static let field = TextFieldID(0)
  private static let words = [
    "en": """
    bring brings brought bringing catch caught seek sought woman women child children write wrote written say said build
    built know knew known president presidents administration administrative organization organisations organized flexible
    flexibility try tries trying during happy happily go went going analysis analyses
    """,
    "de": """
    über übel verfügbar verfügen verfügbare nützlich nutzlos möglich möglichkeit mögliche mogli häuser haus größeren unterstützung
    """,
    "ru": "лев льва львы день дня дни человек люди ребенок дети письмо писем выборы выборов война войны",
    "ka": "არჩევნები არჩევნების გააკეთა აკეთებს კაცი კაცმა წერა დაწერა დაწერილი ომი ომის",
  ]

  /// A view with a document a word, in several segments; some hundred words more make its dictionaries so large that they have
  /// filters.
  private func view(isLarge: Bool, segments: Int = 3) throws -> (view: IndexView, written: [(String, String)])
  {
    let writer = IndexWriter(
      schema: Schema(textFields: [TextField("text")], keywordFields: [], integerFields: []))
    var written = Self.words.flatMap { tag, words in
      words.split(whereSeparator: \.isWhitespace).map { (tag, String($0)) }
    }.sorted { $0 < $1 }
    let letters = Array("bdgkwz")
    if isLarge {
      for number in 0..<1000 {
        written.append(
          ("en", String([36, 6, 1].map { letters[number / $0 % 6] } + [letters[number / 216 % 6], "q"])))
      }
    }
    for batch in 0..<segments {
      let operations = written.indices.filter { $0 % segments == batch }.map { number in
        var document = IndexDocument(key: Array("\(number)".utf8), payload: [])
        document.texts = [.init(Self.field, language: Language(tag: written[number].0), written[number].1)]
        return IndexWriter.Operation.put(document)
      }
      try writer.apply(operations, revision: UInt64(batch + 1))
    }
    return (writer.view, written)
  }

  private func found(_ query: Query, _ view: IndexView, _ tag: String) throws -> Set<Int> {
    var plan = SearchPlan(query)
    plan.limit = 2000
    plan.languages = [Language(tag: tag)]
    return Set(
      try Searcher().search(view, plan).hits.map {
        Int(String(decoding: view.key($0.matched), as: UTF8.self))!
      })
  }

  @Test(arguments: [false, true])
  func `each beginning of a word finds all documents with a word that begins so, and no other`(isLarge: Bool)
    throws
  {
    let (view, written) = try view(isLarge: isLarge)
    let analyzer = TextAnalyzer()
    let analyzed = written.map { tag, word in
      let word = analyzer.queryWords(word, languages: [Language(tag: tag)])[0]
      return (exact: word.exacts[0], stem: word.stems[0])
    }
    for (tag, word) in written.prefix(110) {
      for length in 1...word.unicodeScalars.count {
        let typed = String(String.UnicodeScalarView(word.unicodeScalars.prefix(length)))
        let exacts = analyzer.queryWords(typed, languages: [Language(tag: tag)]).last?.exacts ?? []
        let wanted = analyzed.indices.filter { place in
          exacts.contains {
            analyzed[place].exact.starts(with: $0) || analyzed[place].stem.starts(with: $0)
          }
        }
        #expect(try found(.prefix(typed), view, tag) == Set(wanted), "\(tag) \(typed)")
        let some = Query.or(wanted.prefix(5).map { .word(written[$0].1) })
        #expect(
          try found(.and([some, .prefix(typed)]), view, tag)
            == found(some, view, tag).intersection(wanted), "\(tag) \(typed)")
      }
    }
  }

  @Test(arguments: [
    ("chidlren", "children"), ("siad", "said"), ("wirtten", "written"), ("bulit", "built"),
    ("knwon", "known"),
    ("prseident", "presidents"), ("administratoin", "administration"), ("durign", "during"),
    ("chidlren", "child"),
    ("borught", "bring"),
  ])
  func `a misspelt form finds its word, however the dictionary holds it`(_ typed: String, _ meant: String)
    throws
  {
    for isLarge in [false, true] {
      for segments in [1, 7] {
        let (view, written) = try view(isLarge: isLarge, segments: segments)
        let place = written.firstIndex { $0 == ("en", meant) }!
        for edits in 1...2 {
          let query = Query.fuzzy(typed, edits: edits)
          #expect(try found(query, view, "en").contains(place), "\(typed), \(edits) edits, \(segments)")
        }
      }
    }
  }

  @Test(arguments: [
    ("en", "childre", "children"), ("en", "writte", "written"), ("en", "wome", "women"),
    ("de", "verfüg", "verfügbar"),
    ("de", "übe", "über"), ("en", "brough", "brought"), ("en", "flexibili", "flexibility"),
    ("en", "tryi", "trying"),
    ("ru", "льв", "льва"),
  ])
  func `a form completes what has been typed of it`(_ tag: String, _ typed: String, _ word: String) throws {
    for isLarge in [false, true] {
      let view = try view(isLarge: isLarge).view
      for givesStems in [false, true] where tag != "ru" {
        var plan = SuggestPlan(typed, textFields: [Self.field])
        plan.languages = [Language(tag: tag)]
        plan.givesStems = givesStems
        plan.allowsTypo = false
        let found = Searcher().suggest(view, plan).map(\.text)
        #expect(found.contains(word), "\(found)")
      }
    }
  }

  @Test func `forms of which many begin with the same eight bytes find their terms`() throws {
    let letters = Array("bdgkwz")
    let ends = (0..<216).map { number in String([36, 6, 1].map { letters[number / $0 % 6] }) }
    let words = ends.enumerated().map { $0 % 3 == 0 ? "konstruk\($1)" : "konstruk\($1)y" } + Self.words.values
    let writer = IndexWriter(
      schema: Schema(textFields: [TextField("text")], keywordFields: [], integerFields: []))
    var document = IndexDocument(key: [1], payload: [])
    document.texts = [.init(Self.field, language: "en", words.joined(separator: " "))]
    let segment = try writer.apply([.put(document)], revision: 1).parts[0].segment
    defer { withExtendedLifetime(segment) {} }
    let written = segment.writtenForms(Self.field)
    var forms: [(term: Int, isStray: Bool, text: [UInt8])] = []
    var terms = written.dictionary.makeIterator()
    while terms.next(), let entry = terms.entry {
      TermForms.forEach(of: entry) {
        if $0.text(of: terms.termBytes) == Array(terms.termBytes) { return }
        forms.append((entry.ordinal, $0.shared < terms.termBytes.count, $0.text(of: terms.termBytes)))
      }
    }
    #expect(forms.count { $0.isStray && $0.text.starts(with: "konstruk".utf8) } > 100)
    let short = [2, 5, 8, 9].map { Array("konstrukb".utf8.prefix($0)) }
    let others = short + ends.map { Array("konstruk\($0)ye".utf8) } + [Array("konstrukzzzzzz".utf8)]
    let all = (0..<written.dictionary.count).map { written.dictionary.term(at: $0) }
    let cut = forms.map { Array($0.text.dropLast()) }
    for text in forms.map(\.text) + cut + others {
      var (whole, begun): (Set<Int>, Set<Int>) = ([], [])
      let range = written.dictionary.ordinals(withPrefix: text)
      let held = all.indices.filter { all[$0].starts(with: text) }
      #expect(Array(range) == held)
      text.withUnsafeBytes { text in
        written.forEachTerm(writtenAs: text) { whole.insert($1.ordinal) }
        written.forEachTerm(notIn: range, startingWith: text) {
          if !TermForms.ordinals($1, term: $0, startingWith: text).ordinals.isEmpty {
            begun.insert($1.ordinal)
          }
        }
      }
      #expect(whole == Set(forms.filter { $0.text == text }.map(\.term)))
      let wanted = forms.filter { $0.text.starts(with: text) && !range.contains($0.term) }
      #expect(begun == Set(wanted.map(\.term)), "\(String(decoding: text, as: UTF8.self))")
    }
  }

  @Test func `a damaged list of forms finds nothing, but reads nothing outside of the segment`() {
    let empty = TermDictionary(
      TermSections(
        terms: .init(start: nil, count: 0), groups: .init(start: nil, count: 0),
        postings: .init(start: nil, count: 0),
        positions: .init(start: nil, count: 0), forms: .init(start: nil, count: 0), hasPositions: true,
        longestTerm: 8))
    let damaged = [UInt8](repeating: 0x62, count: 5 * StrayForms.recordBytes + 3)
    damaged.withUnsafeBytes { bytes in
      let strays = StrayForms(bytes, empty)
      let forms = WrittenForms(dictionary: empty, strays: strays, filter: nil)
      for text in ["", "b", "bbbbbbbb", "bbbbbbbbbb", "c"] {
        Array(text.utf8).withUnsafeBytes { text in
          forms.forEachTerm(notIn: 0..<0, startingWith: text) { _, _ in Issue.record("found \(text)") }
          forms.forEachTerm(writtenAs: text) { _, _ in Issue.record("found \(text)") }
        }
      }
    }
  }
}
