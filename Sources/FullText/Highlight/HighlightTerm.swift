/// A wanted word of a query, as occurrences in a text are compared with it.
struct HighlightTerm {
  /// How an occurrence is compared.
  enum Test {
    case stems([[UInt8]])
    case forms([[UInt8]])
    case prefixes([[UInt8]])
    case near(stems: [FuzzyAutomaton], forms: [FuzzyAutomaton])
  }

  let test: Test
  /// What finding it is worth.
  let weight: Double
  /// The fields in which it is wanted.
  let fields: [TextFieldID]

  /// Whether a word with this stem and this form is wanted.
  func matches(stem: [UInt8], form: [UInt8]) -> Bool {
    switch test {
    case .stems(let stems): stems.contains(stem)
    case .forms(let forms): forms.contains(form)
    case .prefixes(let prefixes):
      prefixes.contains { stem.starts(with: $0) || form.starts(with: $0) }
    case .near(let stems, let forms):
      stems.contains { $0.accepts(stem) } || forms.contains { $0.accepts(form) }
    }
  }
}

/// A wanted phrase: terms that count only where they stand in a row.
struct HighlightPhrase {
  /// Indices of terms, one a word of the phrase.
  let terms: [Int]
  let offsets: [Int32]
  let slop: Int32
  let hasRepeats: Bool
  let weight: Double
  let fields: [TextFieldID]
}
