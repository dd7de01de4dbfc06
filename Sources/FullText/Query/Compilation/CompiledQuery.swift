/// A term of one text field that a document of a view holds.
struct TermLeaf {
  let field: TextFieldID
  let term: [UInt8]
  /// Tells most terms apart without a look at their bytes.
  let hash: UInt64
  /// How many documents of the view hold it.
  let documentFrequency: Int

  init(field: TextFieldID, term: [UInt8], documentFrequency: Int) {
    self.field = field
    self.term = term
    hash = Self.hash(term)
    self.documentFrequency = documentFrequency
  }

  static func hash(_ term: [UInt8]) -> UInt64 {
    term.withUnsafeBytes { TermFilter.Beginning(length: $0.count).hash($0) }
  }
}

/// A term in all fields where it is looked for, whose occurrences are flattened together, with what they are worth at most: idf
/// and boosts of the query multiplied.
struct ScoredTerm {
  /// The term's leaves, one a field; at least one.
  let leaves: [Int]
  var weight: Float
  /// Of the terms of one choice, which stand side by side, only the one counts in a document that scores most there; nil for a
  /// term that adds to the score.
  var choice: Int?
}

/// A query whose words are terms and whose names are fields: what runs against the segments of one view.
enum QueryNode {
  case none
  case all
  /// Documents with at least one of the terms; each term found adds to the score, but of a choice only the best.
  case terms([ScoredTerm])
  case phrase(PhraseNode)
  case prefix(PrefixNode)
  case condition(Condition)
  case and([QueryNode])
  case or([QueryNode])
  indirect case not(QueryNode)
}

/// A phrase, field by field; its occurrences are flattened together.
struct PhraseNode {
  /// The slots of the phrase in one field.
  struct Field {
    let field: TextFieldID
    var slots: [Slot]
  }

  /// The terms that may stand at one place of the phrase.
  struct Slot {
    let terms: [SlotTerm]
    /// The place, counted from the first word of the phrase.
    let offset: Int32
  }

  /// A term and, when only some of its forms will do, those forms.
  struct SlotTerm {
    let leaf: Int
    let forms: [[UInt8]]?
  }

  let fields: [Field]
  let weight: Float
  let slop: Int32
  /// Whether two slots want the same word, so that an occurrence might serve both.
  let hasRepeats: Bool
}

/// Words that start with a text, field by field; scores the same for every document.
struct PrefixNode {
  let prefixes: [[UInt8]]
  let fields: [TextFieldID]
  let score: Float
}

/// The result of compiling a query against a view.
struct CompiledQuery {
  let root: QueryNode
  /// What adds to the scores of what the root matches, and matches nothing itself.
  let extra: QueryNode
  /// What must hold beside the query, its scoreless parts included.
  let condition: Condition
  /// What was asked for beside the query: of that condition what the query has no part in.
  let filter: Condition
  let leaves: [TermLeaf]
  /// The entries of the leaves, leaf by leaf, in each segment of the view; nil where no document holds the term.
  let entries: [TermEntry?]
  /// False when candidates of fuzzy words were left out.
  let isComplete: Bool
  /// Whether a word is in no document.
  let missesWord: Bool
  /// How many words, or groups of words, the query asks for.
  let partCount: Int
}

extension CompiledQuery {
  /// The entry of a leaf in a segment of the view; nil when no document of it holds the term.
  @inline(__always)
  func entry(of leaf: Int, in segment: Int) -> TermEntry? {
    entries[leaf * (entries.count / leaves.count) + segment]
  }

  var hasExtra: Bool {
    if case .none = extra { false } else { true }
  }

  /// The terms that add to scores; nil when there is more to it than terms.
  var extraTerms: [ScoredTerm]? {
    switch extra {
    case .none: []
    case .terms(let terms): terms
    default: nil
    }
  }
}
