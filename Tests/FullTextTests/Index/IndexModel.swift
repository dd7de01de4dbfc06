@testable import FullText

/// A naive index: documents in a dictionary, everything else worked out from them when asked.
struct IndexModel {
  static let schema = Schema(
    textFields: [TextField("title", boost: 2), TextField("body"), TextField("names", hasPositions: false)],
    keywordFields: [KeywordField("category"), KeywordField("url", hasColumn: false), KeywordField("kind")],
    integerFields: [IntegerField("time"), IntegerField("size")])

  var documents: [[UInt8]: IndexDocument] = [:]

  mutating func apply(_ batch: [IndexWriter.Operation]) {
    for operation in batch {
      switch operation {
      case .put(let document), .add(let document): documents[document.key] = document
      case .delete(let key): documents[key] = nil
      }
    }
  }

  /// The same changes, documents of new keys added as such.
  func telling(newKeysIn batch: [IndexWriter.Operation]) -> [IndexWriter.Operation] {
    batch.map { operation in
      if case .put(let document) = operation, documents[document.key] == nil { return .add(document) }
      return operation
    }
  }

  /// What a term's posting is: where it stands, in which forms.
  struct Posting: Hashable {
    var occurrences: [Place]
  }

  struct Place: Hashable {
    var position: UInt32
    var form: [UInt8]
  }

  /// Term -> key -> posting.
  func postings(_ field: TextFieldID) -> [[UInt8]: [[UInt8]: Posting]] {
    let analyzer = TextAnalyzer()
    var result: [[UInt8]: [[UInt8]: Posting]] = [:]
    for (key, document) in documents {
      for (term, place) in Self.words(document, field, analyzer) {
        result[term, default: [:]][key, default: Posting(occurrences: [])].occurrences.append(place)
      }
    }
    return result
  }

  static func words(
    _ document: IndexDocument, _ field: TextFieldID, _ analyzer: TextAnalyzer
  ) -> [(term: [UInt8], place: Place)] {
    var words: [(term: [UInt8], place: Place)] = []
    for text in document.texts where text.field == field {
      analyzer.analyze(text.text, language: text.language)
      let base = words.last.map { $0.place.position + 1 + Limits.positionGap } ?? 0
      for token in analyzer.tokens {
        let place = Place(
          position: base + UInt32(token.position), form: analyzer.lexicon.exact(token.word))
        words.append((analyzer.lexicon.stem(token.word), place))
      }
    }
    return words
  }
}
