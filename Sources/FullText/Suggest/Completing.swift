extension Query {
  /// What finds documents whose text starts to say what is being typed: every word, the last one open at its end.
  ///
  /// Run it within the title field, ordered by time, to complete titles.
  public static func completing(_ text: String) -> Query {
    let typed = TypedWords(text)
    if typed.words.isEmpty { return .none }
    return .and(typed.whole.map { .word($0) } + (typed.open.map { [.prefix($0)] } ?? []))
  }
}

extension Searcher {
  /// So many words may have the typing error that is forgiven, and so many beginnings may be meant by the last one: each is a walk
  /// over the dictionary.
  private static let mostVariants = 64

  /// As ``Query/completing(_:)``, with a typing error in one of the words: an edit that makes it a word of `field`, or the last one
  /// the beginning of words. Words of up to three characters have none.
  ///
  /// - Complexity: O(terms near the words).
  public func completingWithTypo(
    _ text: String, _ view: IndexView, _ field: TextFieldID, languages: [Language]
  ) -> Query {
    let typed = TypedWords(text)
    let open: [Query] = typed.open.map { [.prefix($0)] } ?? []
    var variants: [Query] = []
    for place in typed.whole.indices.prefix(Self.mostVariants) where Self.mayBeMistyped(typed.whole[place]) {
      var words: [Query] = typed.whole.map { .word($0) }
      words[place] = .fuzzy(typed.whole[place], edits: 1)
      variants.append(.and(words + open))
    }
    if let last = typed.open, Self.mayBeMistyped(last) {
      let beginnings = analyzer.queryWords(last, languages: languages).last?.exacts.flatMap {
        Corrections.prefixes(near: $0, view: view, field: field, frequencies: liveFrequencies)
      }
      let meant = (beginnings ?? []).prefix(Self.mostVariants).map {
        Query.prefix(String(decoding: $0, as: UTF8.self))
      }
      variants.append(.and(typed.whole.map { .word($0) } + [.or(meant + [.fuzzy(last, edits: 1)])]))
    }
    return variants.isEmpty ? .none : .or(variants)
  }

  private static func mayBeMistyped(_ word: String) -> Bool { word.unicodeScalars.count > 3 }
}

/// The words of a text that is being typed.
private struct TypedWords {
  /// All of them.
  let words: [String]
  /// Whether the last one may go on: not behind a dash or the like.
  private let isOpen: Bool

  init(_ text: String) {
    let pieces = text.split(whereSeparator: \.isWhitespace)
    words = pieces.filter(Self.isWord).map(String.init)
    isOpen = pieces.last.map(Self.isWord) ?? false
  }

  var whole: [String] { isOpen ? Array(words.dropLast()) : words }
  var open: String? { isOpen ? words.last : nil }

  /// Whether a piece between blanks is more than a dash, an ampersand and the like, which is no word of any text.
  private static func isWord(_ piece: Substring) -> Bool {
    piece.unicodeScalars.contains { scalar in
      switch scalar.properties.generalCategory {
      case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
        .finalPunctuation, .otherPunctuation, .mathSymbol, .modifierSymbol, .currencySymbol:
        false
      default: true
      }
    }
  }
}
