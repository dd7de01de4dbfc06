/// Many plans, indexed by what a document must have to match them: a search the other way round.
///
/// Immutable, so any number of threads may use it.
public struct Percolator: Sendable {
  /// The plans, in the order in which they were given.
  public let plans: [SearchPlan]
  /// Plans by the keys of which a match has at least one.
  private var byKey: [DocumentKey: [Int32]] = [:]
  /// Plans that might match without any particular key.
  private var others: [Int32] = []

  /// Indexes plans; their words are understood in the languages of each plan.
  ///
  /// - Complexity: O(bytes of the queries × languages).
  public init(_ plans: [SearchPlan], schema: Schema) {
    self.plans = plans
    let analyzer = TextAnalyzer(maxWords: 4096)
    for (number, plan) in plans.enumerated() {
      let required = RequiredKeys(schema: schema, languages: plan.languages, analyzer: analyzer)
      guard let keys = required.keys(plan.query, plan.condition) else {
        others.append(Int32(number))
        continue
      }
      for key in keys { byKey[key, default: []].append(Int32(number)) }
    }
  }

  /// The numbers of the plans that might match a view of one document, rising. Others do not match it.
  ///
  /// - Complexity: O(terms of the document + candidates).
  public func candidates(for document: IndexView) -> [Int] {
    var found = Set(others)
    func add(_ key: DocumentKey) {
      if let numbers = byKey[key] { found.formUnion(numbers) }
    }
    for part in document.parts {
      for field in document.schema.textFieldIDs {
        var terms = part.segment.terms(field).makeIterator()
        while terms.next() { add(.term(terms.term)) }
      }
      for number in document.schema.keywordFields.indices {
        let field = KeywordFieldID(number)
        part.segment.keywords(field).forEach { _, value, _ in add(.keyword(field, Array(value))) }
      }
    }
    return found.map { Int($0) }.sorted()
  }
}
