/// Finds the most frequent terms of one field of a view that start with a text.
///
/// A term's frequency is its sum over all parts. A term among the best has, in one of the p parts at least, a p-th of the
/// frequency that the last of the best has; so each part is scanned for such terms only, and groups of terms of which the
/// largest frequency is lower are skipped.
struct TopTerms {
  /// One term and in how many documents of the view it is.
  struct Found {
    let term: [UInt8]
    let documentFrequency: Int
  }

  private let parts: [TermDictionary]
  private let limit: Int
  /// The best so far, best first.
  private(set) var best: [Found] = []
  private var seen: Set<[UInt8]> = []

  init(view: IndexView, field: TextFieldID, limit: Int) {
    parts = view.parts.map { $0.segment.terms(field) }.filter { $0.count > 0 }
    self.limit = limit
  }

  /// Takes all terms that start with a prefix into account.
  mutating func add(prefix: [UInt8]) {
    guard limit > 0 else { return }
    for number in parts.indices { add(prefix, from: number) }
  }

  private mutating func add(_ prefix: [UInt8], from number: Int) {
    let dictionary = parts[number]
    let range = dictionary.ordinals(withPrefix: prefix)
    var ordinal = range.lowerBound
    while ordinal < range.upperBound {
      let bound = dictionary.groupBound(at: ordinal)
      let end = min(bound.end, range.upperBound)
      if Int(bound.maxDocumentFrequency) >= needed {
        var terms = dictionary.makeIterator(at: ordinal)
        for _ in ordinal..<end {
          guard terms.next(), let entry = terms.entry else { break }
          if Int(entry.documentFrequency) >= needed { add(terms.term, entry, in: number) }
        }
      }
      ordinal = end
    }
  }

  /// The least frequency in one part that a term among the best can have.
  private var needed: Int {
    best.count < limit ? 1 : (best[limit - 1].documentFrequency + parts.count - 1) / parts.count
  }

  private mutating func add(_ term: [UInt8], _ entry: TermEntry, in number: Int) {
    var frequency = Int(entry.documentFrequency)
    if best.contains(where: { $0.term == term }) { return }
    if parts.count > 1 {
      guard seen.insert(term).inserted else { return }
      for other in parts.indices where other != number {
        frequency += Int(parts[other].find(term)?.documentFrequency ?? 0)
      }
    }
    insert(Found(term: term, documentFrequency: frequency))
  }

  private mutating func insert(_ found: Found) {
    func precedes(_ a: Found, _ b: Found) -> Bool {
      a.documentFrequency != b.documentFrequency
        ? a.documentFrequency > b.documentFrequency : a.term.lexicographicallyPrecedes(b.term)
    }
    let place = best.firstIndex { precedes(found, $0) } ?? best.count
    guard place < limit else { return }
    best.insert(found, at: place)
    if best.count > limit { best.removeLast() }
  }
}
