@testable import FullText

/// Answers searches by looking at every document of a view and its source text, without postings or dictionaries.
final class Oracle {
  /// One occurrence of a word.
  struct Word {
    let stem: [UInt8]
    let exact: [UInt8]
    let position: Int
  }

  /// One document of the view.
  struct Entry {
    let document: IndexView.Document
    let key: String
    let source: IndexDocument
    let isLive: Bool
    /// The words of each text field.
    let fields: [[Word]]
    /// The norm code of each text field.
    let norms: [UInt8]
  }

  let view: IndexView
  let schema: Schema
  let entries: [Entry]
  let analyzer: TextAnalyzer
  private var frequencies: [[[UInt8]: Int]]
  private var averages: [Double]

  init(view: IndexView, versions: [String: IndexDocument]) {
    self.view = view
    let analyzer = TextAnalyzer()
    self.analyzer = analyzer
    let schema = view.schema
    self.schema = schema
    var entries: [Entry] = []
    for (number, part) in view.parts.enumerated() {
      for document in 0..<DocID(part.segment.documentCount) {
        let place = IndexView.Document(part: number, document: document)
        let version = String(decoding: view.payload(place), as: UTF8.self)
        let source = versions[version]!
        let fields = schema.textFieldIDs.map { Self.words(of: source, $0, analyzer) }
        entries.append(
          Entry(
            document: place, key: String(decoding: source.key, as: UTF8.self), source: source,
            isLive: !part.deletions.contains(document), fields: fields,
            norms: fields.map { FieldNorm.encode(UInt32($0.count)) }))
      }
    }
    self.entries = entries
    frequencies = schema.textFieldIDs.map { field in
      var counts: [[UInt8]: Int] = [:]
      for entry in entries where entry.isLive {
        for stem in Set(entry.fields[field.index].map(\.stem)) { counts[stem, default: 0] += 1 }
      }
      return counts
    }
    averages = schema.textFieldIDs.map { field in
      let codes = entries.filter(\.isLive).map { $0.norms[field.index] }.filter { $0 > 0 }
      let sum = codes.reduce(0.0) { $0 + Double(FieldNorm.lengths[Int($1)]) }
      return codes.isEmpty ? 1 : max(1, sum / Double(codes.count))
    }
  }

  private static func words(
    of source: IndexDocument, _ field: TextFieldID, _ analyzer: TextAnalyzer
  ) -> [Word] {
    var words: [Word] = []
    var start = 0
    for text in source.texts where text.field == field {
      analyzer.analyze(text.text, language: text.language)
      var next = start
      for token in analyzer.tokens {
        words.append(
          Word(
            stem: analyzer.lexicon.stem(token.word), exact: analyzer.lexicon.exact(token.word),
            position: start + Int(token.position)))
        next = start + Int(token.position) + 1
      }
      start = next + Int(Limits.positionGap)
    }
    return words
  }

  func documentFrequency(_ field: TextFieldID, _ stem: [UInt8]) -> Int {
    frequencies[field.index][stem] ?? 0
  }

  /// The stems of the words that documents which are not deleted write in a form for which `body` holds.
  func stems(inFields fields: [TextFieldID], where body: ([UInt8]) -> Bool) -> Set<[UInt8]> {
    var known: [[UInt8]: Bool] = [:]
    var stems: Set<[UInt8]> = []
    for entry in entries where entry.isLive {
      for field in fields {
        for word in entry.fields[field.index] {
          let form = schema.textFields[field.index].hasPositions ? word.exact : word.stem
          if known[form] == nil { known[form] = body(form) }
          if known[form]! { stems.insert(word.stem) }
        }
      }
    }
    return stems
  }

  func allTerms(_ field: TextFieldID) -> [[UInt8]] { Array(frequencies[field.index].keys) }

  /// What occurrences in a field gain, before they are flattened with those in other fields.
  func gain(
    _ entry: Entry, _ field: TextFieldID, boost: Float, frequency: Float, _ parameters: BM25
  ) -> Double {
    let length = FieldNorm.lengths[Int(entry.norms[field.index])]
    let average = Float(averages[field.index])
    let b = parameters.b * schema.textFields[field.index].lengthWeight
    let each = boost / (parameters.k1 * (1 - b + b * length / average))
    return Double(frequency * each)
  }

  func holds(_ condition: Condition, _ entry: Entry) -> Bool {
    switch condition {
    case .all: true
    case .none: false
    case .keywordAmong(let field, let values): values.contains { holds(.keyword(field, $0), entry) }
    case .keyword(let field, let value):
      entry.source.keywords.contains { $0.field == field && $0.value == value }
    case .keywordPrefix(let field, let prefix):
      entry.source.keywords.contains { $0.field == field && $0.value.hasPrefix(prefix) }
    case .integer(let field, let range):
      integer(entry, field).map { range.contains($0) } ?? false
    case .and(let operands): operands.allSatisfy { holds($0, entry) }
    case .or(let operands): operands.contains { holds($0, entry) }
    case .not(let operand): !holds(operand, entry)
    }
  }

  func integer(_ entry: Entry, _ field: IntegerFieldID) -> Int64? {
    entry.source.integers.last { $0.field == field }?.value
  }

  func values(_ entry: Entry, _ field: KeywordFieldID) -> Set<String> {
    Set(entry.source.keywords.filter { $0.field == field }.map(\.value))
  }
}
